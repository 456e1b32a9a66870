// PKCS#12 (RFC 7292): keys and certificates in bags, under a check value.

import { type Bytes, concat, der, EMPTY, equal, Flaw } from '../../bytes/index.ts';
import { costOf, type Derive, type DigestName, macOf } from '../../crypto/passwords/index.ts';
import { readAlgorithm } from '../public-key.ts';
import { fromBer } from './ber.ts';
import { certificateFound, crlFound } from './element.ts';
import { bounded, type Encryption, type Password, readDerivation, readEncryption } from './encryption.ts';
import { FileFault } from './flaw.ts';
import { type Found, gathered, NOTHING } from './item.ts';
import { keyFound } from './key.ts';
import { BAGS, DATA, ENCRYPTED, FRIENDLY_NAME, ORACLE_TRUSTED, PBMAC1, X509_CERTIFICATE, X509_CRL } from './numbers.ts';
import { attempt, type Candidate, candidates, locked, type Opening } from './opening.ts';

const DEEPEST = 8;

const DIGESTS: Readonly<Record<string, DigestName>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
};

const MACS: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

interface Check {
  /** About how many times a password is hashed for it. */
  readonly work: number;
  /** Whether a password goes with the contents. */
  readonly fits: (password: Password, derive: Derive) => Promise<boolean>;
}

/**
 * What is in a PKCS#12 file.
 * @param pfx DER, as fromBer makes it
 * @throws Flaw when its structure does not add up
 * @throws FileFault when no password fits, or it is protected in a way that isn't undone here
 */
export async function openPkcs12(pfx: Bytes, opening: Opening): Promise<Found> {
  const members = new der.Elements(der.readOnly(pfx), der.SEQUENCE, 'PFX');
  members.take(der.INTEGER, 'version');
  const { oid, content } = contentInfo(members.take(der.SEQUENCE, 'authSafe'));
  if (oid !== DATA || !content) throw new FileFault({ what: 'public-key protection' });
  const safe = octetsOf(content);
  const macData = members.maybe(der.SEQUENCE);
  const parts = new der.Elements(der.readOnly(fromBer(safe).der), der.SEQUENCE, 'AuthenticatedSafe').rest().map(partOf);
  const check = macData && checkOf(macData, safe);
  const found = await withFitting(parts, check, opening);
  return check ? found : { ...found, remarks: [{ what: 'no check value' }, ...found.remarks] };
}

/** Contents of bags, in the clear or encrypted. */
interface Part {
  readonly data: Bytes;
  readonly encryption?: Encryption;
}

function partOf(tlv: der.Tlv): Part {
  const { oid, content } = contentInfo(tlv);
  if (oid === DATA && content) return { data: octetsOf(content) };
  if (oid !== ENCRYPTED || !content) throw new FileFault({ what: 'public-key protection' });
  const outer = new der.Elements(content, der.SEQUENCE, 'EncryptedData');
  outer.take(der.INTEGER, 'version');
  const info = new der.Elements(outer.take(der.SEQUENCE, 'encryptedContentInfo'), der.SEQUENCE, 'EncryptedContentInfo');
  info.take(der.OBJECT_IDENTIFIER, 'contentType');
  const encryption = readEncryption(info.take(der.SEQUENCE, 'contentEncryptionAlgorithm'));
  return { data: piecesOf(info.any('encryptedContent')), encryption };
}

/** With the first candidate that fits: the check value and the contents are worked on at the same time. */
async function withFitting(parts: readonly Part[], check: Check | undefined, opening: Opening): Promise<Found> {
  const work = parts.reduce((sum, { encryption }) => sum + (encryption?.work ?? 0), check?.work ?? 0);
  let fault = locked(opening, work, check !== undefined);
  for (const candidate of candidates(opening, work)) {
    const [fits, opened] = await Promise.all([
      check ? check.fits(candidate.password, opening.derive) : true,
      Promise.all(parts.map((part) => contentsOf(part, candidate, opening))).catch((error: unknown) => error),
    ]);
    if (!fits) continue;
    if (Array.isArray(opened)) return settled(opened, candidate);
    if (!(opened instanceof FileFault)) throw opened;
    fault = opened;
  }
  throw fault;
}

