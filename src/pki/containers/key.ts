// A private key out of a file, in whichever form it stands there: usable, or with the reason why not.

import { type Bytes, der, Flaw } from '../../bytes/index.ts';
import { bitLength, type PrivateKey } from '../../crypto/index.ts';
import { readPkcs1, readPkcs8, readSec1 } from '../private-key.ts';
import { readAlgorithm } from '../public-key.ts';
import type { KeyRefusal, Remark } from './flaw.ts';
import type { Found } from './item.ts';
import { curveName, EXPLICIT, keyTypeIn } from './key-type.ts';

/** How a private key may be written down. */
export type KeyForm = 'PKCS#8' | 'PKCS#1' | 'SEC 1' | 'DSA';

/** What stands around a key in its file. */
export interface Around {
  readonly name?: string | undefined;
  readonly encryption?: string | undefined;
}

const LONGEST_RSA = 8192;
const SHORTEST_RSA = 1024;

/**
 * A private key as an item, usable or not.
 * @throws Flaw when the bytes are no key of this form
 */
export function keyFound(bytes: Bytes, form: KeyForm, { name, encryption }: Around = {}): Found {
  const { keyType, key, refusal } = judged(bytes, form);
  const around = { ...(name !== undefined && { name }), ...(encryption !== undefined && { encryption }) };
  const remarks: readonly Remark[] = refusal ? [{ what: 'key not used', keyType, why: refusal }] : [];
  return {
    items: [{ kind: 'private key', der: bytes, keyType, key, ...around, ...(refusal && { refusal }) }],
    remarks,
  };
}

interface Judged {
  readonly keyType: string;
  readonly key: PrivateKey | undefined;
  readonly refusal?: KeyRefusal;
}

function judged(bytes: Bytes, form: KeyForm): Judged {
  const tlv = der.readOnly(bytes);
  const described = describe(tlv, form);
  const refusal = refusalOf(described);
  if (refusal) return { keyType: described.keyType, key: undefined, refusal };
  const read = { 'PKCS#8': readPkcs8, 'PKCS#1': readPkcs1, 'SEC 1': readSec1, DSA: readPkcs8 }[form];
  try {
    return { keyType: described.keyType, key: read(tlv) };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { keyType: described.keyType, key: undefined, refusal: 'unreadable' };
  }
}

interface Described {
  readonly keyType: string;
  readonly bits?: number;
  readonly primes?: number;
}

function describe(tlv: der.Tlv, form: KeyForm): Described {
  switch (form) {
    case 'PKCS#1':
      return describeRsa(tlv, 'RSA');
    case 'SEC 1':
      return describeEc(tlv);
    case 'DSA': {
      const numbers = new der.Elements(tlv, der.SEQUENCE, 'DSAPrivateKey');
      numbers.take(der.INTEGER, 'version');
      return { keyType: `DSA ${bitLength(der.readUnsigned(numbers.take(der.INTEGER, 'p')))}` };
    }
    case 'PKCS#8': {
      const members = new der.Elements(tlv, der.SEQUENCE, 'PrivateKeyInfo');
      members.take(der.INTEGER, 'version');
      const { oid, parameters } = readAlgorithm(members.take(der.SEQUENCE, 'privateKeyAlgorithm'));
      const wrapper = members.take(der.OCTET_STRING, 'privateKey');
      const keyType = keyTypeIn(oid, parameters);
      if (!keyType.startsWith('RSA')) return { keyType };
      return describeRsa(der.readOnly(tlv.bytes, wrapper.contents, wrapper.end), keyType);
    }
  }
}

function describeRsa(tlv: der.Tlv, kind: string): Described {
  const numbers = new der.Elements(tlv, der.SEQUENCE, 'RSAPrivateKey').rest();
  const [version, modulus] = numbers;
  if (version?.tag !== der.INTEGER || modulus?.tag !== der.INTEGER || numbers.length < 9)
    throw new Flaw({ what: 'element missing', of: 'coefficient' }, tlv.start);
  const bits = bitLength(der.readUnsigned(modulus));
  const more = numbers[9] ? new der.Elements(numbers[9], der.SEQUENCE, 'otherPrimeInfos').rest().length : 0;
  return { keyType: more > 0 ? `${kind} ${bits} (${2 + more} primes)` : `${kind} ${bits}`, bits, primes: 2 + more };
}

function describeEc(tlv: der.Tlv): Described {
  const members = new der.Elements(tlv, der.SEQUENCE, 'ECPrivateKey');
  members.take(der.INTEGER, 'version');
  members.take(der.OCTET_STRING, 'privateKey');
  const wrapped = members.maybe(der.context(0, true));
  const parameters = wrapped && der.readOnly(tlv.bytes, wrapped.contents, wrapped.end);
  if (!parameters) throw new Flaw({ what: 'no curve' }, tlv.start);
  return { keyType: parameters.tag === der.OBJECT_IDENTIFIER ? curveName(parameters) : EXPLICIT };
}

/** Kinds of keys that the engine signs with. */
const SIGNS = /^(RSA(-PSS)? \d+|P-256|P-384|P-521|Ed25519)$/;

function refusalOf({ keyType, bits = SHORTEST_RSA, primes = 2 }: Described): KeyRefusal | undefined {
  if (primes > 2) return 'primes';
  if (bits < SHORTEST_RSA) return 'too short';
  if (bits > LONGEST_RSA) return 'too long';
  if (keyType === EXPLICIT) return 'explicit curve';
  if (/^(X25519|X448|DH)$/.test(keyType)) return 'agrees only';
  return SIGNS.test(keyType) ? undefined : 'kind';
}
