// How something is encrypted with a password, as shapes: PKCS#5 (RFC 8018) and PKCS#12 (RFC 7292) name an algorithm, a salt and how often to
// hash. It must not know what is encrypted.

import { der, Flaw, type Shape } from '../../bytes/index.ts';
import { describeOid, nameOfOid } from '../oid.ts';
import { hexText, numberText } from './shapes.ts';

declare module '../../bytes/field.ts' {
  interface FieldValues {
    /** The names of all algorithms, and how often the password is hashed; undefined: by something else than a count. */
    encryption: { readonly names: readonly string[]; readonly iterations: number | undefined };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.5.3': 'pbeWithMD5AndDES-CBC',
  '1.2.840.113549.1.5.6': 'pbeWithMD5AndRC2-CBC',
  '1.2.840.113549.1.5.10': 'pbeWithSHA1AndDES-CBC',
  '1.2.840.113549.1.5.11': 'pbeWithSHA1AndRC2-CBC',
  '1.2.840.113549.1.5.12': 'PBKDF2',
  '1.2.840.113549.1.5.13': 'PBES2',
  '1.2.840.113549.1.5.14': 'PBMAC1',
  '1.2.840.113549.1.12.1.1': 'pbeWithSHAAnd128BitRC4',
  '1.2.840.113549.1.12.1.2': 'pbeWithSHAAnd40BitRC4',
  '1.2.840.113549.1.12.1.3': 'pbeWithSHAAnd3-KeyTripleDES-CBC',
  '1.2.840.113549.1.12.1.4': 'pbeWithSHAAnd2-KeyTripleDES-CBC',
  '1.2.840.113549.1.12.1.5': 'pbeWithSHAAnd128BitRC2-CBC',
  '1.2.840.113549.1.12.1.6': 'pbeWithSHAAnd40BitRC2-CBC',
  '1.2.840.113549.2.7': 'hmacWithSHA1',
  '1.2.840.113549.2.8': 'hmacWithSHA224',
  '1.2.840.113549.2.9': 'hmacWithSHA256',
  '1.2.840.113549.2.10': 'hmacWithSHA384',
  '1.2.840.113549.2.11': 'hmacWithSHA512',
  '1.2.840.113549.3.2': 'rc2CBC',
  '1.2.840.113549.3.7': 'des-EDE3-CBC',
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '1.3.14.3.2.26': 'id-sha1',
  '2.16.840.1.101.3.4.1.2': 'aes128-CBC-PAD',
  '2.16.840.1.101.3.4.1.22': 'aes192-CBC-PAD',
  '2.16.840.1.101.3.4.1.42': 'aes256-CBC-PAD',
  '2.16.840.1.101.3.4.2.1': 'id-sha256',
  '2.16.840.1.101.3.4.2.2': 'id-sha384',
  '2.16.840.1.101.3.4.2.3': 'id-sha512',
  '2.16.840.1.101.3.4.2.4': 'id-sha224',
};

const PBES2 = '1.2.840.113549.1.5.13';
const PBMAC1 = '1.2.840.113549.1.5.14';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

const nameAt = (tlv: der.Tlv): string => {
  const oid = der.readOid(tlv);
  return NAMES[oid] ?? nameOfOid(oid);
};
const oidText = (tlv: der.Tlv): string => {
  const oid = der.readOid(tlv);
  const name = NAMES[oid];
  return name === undefined ? describeOid(oid) : `${name} (${oid})`;
};

const count = (name: string): Shape => ({ name, tag: der.INTEGER, text: numberText });

/** An AlgorithmIdentifier of an encryption, a derivation, a hash or a cipher. @param called its name in the structure */
export function protection(called: string): Shape {
  return {
    name: called,
    type: 'AlgorithmIdentifier',
    text: (tlv) => ({ what: 'encryption', ...summary(tlv) }),
    members: [
      { name: 'algorithm', text: oidText },
      (earlier) => {
        const oid = earlier[0] && oidOf(earlier[0]);
        if (oid === PBES2) return both('PBES2-params', 'encryptionScheme');
        if (oid === PBMAC1) return both('PBMAC1-params', 'messageAuthScheme');
        if (oid === PBKDF2) return derivation;
        if (oid === SCRYPT) return scrypt;
        return oid !== undefined && /^1\.2\.840\.113549\.1\.(5|12\.1)\.\d+$/.test(oid) ? salted : plain;
      },
    ],
  };
}

function both(type: string, second: string): Shape {
  return { name: 'parameters', type, members: [protection('keyDerivationFunc'), protection(second)] };
}

const salt: Shape = { name: 'salt', tag: der.OCTET_STRING, text: hexText };
/** An initialisation vector, or nothing. */
const plain: Shape = { name: 'parameters', text: (tlv) => (tlv.tag === der.OCTET_STRING ? hexText(tlv) : undefined) };
const prf: Shape = {
  name: 'prf',
  type: 'AlgorithmIdentifier',
  tag: der.SEQUENCE,
  text: (tlv) => nameAt(der.read(tlv.bytes, tlv.contents, tlv.end)),
  members: [{ name: 'algorithm', text: oidText }, plain],
};
const derivation: Shape = {
  name: 'parameters',
  type: 'PBKDF2-params',
  members: [salt, count('iterationCount'), count('keyLength'), prf],
};
const scrypt: Shape = {
  name: 'parameters',
  type: 'scrypt-params',
  members: [salt, count('costParameter'), count('blockSize'), count('parallelizationParameter'), count('keyLength')],
};
const salted: Shape = { name: 'parameters', type: 'PBEParameter', members: [salt, count('iterations')] };

function oidOf(tlv: der.Tlv): string | undefined {
  try {
    return der.readOid(tlv);
  } catch (error) {
    if (error instanceof Flaw) return undefined;
    throw error;
  }
}

/** All that it names, from the outside to the inside, and how often a password is hashed. @throws Flaw */
function summary(tlv: der.Tlv): { readonly names: readonly string[]; readonly iterations: number | undefined } {
  const members = new der.Elements(tlv, der.SEQUENCE, 'AlgorithmIdentifier').rest();
  const [first, parameters] = members;
  if (!first) throw new Flaw({ what: 'element missing', of: 'algorithm' }, tlv.start);
  const own = nameAt(first);
  if (parameters?.tag !== der.SEQUENCE) return { names: [own], iterations: undefined };
  const inside = new der.Elements(parameters, der.SEQUENCE, 'parameters').rest();
  const nested = inside.filter(({ tag }) => tag === der.SEQUENCE).map(summary);
  const number = inside.find(({ tag }) => tag === der.INTEGER);
  const counted = number && oidOf(first) !== SCRYPT ? Number(der.readUnsigned(number)) : undefined;
  return {
    names: [own, ...nested.flatMap(({ names }) => names)],
    iterations: counted ?? nested.find(({ iterations }) => iterations !== undefined)?.iterations,
  };
}