function settled(opened: readonly Found[], { remarks }: Candidate): Found {
  const found = gathered(opened);
  return { ...found, remarks: [...remarks, ...found.remarks] };
}

async function contentsOf({ data, encryption }: Part, candidate: Candidate, opening: Opening): Promise<Found> {
  const bags = encryption ? await attempt(encryption, candidate.password, data, opening.derive) : data;
  if (!bags) throw new FileFault({ what: 'locked', given: opening.passwords.length > 0, checked: false });
  const found = await openBags(bags, candidate, opening);
  return encryption ? { ...found, contents: [fromBer(bags).der, ...(found.contents ?? [])] } : found;
}

async function openBags(contents: Bytes, candidate: Candidate, opening: Opening, depth = 0): Promise<Found> {
  if (depth > DEEPEST) throw new FileFault({ what: 'nested too deeply' });
  const bags = new der.Elements(der.readOnly(fromBer(contents).der), der.SEQUENCE, 'SafeContents').rest();
  return gathered(await Promise.all(bags.map((bag) => openBag(bag, candidate, opening, depth))));
}

async function openBag(tlv: der.Tlv, candidate: Candidate, opening: Opening, depth: number): Promise<Found> {
  const members = new der.Elements(tlv, der.SEQUENCE, 'SafeBag');
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'bagId'));
  const wrapper = members.take(der.context(0, true), 'bagValue');
  const value = der.bytesOf(der.readOnly(tlv.bytes, wrapper.contents, wrapper.end));
  const attributes = readAttributes(members.maybe(der.SET));
  switch (oid) {
    case `${BAGS}.1`:
      return keyFound(value, 'PKCS#8', attributes);
    case `${BAGS}.2`:
      return shrouded(value, attributes.name, candidate, opening);
    case `${BAGS}.3`:
      return certificateFound(valueInBag(value, X509_CERTIFICATE), attributes);
    case `${BAGS}.4`:
      return crlFound(valueInBag(value, X509_CRL));
    case `${BAGS}.5`:
      return secretFound(value, attributes.name);
    case `${BAGS}.6`:
      return openBags(value, candidate, opening, depth + 1);
    default:
      return NOTHING;
  }
}

function secretFound(bytes: Bytes, name: string | undefined): Found {
  return {
    items: [{ kind: 'secret key', der: bytes, ...(name !== undefined && { name }) }],
    remarks: [{ what: 'only', kind: 'secret key' }],
  };
}

async function shrouded(
  bytes: Bytes,
  name: string | undefined,
  { password }: Candidate,
  opening: Opening,
): Promise<Found> {
  const { encryption, data } = readEncryptedKey(bytes);
  const inside = await attempt(encryption, password, data, opening.derive);
  if (inside) return keyFound(inside, 'PKCS#8', { name, encryption: encryption.name });
  for (const other of candidates(opening, encryption.work)) {
    const opened = await attempt(encryption, other.password, data, opening.derive);
    if (opened) return keyFound(opened, 'PKCS#8', { name, encryption: encryption.name });
  }
  return {
    items: [{ kind: 'locked key', encryption: encryption.name, ...(name !== undefined && { name }) }],
    remarks: [{ what: 'key has its own password', name }],
  };
}

/** EncryptedPrivateKeyInfo (RFC 5958). @throws Flaw @throws FileFault for a cipher that isn't undone here */
export function readEncryptedKey(bytes: Bytes): { readonly encryption: Encryption; readonly data: Bytes } {
  const members = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'EncryptedPrivateKeyInfo');
  const encryption = readEncryption(members.take(der.SEQUENCE, 'encryptionAlgorithm'));
  return { encryption, data: der.contentsOf(members.take(der.OCTET_STRING, 'encryptedData')) };
}

/** The bytes in a CertBag or a CRLBag. */
function valueInBag(bag: Bytes, kind: string): Bytes {
  const members = new der.Elements(der.readOnly(bag), der.SEQUENCE, 'CertBag');
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'certId'));
  if (oid !== kind) throw new Flaw({ what: 'kind of bag', kind: oid }, 0);
  const wrapper = members.take(der.context(0, true), 'certValue');
  return octetsOf(der.readOnly(bag, wrapper.contents, wrapper.end));
}

