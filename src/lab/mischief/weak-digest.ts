// A client’s certificate that its CA has signed with SHA-1, as was usual until 2016: all else about it is as it should be. It must not
// know entries.

import { der } from '../../bytes/index.ts';
import { onCurve, type PrivateKey, primitives, publicOf, seededEnv, sha1, signEcdsa } from '../../crypto/index.ts';
import { type Certificate, type DemoPki, demoPki, type Identity, mint, type SigningMeans } from '../../pki/index.ts';

/** A client’s certificates, and a root that they lead to. */
interface Issued {
  readonly identity: Identity;
  readonly root: Certificate;
}

const made = new WeakMap<DemoPki, Issued>();

/** The client’s key, certified with SHA-1. The same object each time for one PKI. */
export function signedWithSha1(pki: DemoPki): Issued {
  const known = made.get(pki) ?? certified(pki);
  made.set(pki, known);
  return known;
}

function certified(pki: DemoPki): Issued {
  const { kind, client } = pki;
  const [honest] = client.chain;
  if (!honest) throw new Error('the demo’s client has no certificate');
  const { notBefore, notAfter, subject, subjectAltName = [], extendedKeyUsage = [] } = honest;
  // Ed25519 has its hash inside: there the demo’s CA with P-256 has signed.
  const { issuers, clientRoot } = kind === 'Ed25519' ? demoPki('P-256', notBefore) : pki;
  const { chain: above, key } = issuers.client;
  const template = {
    subject: [
      ['O', 'Countersign Demo'],
      ['CN', subject.commonName ?? ''],
    ],
    notBefore,
    notAfter,
    extendedKeyUsage,
    subjectAltNames: subjectAltName.map(({ text }) => text),
  } as const;
  const env = seededEnv(`countersign sha-1 client ${kind}`, notBefore);
  const leaf = mint(template, publicOf(client.key), { certificate: above[0], key, means: withSha1(key) }, env);
  return { identity: { chain: [leaf, ...above], key: client.key }, root: clientRoot };
}

/** RFC 3279 2.2.1 and 2.2.3: NULL parameters for RSA, none for ECDSA. */
function withSha1(key: PrivateKey): SigningMeans {
  if (onCurve(key)) return { algorithm: der.sequence(der.oid(ECDSA)), sign: (data) => signEcdsa(key, sha1, data) };
  if (key.kind !== 'RSA') throw new RangeError(`no key of kind ${key.kind} signs with SHA-1`);
  return {
    algorithm: der.sequence(der.oid(PKCS1), der.write(der.NULL)),
    sign: (data) => primitives.take('rsa').signPkcs1(key, sha1, data),
  };
}

const ECDSA = '1.2.840.10045.4.1';
const PKCS1 = '1.2.840.113549.1.1.5';
