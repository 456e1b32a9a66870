// What is wrong with what a server was told, or with what it was told to trust: the client's certificates are as they should be, and it
// refuses them all the same.

import { publicOf, seededEnv } from '../../crypto/index.ts';
import { type Certificate, type DemoPki, demoPki, mint } from '../../pki/index.ts';
import { judgeBy } from '../../pki/verifiers/index.ts';
import { byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { issuedInHaste, unsigning } from './spoiled-certificates.ts';

const DAY = 24 * 60 * 60 * 1000;

export const settings: readonly Entry[] = [
  {
    id: 'verify-depth-exceeded',
    who: 'server',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('untrusted-issuer', 'unknown_ca', 'Certificate'))),
    apply: (cast) => ({ ...cast, server: { ...cast.server, verifyDepth: 0 } }),
  },
  {
    id: 'intermediate-as-anchor',
    who: 'server',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('untrusted-issuer', 'unknown_ca', 'Certificate'))),
    // Go, GnuTLS and Java take any certificate that they are told to trust; OpenSSL wants a root, unless it is told X509_V_FLAG_PARTIAL_CHAIN.
    apply: (cast) => ({
      ...cast,
      client: { ...cast.client, heedAuthorities: false },
      server: {
        ...cast.server,
        anchors: cast.pki.issuers.client.chain.slice(0, 1),
        judge: judgeBy({ endsAt: 'self-signed' }),
      },
    }),
  },
  {
    id: 'client-issuer-may-not-sign',
    who: 'client',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('untrusted-issuer', 'unknown_ca', 'Certificate'))),
    apply: (cast) => {
      const { authority, identity } = unsigning(cast.pki);
      return {
        ...cast,
        client: { ...cast.client, identities: [identity], heedAuthorities: false },
        server: { ...cast.server, anchors: [...cast.server.anchors, authority] },
      };
    },
  },
  {
    id: 'server-clock-behind',
    who: 'server',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('certificate-refused', 'bad_certificate', 'Certificate'))),
    apply: (cast) => {
      const { scenario, envs, pki, client } = cast;
      const { seed, at } = scenario;
      return {
        ...cast,
        envs: { ...envs, server: seededEnv(`${seed} server`, at - DAY) },
        client: { ...client, identities: [issuedInHaste(pki, at)] },
      };
    },
  },
  {
    id: 'authorities-too-long',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.3': whenAsked(() => unnameable('EncryptedExtensions')), '1.2': whenAsked(unnameable12) },
    apply: (cast) => ({ ...cast, server: { ...cast.server, anchors: [...cast.server.anchors, ...manyAuthorities()] } }),
  },
];

/** What the server finds when it comes to its CertificateRequest, behind what it has said before. */
function unnameable(last: string): Expectation {
  return {
    noticed: true,
    by: 'server',
    cause: 'authorities-too-long',
    alert: 'internal_error',
    at: { from: 'server', name: last },
  };
}

function unnameable12({ keyExchange }: Scenario): Expectation {
  return unnameable(keyExchange === 'static' ? 'Certificate' : 'ServerKeyExchange');
}

/** CAs whose names take more room together than the list of a CertificateRequest has: 2^16 - 1 bytes (RFC 9846 4.3.4, RFC 5246 7.4.4). */
function manyAuthorities(): readonly Certificate[] {
  many ??= made(demoPki('P-256', Date.UTC(2026, 10, 23, 12)));
  return many;
}

let many: readonly Certificate[] | undefined;

const NAMES = { authorities: 14, units: 64, letters: 64 };

function made({ issuers: { client }, clientRoot: { notBefore, notAfter } }: DemoPki): readonly Certificate[] {
  const env = seededEnv('countersign many authorities', notBefore);
  return Array.from({ length: NAMES.authorities }, (_, number) => {
    const unit = (part: number) => ['OU', `${number}.${part}.`.padEnd(NAMES.letters, 'x')] as const;
    const subject = Array.from({ length: NAMES.units }, (_, part) => unit(part));
    return mint({ subject, notBefore, notAfter, ca: {} }, publicOf(client.key), { key: client.key }, env);
  });
}
