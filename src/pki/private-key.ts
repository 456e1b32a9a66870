// Private keys in DER: PKCS#8 (RFC 5958), SEC 1 (RFC 5915) and PKCS#1 (RFC 8017 A.1.2), read; PKCS#8 written.

import { type Bytes, concat, der, Flaw } from '../bytes/index.ts';
import { type PrivateKey, publicOf, type RsaPrivateKey } from '../crypto/index.ts';
import { nameOfOid } from './oid.ts';
import { curveNamed, readAlgorithm, writeKeyAlgorithm, writePssAlgorithm } from './public-key.ts';

/** PrivateKeyInfo. @throws Flaw when it isn't one, or holds a key of a kind that we don't support */
export function readPkcs8(tlv: der.Tlv): PrivateKey {
  const members = new der.Elements(tlv, der.SEQUENCE, 'PrivateKeyInfo');
  der.readUnsigned(members.take(der.INTEGER, 'version'));
  const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'privateKeyAlgorithm'));
  const wrapper = members.take(der.OCTET_STRING, 'privateKey');
  const inside = () => der.readOnly(tlv.bytes, wrapper.contents, wrapper.end);
  switch (nameOfOid(oid)) {
    case 'rsaEncryption':
      return readPkcs1(inside());
    case 'RSASSA-PSS': {
      const bound = parameters && der.bytesOf(parameters);
      return { ...readPkcs1(inside()), kind: 'RSA-PSS', parameters: bound };
    }
    case 'ecPublicKey':
      return readSec1(inside(), parameters);
    case 'Ed25519': {
      const seed = inside();
      der.expect(seed, der.OCTET_STRING, 'CurvePrivateKey');
      if (seed.end - seed.contents !== 32) throw new Flaw({ what: 'length of a seed', length: 32 }, seed.start);
      return { kind: 'Ed25519', seed: der.contentsOf(seed) };
    }
    default:
      throw new Flaw({ what: 'kind of key', kind: nameOfOid(oid) }, tlv.start);
  }
}

/** ECPrivateKey; the curve stands inside or, in PKCS#8, outside. @throws Flaw */
export function readSec1(tlv: der.Tlv, outside?: der.Tlv): PrivateKey {
  const members = new der.Elements(tlv, der.SEQUENCE, 'ECPrivateKey');
  der.readUnsigned(members.take(der.INTEGER, 'version'));
  const scalar = members.take(der.OCTET_STRING, 'privateKey');
  const wrapped = members.maybe(der.context(0, true));
  const parameters = wrapped ? der.readOnly(tlv.bytes, wrapped.contents, wrapped.end) : outside;
  if (parameters?.tag !== der.OBJECT_IDENTIFIER) throw new Flaw({ what: 'no curve' }, tlv.start);
  const curve = nameOfOid(der.readOid(parameters));
  const found = curveNamed(curve);
  if (!found) throw new Flaw({ what: 'unsupported curve', curve }, parameters.start);
  const { kind, size } = found;
  const bytes = der.contentsOf(scalar);
  if (bytes.length > size) throw new Flaw({ what: 'length of a scalar', curve: kind, length: size }, scalar.start);
  return { kind, d: concat(new Uint8Array(size - bytes.length), bytes) };
}

/** RSAPrivateKey with two primes. @throws Flaw */
export function readPkcs1(tlv: der.Tlv): RsaPrivateKey {
  const members = new der.Elements(tlv, der.SEQUENCE, 'RSAPrivateKey');
  const next = (of: string) => der.readUnsigned(members.take(der.INTEGER, of));
  if (next('version') !== 0n) throw new Flaw({ what: 'several primes' }, tlv.start);
  const key = {
    kind: 'RSA' as const,
    n: next('modulus'),
    e: next('publicExponent'),
    d: next('privateExponent'),
    p: next('prime1'),
    q: next('prime2'),
    dp: next('exponent1'),
    dq: next('exponent2'),
    qi: next('coefficient'),
  };
  members.done();
  if (key.p * key.q !== key.n) throw new Flaw({ what: 'primes of another key' }, tlv.start);
  return key;
}

/** DER of a PrivateKeyInfo. */
export function writePkcs8(key: PrivateKey): Bytes {
  const inside = insideOf(key);
  const algorithm = key.kind === 'RSA-PSS' ? writePssAlgorithm(key) : writeKeyAlgorithm(key.kind);
  return der.sequence(der.integer(0), algorithm, der.write(der.OCTET_STRING, inside));
}

function insideOf(key: PrivateKey): Bytes {
  switch (key.kind) {
    case 'Ed25519':
      return der.write(der.OCTET_STRING, key.seed);
    case 'RSA':
    case 'RSA-PSS': {
      const numbers = [0n, key.n, key.e, key.d, key.p, key.q, key.dp, key.dq, key.qi];
      return der.sequence(...numbers.map(der.integer));
    }
    case 'P-256':
    case 'P-384':
    case 'P-521': {
      const own = publicOf(key);
      const point = 'n' in own ? [] : [der.write(der.context(1, true), der.bitString(own.point))];
      return der.sequence(der.integer(1), der.write(der.OCTET_STRING, key.d), ...point);
    }
  }
}
