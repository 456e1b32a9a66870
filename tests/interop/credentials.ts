// Certificates for both ends, good ones and bad ones, as identities for our engine and as PEM for everybody else.
// Everything is valid, or not, at the time at which the tests run: OpenSSL looks at the clock.

import { generateKey, type PrivateKey, publicOf, seededEnv } from '../../src/crypto/index.ts';
import {
  type Certificate,
  type DemoKind,
  demoPki,
  type Identity,
  mint,
  privateKeyToPem,
  signatureSpoiled,
  type Template,
  toPem,
} from '../../src/pki/index.ts';
import type { Role } from '../../src/tls/index.ts';

export const NOW = Date.now();
const DAY = 86_400_000;

export const kinds: readonly DemoKind[] = ['P-256', 'P-384', 'RSA', 'Ed25519'];

export function pkiOf(kind: DemoKind) {
  return demoPki(kind, NOW);
}

export function pem(...certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => toPem('CERTIFICATE', der)).join('');
}

/** Certificate and key as Node's options take them. */
export function pemOf({ chain, key }: Identity): { cert: string; key: string } {
  return { cert: pem(...chain), key: privateKeyToPem(key) };
}

/** What can be wrong with a chain, in the words of the alerts' table. */
export type Defect =
  | 'untrusted_ca'
  | 'self_signed'
  | 'expired'
  | 'not_yet_valid'
  | 'wrong_eku'
  | 'missing_intermediate'
  | 'bad_cert_signature'
  | 'unknown_critical_ext'
  | 'issuer_not_ca'
  | 'ku_no_digital_signature';

const examined: readonly Defect[] = [
  'untrusted_ca',
  'self_signed',
  'expired',
  'not_yet_valid',
  'missing_intermediate',
  'bad_cert_signature',
  'unknown_critical_ext',
  'issuer_not_ca',
];

/** The alerts' table's scenarios in which OpenSSL refuses a chain of this role, each with what is wrong with the chain. */
export function refusedChains(role: Role): readonly (readonly [scenario: string, defect: Defect])[] {
  const purpose = role === 'client' ? 'client_eku_server_only' : 'server_eku_client_only';
  return [...examined.map((defect) => [`${role}_${defect}`, defect] as const), [purpose, 'wrong_eku']];
}

/** A chain of P-256 keys with one defect. */
export function faulty(role: Role, defect: Defect): Identity {
  const pki = pkiOf('P-256');
  const make = (change: Partial<Template>) => leafOf(role, change);
  const extension = { oid: '1.3.6.1.4.1.55738.666.1', critical: true, value: Uint8Array.of(5, 0) };
  switch (defect) {
    case 'untrusted_ca':
      return role === 'client' ? pki.strangerClient : pki.strangerServer;
    case 'self_signed':
      return selfSigned(role);
    case 'expired':
      return make({ notBefore: NOW - 9 * DAY, notAfter: NOW - DAY });
    case 'not_yet_valid':
      return make({ notBefore: NOW + DAY, notAfter: NOW + 9 * DAY });
    case 'wrong_eku':
      return make({ extendedKeyUsage: [role === 'client' ? 'serverAuth' : 'clientAuth'] });
    case 'missing_intermediate':
      return withChain(make({}), (chain) => chain.slice(0, 1));
    case 'bad_cert_signature':
      return withChain(make({}), ([leaf, ...rest]) => [...(leaf ? [signatureSpoiled(leaf)] : []), ...rest]);
    case 'unknown_critical_ext':
      return make({ extensions: [extension] });
    case 'issuer_not_ca':
      return leafOf(role, {}, make({ subject: 'leaf.example' }));
    case 'ku_no_digital_signature':
      return make({ keyUsage: ['keyAgreement'] });
  }
}

/** A leaf for the role, below the role's own issuing CA or below another certificate. */
export function leafOf(
  role: Role,
  change: Partial<Template>,
  issuer: Identity = pkiOf('P-256').issuers[role],
  key: PrivateKey = generateKey('P-256', seededEnv(`${role} leaf`, NOW)),
): Identity {
  const [certificate] = issuer.chain;
  if (!certificate) throw new Error('an issuer without a certificate');
  const leaf = mint(template(role, change), publicOf(key), { certificate, key: issuer.key }, seededEnv(role, NOW));
  return { chain: [leaf, ...issuer.chain], key };
}

function selfSigned(role: Role): Identity {
  const key = generateKey('P-256', seededEnv(`${role} leaf`, NOW));
  return { chain: [mint(template(role, {}), publicOf(key), { key }, seededEnv(role, NOW))], key };
}

function template(role: Role, change: Partial<Template>): Template {
  const host = role === 'client' ? 'client.example' : 'api.example';
  const extendedKeyUsage = [role === 'client' ? 'clientAuth' : 'serverAuth'];
  const dates = { notBefore: NOW - DAY, notAfter: NOW + 30 * DAY };
  return { subject: host, subjectAltNames: [host], extendedKeyUsage, ...dates, ...change };
}

function withChain(
  { chain, key }: Identity,
  change: (chain: readonly Certificate[]) => readonly Certificate[],
): Identity {
  return { chain: change(chain), key };
}
