// x509-limbo (github.com/C2SP/x509-limbo): 190 chains of servers and clients with the verdict that is right.
// No false accept at all; every false reject is listed here with its reason.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Flaw } from '../../src/bytes/index.ts';
import {
  type Certificate,
  certificatesFromPem,
  isFailed,
  PkiFault,
  type Profile,
  type Verdict,
  verifyChain,
} from '../../src/pki/index.ts';
import { checkReason } from '../../src/words/causes/index.ts';

interface Case {
  readonly id: string;
  readonly base_id: string;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly validation_kind: 'SERVER' | 'CLIENT';
  readonly validation_time: string | null;
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly expected_peer_name: { readonly kind: string; readonly value: string } | null;
  readonly expected_peer_names: readonly unknown[];
  readonly extended_key_usage: readonly string[];
  readonly key_usage: readonly string[];
  readonly signature_algorithms: readonly string[];
  readonly crls: readonly unknown[];
  readonly max_chain_depth: number | null;
}

const file = new URL('./data/limbo-subset.json', import.meta.url);
const { testcases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly testcases: readonly Case[] };

const TLS_SIGNS = 'its keyUsage has no digitalSignature, and RFC 9846 4.5.1.2 demands that for TLS';

const FALSE_REJECTS: Readonly<Record<string, string>> = {
  'pathlen::validation-ignores-pathlen-in-leaf': TLS_SIGNS,
  'rsa-server::pathlen::validation-ignores-pathlen-in-leaf': TLS_SIGNS,
};

/** Certificates generated for limbo are valid from 1970 to 2969; those with a time of their own say so. */
const DEFAULT_TIME = Date.UTC(2026, 10, 23);

/** Under `usual`, what breaks a rule for whoever issues and no more is taken with a warning. */
const LAPSES = [
  'rfc5280::aki::intermediate-missing-aki',
  'rfc5280::root-missing-basic-constraints',
  'rfc5280::san::noncritical-with-empty-subject',
  'rfc5280::ski::intermediate-missing-ski',
];

function judge(one: Case, profile = profileOf(one)): Verdict | 'unreadable' {
  const leaf = readable(one.peer_certificate);
  if (!leaf) return 'unreadable';
  const known = (pems: readonly string[]) => pems.flatMap((pem) => readable(pem) ?? []);
  return verifyChain({
    chain: [leaf, ...known(one.untrusted_intermediates)],
    anchors: known(one.trusted_certs),
    role: one.validation_kind === 'SERVER' ? 'server' : 'client',
    name: one.expected_peer_name?.value,
    now: one.validation_time === null ? DEFAULT_TIME : Date.parse(one.validation_time),
    profile,
    maxIntermediates: one.max_chain_depth ?? undefined,
  });
}

function profileOf({ base_id }: Case): Profile {
  return base_id.startsWith('webpki::') ? 'webpki' : 'rfc5280';
}

function readable(pem: string): Certificate | undefined {
  try {
    return certificatesFromPem(pem)[0];
  } catch (error) {
    if (error instanceof PkiFault || error instanceof Flaw) return undefined;
    throw error;
  }
}

describe('x509-limbo', () => {
  it('asks for nothing that this test does not pass on', () => {
    expect(testcases).toHaveLength(190);
    for (const one of testcases) {
      expect(one.expected_peer_names, one.id).toEqual([]);
      expect(one.crls, one.id).toEqual([]);
      expect(one.signature_algorithms, one.id).toEqual([]);
      expect(['DNS', 'IP', undefined], one.id).toContain(one.expected_peer_name?.kind);
      // The role implies both: its purpose, and digitalSignature.
      const purpose = one.validation_kind === 'SERVER' ? 'serverAuth' : 'clientAuth';
      expect(
        one.extended_key_usage.filter((usage) => usage !== purpose),
        one.id,
      ).toEqual([]);
      expect(
        one.key_usage.filter((usage) => usage !== 'digitalSignature'),
        one.id,
      ).toEqual([]);
    }
  });

  it.each(testcases.map((one) => [one.id, one] as const))('%s', (id, one) => {
    const verdict = judge(one);
    const accepted = verdict !== 'unreadable' && verdict.ok;
    const why = verdict === 'unreadable' ? verdict : verdict.failed && checkReason(verdict.failed);
    expect(accepted, why).toBe(one.expected_result === 'SUCCESS' && !(id in FALSE_REJECTS));
  });

  it('is judged more leniently under the profile usual only where a rule binds whoever issues', () => {
    const taken = testcases.filter((one) => {
      const verdict = judge(one, 'usual');
      return one.expected_result === 'FAILURE' && verdict !== 'unreadable' && verdict.ok;
    });
    expect([...new Set(taken.map(({ base_id }) => base_id))].sort()).toEqual(LAPSES);
  });

  it('has at most six false rejects, and only ones that it should', () => {
    const successes = testcases.filter((one) => one.expected_result === 'SUCCESS').map(({ id }) => id);
    const falseRejects = Object.keys(FALSE_REJECTS);
    expect(falseRejects.length).toBeLessThanOrEqual(6);
    expect(successes).toEqual(expect.arrayContaining(falseRejects));
    for (const one of testcases.filter(({ id }) => id in FALSE_REJECTS)) {
      const verdict = judge(one);
      expect(verdict !== 'unreadable' && verdict.checks.filter(isFailed).map(({ id }) => id)).toEqual(['key-usage']);
    }
  });
});
