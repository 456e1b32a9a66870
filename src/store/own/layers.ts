// What of somebody's files can be looked at byte by byte: a .p12 as a whole, what a password opened of it, and each thing. What is secret is
// covered before it is handed out. It must not know how bytes are drawn.

import { type Bytes, concat, der, equal, Flaw } from '../../bytes/index.ts';
import { FileFault, fromBer, type Item, type Opened, wholeElement } from '../../pki/containers/index.ts';
import { type Contained, type Disclosed, disclosed } from '../../pki/fields/index.ts';

/** Something that can be looked at. */
export interface Layer {
  /** Its place in the file. */
  readonly key: string;
  readonly what: 'file' | 'contents' | Item['kind'];
  /** What it is called, where it has a name. */
  readonly name?: string;
  /** Whether the file is in BER, so that other bytes stand here for the same. */
  readonly recoded?: true;
  /** Of several contents, which, from 1. */
  readonly number?: number;
}

interface Inside {
  readonly layer: Layer;
  readonly bytes: Bytes;
  readonly as: Contained;
}

/** All that can be looked at in a file. @param bytes the file as it was brought */
export function layersIn(bytes: Bytes, opened: Opened): readonly Layer[] {
  return insideOf(bytes, opened).map(({ layer }) => layer);
}

/** One of them, with its names; undefined where there is no such thing. */
export function disclosedIn(bytes: Bytes, opened: Opened, key: string): Disclosed | undefined {
  const found = insideOf(bytes, opened).find(({ layer }) => layer.key === key);
  return found && disclosed(found.bytes, found.as);
}

function insideOf(bytes: Bytes, { items, contents = [] }: Opened): readonly Inside[] {
  const whole = storeIn(bytes);
  return [
    ...(whole ? [{ layer: { key: 'file', what: 'file', ...recoded(whole.bytes, bytes) } as const, ...whole }] : []),
    ...contents.map((each, at): Inside => {
      const number = contents.length > 1 ? { number: at + 1 } : {};
      return { layer: { key: `contents ${at}`, what: 'contents', ...number }, bytes: each, as: 'SafeContents' };
    }),
    ...items.flatMap((item, at): Inside[] => {
      if (item.kind === 'locked key' || item.der.length === 0) return [];
      const name = nameOf(item);
      const layer = { key: `item ${at}`, what: item.kind, ...(name !== undefined && { name }) };
      return [{ layer, bytes: item.der, as: kinds[item.kind] }];
    }),
  ];
}

const kinds: Readonly<Record<Exclude<Item['kind'], 'locked key'>, Contained>> = {
  certificate: 'certificate',
  crl: 'crl',
  'private key': 'private key',
  'secret key': 'private key',
  'certificate request': 'other',
  'public key': 'other',
  parameters: 'other',
};

function nameOf(item: Item): string | undefined {
  if (item.kind === 'certificate')
    return item.certificate?.subject.commonName ?? item.certificate?.subject.text ?? item.name;
  return item.kind === 'crl' ? item.crl.issuer.text : 'name' in item ? item.name : undefined;
}

/** A file that is a structure around what is in it: told by its members, whether a password has opened it or not. */
function storeIn(bytes: Bytes): { readonly bytes: Bytes; readonly as: Contained } | undefined {
  if (bytes[0] !== der.SEQUENCE) return undefined;
  try {
    const whole = wholeElement(bytes);
    const tags = new der.Elements(der.readOnly(whole), der.SEQUENCE, 'file').rest().map(({ tag }) => tag);
    const [first, second, third] = tags;
    if (first === der.INTEGER && second === der.SEQUENCE && (third ?? der.SEQUENCE) === der.SEQUENCE)
      return { bytes: withSafeInDer(fromBer(whole).der), as: 'PKCS#12' };
    if (first === der.SEQUENCE && second === der.OCTET_STRING) return { bytes: whole, as: 'encrypted private key' };
    if (first === der.OBJECT_IDENTIFIER && second === der.context(0, true)) return { bytes: whole, as: 'other' };
    return undefined;
  } catch (error) {
    if (error instanceof Flaw || error instanceof FileFault) return undefined;
    throw error;
  }
}

/** That the bytes are not those of the file. */
function recoded(shown: Bytes, file: Bytes): { readonly recoded?: true } {
  return equal(shown, file.subarray(0, shown.length)) ? {} : { recoded: true };
}

/** The same file with the list of its parts in DER: some programs write BER there, or strings in pieces, which have no names here. @throws Flaw @throws FileFault */
function withSafeInDer(pfx: Bytes): Bytes {
  const [version, authSafe, ...mac] = new der.Elements(der.readOnly(pfx), der.SEQUENCE, 'PFX').rest();
  const [kind, wrapper] = authSafe ? new der.Elements(authSafe, der.SEQUENCE, 'ContentInfo').rest() : [];
  if (!version || !kind || !wrapper) return pfx;
  const octets = der.readOnly(pfx, wrapper.contents, wrapper.end);
  if (octets.tag !== der.OCTET_STRING) return pfx;
  const content = der.write(wrapper.tag, der.write(der.OCTET_STRING, fromBer(der.contentsOf(octets)).der));
  const info = der.write(der.SEQUENCE, concat(der.bytesOf(kind), content));
  return der.write(der.SEQUENCE, concat(der.bytesOf(version), info, ...mac.map(der.bytesOf)));
}