function readAttributes(set: der.Tlv | undefined): { readonly name?: string; readonly trusted?: boolean } {
  if (!set) return {};
  const attributes = new Map(
    new der.Elements(set, der.SET, 'bagAttributes').rest().map((tlv) => {
      const members = new der.Elements(tlv, der.SEQUENCE, 'PKCS12Attribute');
      const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'attrId'));
      return [oid, new der.Elements(members.any('attrValues'), der.SET, 'attrValues').rest()[0]] as const;
    }),
  );
  const friendly = attributes.get(FRIENDLY_NAME);
  const name = friendly && der.readText(friendly);
  return { ...(name !== undefined && { name }), ...(attributes.has(ORACLE_TRUSTED) && { trusted: true }) };
}

/** MacData (RFC 7292), and PBMAC1 (RFC 9579). */
function checkOf(tlv: der.Tlv, safe: Bytes): Check {
  const members = new der.Elements(tlv, der.SEQUENCE, 'MacData');
  const info = new der.Elements(members.take(der.SEQUENCE, 'mac'), der.SEQUENCE, 'DigestInfo');
  const algorithm = readAlgorithm(info.take(der.SEQUENCE, 'digestAlgorithm'));
  const wanted = der.contentsOf(info.take(der.OCTET_STRING, 'digest'));
  const salt = der.contentsOf(members.take(der.OCTET_STRING, 'macSalt'));
  const count = members.maybe(der.INTEGER);
  const iterations = count ? Number(der.readUnsigned(count)) : 1;
  if (algorithm.oid === PBMAC1) return pbmac1(algorithm.parameters, safe, wanted);
  const digest = DIGESTS[algorithm.oid];
  if (!digest) throw new FileFault({ what: 'cipher', name: algorithm.oid, weak: false });
  const length = wanted.length;
  return {
    work: iterations,
    fits: async ({ wide: password }, derive) => {
      const key = await derive(bounded({ kind: 'PKCS#12', digest, password, salt, iterations, purpose: 3, length }));
      return equal(macOf(digest, key, safe), wanted);
    },
  };
}

function pbmac1(parameters: der.Tlv | undefined, safe: Bytes, wanted: Bytes): Check {
  if (!parameters) throw new Flaw({ what: 'element missing', of: 'PBMAC1-params' }, 0);
  const members = new der.Elements(parameters, der.SEQUENCE, 'PBMAC1-params');
  const { of } = readDerivation(readAlgorithm(members.take(der.SEQUENCE, 'keyDerivationFunc')));
  const { oid } = readAlgorithm(members.take(der.SEQUENCE, 'messageAuthScheme'));
  const digest = MACS[oid];
  if (!digest) throw new FileFault({ what: 'cipher', name: oid, weak: false });
  return {
    work: costOf(of(EMPTY, wanted.length)),
    fits: async ({ plain }, derive) =>
      equal(macOf(digest, await derive(bounded(of(plain, wanted.length))), safe), wanted),
  };
}

/** ContentInfo (RFC 5652): what kind, and the element inside. */
export function contentInfo(tlv: der.Tlv): { readonly oid: string; readonly content: der.Tlv | undefined } {
  const members = new der.Elements(tlv, der.SEQUENCE, 'ContentInfo');
  const oid = der.readOid(members.take(der.OBJECT_IDENTIFIER, 'contentType'));
  const wrapper = members.maybe(der.context(0, true));
  return { oid, content: wrapper && der.readOnly(tlv.bytes, wrapper.contents, wrapper.end) };
}

function octetsOf(tlv: der.Tlv): Bytes {
  der.expect(tlv, der.OCTET_STRING, 'content');
  return der.contentsOf(tlv);
}

/** [0] IMPLICIT OCTET STRING, in one piece or, as BER has it, in several. */
function piecesOf(tlv: der.Tlv): Bytes {
  if (tlv.tag === der.context(0, false)) return der.contentsOf(tlv);
  return concat(...new der.Elements(tlv, der.context(0, true), 'encryptedContent').rest().map(der.contentsOf));
}
