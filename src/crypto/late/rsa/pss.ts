// RSASSA-PSS as certificates describe it (RFC 4055 3.1): parameters in, a way to verify out. The signature itself is in rsa.ts.

import { type Bytes, der, Flaw, type FlawCause } from '../../../bytes/index.ts';
import { type Hash, sha256, sha384, sha512 } from '../../hash.ts';
import type { RsaPssPublicKey, RsaPublicKey } from '../../key.ts';
import { verifyPss } from './rsa.ts';

/** Why a signature with RSASSA-PSS is not accepted. Hashes are called by their names, or by the numbers of those that nobody here knows. */
export type PssRefusal =
  | { readonly what: 'no parameters' }
  | { readonly what: 'parameters unreadable'; readonly flaw: FlawCause }
  | { readonly what: 'hash'; readonly hash: string }
  /** Another hash inside MGF1. */
  | { readonly what: 'mask'; readonly hash: string; readonly mask: string }
  | { readonly what: 'trailer'; readonly trailer: number }
  /** The issuer's key is bound to others. */
  | {
      readonly what: 'bound hash';
      readonly hash: string;
      readonly bound: { readonly hash: string; readonly mask: string };
    }
  | { readonly what: 'short salt'; readonly length: number; readonly least: number };

declare module '../../../bytes/flaw.ts' {
  interface FlawValues {
    'unknown mask': { readonly oid: string };
    'mask without a hash': Readonly<Record<never, never>>;
  }
}

/** RSASSA-PSS-params, with the names of hashes. */
interface Parameters {
  readonly hash: string;
  /** The hash inside MGF1. */
  readonly mask: string;
  readonly saltLength: number;
  readonly trailer: number;
}

const HASHES: ReadonlyMap<string, Hash> = new Map([sha256, sha384, sha512].map((hash) => [hash.name, hash]));

const HASH_NAMES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const MGF1 = '1.2.840.113549.1.1.8';

/**
 * How to verify signatures with RSASSA-PSS.
 * @param key a key for RSA of any kind, or for RSASSA-PSS alone, whose own parameters then bind it
 * @param given DER of the parameters of the signature
 * @returns a verifier; or why we don't accept such signatures
 */
export function pssVerifier(
  key: RsaPublicKey | RsaPssPublicKey,
  given: Bytes | undefined,
): ((data: Bytes, signature: Bytes) => boolean) | PssRefusal {
  // RFC 4055 3.1: in a signature the parameters MUST be present.
  if (!given) return { what: 'no parameters' };
  try {
    const parameters = readParameters(given);
    const { hash: name, saltLength } = parameters;
    const hash = HASHES.get(name);
    if (!hash) return { what: 'hash', hash: name };
    const refusal = oddity(parameters) ?? breach(key, parameters);
    return refusal ?? ((data, signature) => verifyPss(key, hash, data, signature, saltLength));
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { what: 'parameters unreadable', flaw: error.cause };
  }
}

function oddity({ hash, mask, trailer }: Parameters): PssRefusal | undefined {
  if (mask !== hash) return { what: 'mask', hash, mask };
  return trailer === 1 ? undefined : { what: 'trailer', trailer };
}

/** RFC 4055 3.3: the parameters in a key bind the hashes, and say how long a salt must be at least. */
function breach(key: RsaPublicKey | RsaPssPublicKey, { hash, saltLength }: Parameters): PssRefusal | undefined {
  if (key.kind === 'RSA' || !key.parameters) return undefined;
  const bound = readParameters(key.parameters);
  if (bound.hash !== hash || bound.mask !== hash)
    return { what: 'bound hash', hash, bound: { hash: bound.hash, mask: bound.mask } };
  if (saltLength >= bound.saltLength) return undefined;
  return { what: 'short salt', length: saltLength, least: bound.saltLength };
}

/** @throws Flaw */
function readParameters(bytes: Bytes): Parameters {
  const members = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'RSASSA-PSS-params');
  const next = (number: number): der.Tlv | undefined => {
    const wrapped = members.maybe(der.context(number, true));
    return wrapped && der.readOnly(wrapped.bytes, wrapped.contents, wrapped.end);
  };
  const [hash, mask, salt, trailer] = [next(0), next(1), next(2), next(3)];
  members.done();
  return {
    hash: hash ? hashName(hash) : 'SHA-1',
    mask: mask ? maskName(mask) : 'SHA-1',
    saltLength: salt ? numberOf(salt, 'saltLength') : 20,
    // RFC 4055 3.1: whoever verifies takes the only trailer field there is both written and left out.
    trailer: trailer ? numberOf(trailer, 'trailerField') : 1,
  };
}

function numberOf(tlv: der.Tlv, of: string): number {
  der.expect(tlv, der.INTEGER, of);
  return Number(der.readUnsigned(tlv));
}

/** The name of a hash, or the number of one that we don't know. RFC 4055 2.1: its parameters are NULL or absent. */
function hashName(tlv: der.Tlv): string {
  const { oid, parameters } = identifier(tlv, 'HashAlgorithm');
  if (parameters) der.expect(parameters, der.NULL, 'HashAlgorithm.parameters');
  return HASH_NAMES[oid] ?? oid;
}

/** The hash inside MGF1. */
function maskName(tlv: der.Tlv): string {
  const { oid, parameters } = identifier(tlv, 'MaskGenAlgorithm');
  if (oid !== MGF1) throw new Flaw({ what: 'unknown mask', oid }, tlv.start);
  if (!parameters) throw new Flaw({ what: 'mask without a hash' }, tlv.start);
  return hashName(parameters);
}

function identifier(tlv: der.Tlv, of: string): { readonly oid: string; readonly parameters: der.Tlv | undefined } {
  const members = new der.Elements(tlv, der.SEQUENCE, of);
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'algorithm'));
  const parameters = members.more ? members.any('parameters') : undefined;
  members.done();
  return { oid, parameters };
}
