// A client’s certificate for an RSA key of 1024 bits, as they were usual until 2010: all else about it is as it should be. It must not know
// entries.

import { primitives, publicOf, type RsaPrivateKey, seededEnv } from '../../crypto/index.ts';
import { type DemoPki, type Identity, mint } from '../../pki/index.ts';

const BITS = 1024;

/** With this seed the search for primes ends soon: in a sixth of the time that most take. */
const SEED = 'countersign weak key 21';

/** The same key each time. @throws RangeError when RSA is not at hand */
export function weakKey(): RsaPrivateKey {
  key ??= primitives.take('rsa').generateRsaKey(seededEnv(SEED, 0), BITS);
  return key;
}

let key: RsaPrivateKey | undefined;

const made = new WeakMap<DemoPki, Identity>();

/** The client with that key, certified by its usual CA. The same object each time for one PKI. @throws RangeError when RSA is not at hand */
export function weakClient(pki: DemoPki): Identity {
  const known = made.get(pki) ?? certified(pki);
  made.set(pki, known);
  return known;
}

function certified({ kind, client, issuers }: DemoPki): Identity {
  const [honest] = client.chain;
  const { chain: above, key: issuing } = issuers.client;
  if (!honest) throw new Error('the demo’s client has no certificate');
  const { notBefore, notAfter } = honest;
  const name = honest.subject.commonName ?? '';
  const subject = [
    ['O', 'Countersign Demo'],
    ['CN', name],
  ] as const;
  const template = { subject, notBefore, notAfter, extendedKeyUsage: ['clientAuth'], subjectAltNames: [name] };
  const env = seededEnv(`countersign weak client ${kind}`, notBefore);
  const own = weakKey();
  return { chain: [mint(template, publicOf(own), { certificate: above[0], key: issuing }, env), ...above], key: own };
}
