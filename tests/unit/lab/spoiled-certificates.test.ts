// The wrong certificates of the catalogue: each is wrong in the way that its name says, and in no other.

import { describe, expect, it } from 'vitest';
import { Flaw as DerFlaw } from '../../../src/bytes/index.ts';
import { defaultScenario } from '../../../src/lab/index.ts';
import { type Flaw, overstepped, spoiled } from '../../../src/lab/mischief/spoiled-certificates.ts';
import {
  type Cause,
  type Certificate,
  type DemoKind,
  demoPki,
  type Identity,
  isFailed,
  parseCertificate,
  verifyChain,
} from '../../../src/pki/index.ts';
import type { Role } from '../../../src/tls/index.ts';

const kinds: readonly DemoKind[] = ['P-256', 'RSA', 'Ed25519'];
const roles: readonly Role[] = ['client', 'server'];

/** Every check that must fail; the wrong name only matters for a server. */
const wrong: Readonly<Record<Exclude<Flaw, 'wrong-name' | 'not-der'>, readonly Cause[]>> = {
  'self-signed': ['self-signed'],
  expired: ['expired'],
  'not-yet-valid': ['not-yet-valid'],
  'wrong-eku': ['wrong-usage'],
  'missing-intermediate': ['no-issuer'],
  'wrong-order': [],
  // Both the issuing CA and the root limit how many may stand below them.
  'issuer-not-ca': ['issuer-not-ca', 'issuer-may-not-sign', 'path-too-long', 'path-too-long'],
  'path-too-long': ['path-too-long', 'path-too-long'],
  'bad-issuer-signature': ['bad-signature'],
  'unknown-critical-extension': ['unknown-critical-extension'],
  'no-digital-signature': ['no-digital-signature'],
};

const { at: NOW } = defaultScenario;

describe.each(kinds)('with keys of kind %s', (kind) => {
  const pki = demoPki(kind, NOW);

  describe.each(roles)('a %s’s certificates', (role) => {
    it.each(Object.entries(wrong))('%s', (flaw, causes) => {
      expect(failures(role, spoiled(pki, role, flaw as Flaw, NOW))).toEqual(causes);
    });

    it('are no certificates when they are sent as PEM', () => {
      for (const { der } of spoiled(pki, role, 'not-der', NOW).chain)
        expect(() => parseCertificate(der)).toThrow(DerFlaw);
    });

    it('are made once', () => {
      expect(spoiled(pki, role, 'expired', NOW)).toBe(spoiled(pki, role, 'expired', NOW));
    });

    it('are for the honest key', () => {
      for (const flaw of [...Object.keys(wrong), 'wrong-name', 'not-der'] as readonly Flaw[]) {
        const { chain, key } = spoiled(pki, role, flaw, NOW);
        expect(key).toBe(pki[role].key);
        expect(chain[0]?.spki).toEqual(pki[role].chain[0]?.spki);
      }
    });
  });

  it('a server’s certificate in another name', () => {
    expect(failures('server', spoiled(pki, 'server', 'wrong-name', NOW))).toEqual(['name-mismatch']);
  });

  it('a client’s certificate in a name that its CA may not issue for', () => {
    const { authority, identity } = overstepped(pki);
    expect(failures('client', identity, [authority])).toEqual(['name-not-permitted']);
  });

  function failures(role: Role, { chain }: Identity, more: readonly Certificate[] = []): readonly Cause[] {
    const anchors = [role === 'client' ? pki.clientRoot : pki.serverRoot, ...more];
    const name = role === 'server' ? 'api.example' : undefined;
    const { checks } = verifyChain({ chain, anchors, role, name, now: NOW });
    return checks.filter(isFailed).map(({ detail }) => detail);
  }
});
