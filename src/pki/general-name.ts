// GeneralName (RFC 5280 4.2.1.6): the names in subjectAltName and, as subtrees, in nameConstraints.

import { type Bytes, der, Flaw, fromText, toHex } from '../bytes/index.ts';
import { type Name, readName } from './name.ts';

const KINDS = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
] as const;

export type GeneralNameKind = (typeof KINDS)[number];

export interface GeneralName {
  readonly kind: GeneralNameKind;
  /** In words: `api.example`, `192.0.2.1`, `10.0.0.0/8` (a subtree), `CN=…`. */
  readonly text: string;
  readonly value: Bytes;
  /** A directoryName's name. */
  readonly directory?: Name;
}

const CONSTRUCTED: readonly GeneralNameKind[] = ['otherName', 'x400Address', 'directoryName', 'ediPartyName'];

/**
 * Reads a GeneralName.
 * @param subtree whether it stands for a subtree: then an iPAddress is an address and a mask
 * @throws Flaw
 */
export function readGeneralName(tlv: der.Tlv, subtree = false): GeneralName {
  const kind = KINDS[tlv.tag & 0x1f];
  if (kind === undefined || tlv.tag !== der.context(tlv.tag & 0x1f, CONSTRUCTED.includes(kind)))
    throw new Flaw({ what: 'kind of name', found: der.tagName(tlv.tag) }, tlv.start);
  const value = der.contentsOf(tlv);
  if (kind === 'directoryName') {
    const directory = readName(der.readOnly(tlv.bytes, tlv.contents, tlv.end));
    return { kind, text: directory.text, value, directory };
  }
  if (kind === 'iPAddress') return { kind, text: subtree ? subnetText(tlv) : addressText(tlv), value };
  if (kind !== 'rfc822Name' && kind !== 'dNSName' && kind !== 'uniformResourceIdentifier')
    return { kind, text: toHex(value), value };
  if (value.some((byte) => byte < 0x20 || byte > 0x7e)) throw new Flaw({ what: 'not ASCII', of: kind }, tlv.start);
  return { kind, text: der.latin(value), value };
}

function addressText(tlv: der.Tlv): string {
  const value = der.contentsOf(tlv);
  if (value.length !== 4 && value.length !== 16) throw new Flaw({ what: 'length of an address' }, tlv.start);
  return ipText(value);
}

function subnetText(tlv: der.Tlv): string {
  const value = der.contentsOf(tlv);
  const size = value.length / 2;
  if (size !== 4 && size !== 16) throw new Flaw({ what: 'length of a subnet' }, tlv.start);
  const mask = Array.from(value.subarray(size), (byte) => byte.toString(2).padStart(8, '0')).join('');
  if (!/^1*0*$/.test(mask)) throw new Flaw({ what: 'gaps in a mask' }, tlv.start);
  return `${ipText(value.subarray(0, size))}/${mask.lastIndexOf('1') + 1}`;
}

/** `192.0.2.1` or `2001:db8::1` (RFC 5952). */
export function ipText(value: Bytes): string {
  if (value.length === 4) return value.join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value[2 * i] ?? 0) * 256 + (value[2 * i + 1] ?? 0)).toString(16),
  );
  const zeros = groups.join(':').match(/\b0(:0)+\b/g) ?? [];
  const longest = zeros.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest === ''
    ? groups.join(':')
    : groups
        .join(':')
        .replace(new RegExp(`\\b${longest}\\b`), '::')
        .replace(/:{3,}/, '::');
}

/** The bytes of an IP address in text; undefined when it isn't one. */
export function ipBytes(text: string): Bytes | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.').map(Number);
    return parts.every((part) => part < 256) ? Uint8Array.from(parts) : undefined;
  }
  if (!text.includes(':') || /[^0-9a-fA-F:]/.test(text)) return undefined;
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const given = halves.flat();
  const missing = 8 - given.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  if (given.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const [head = [], tail = []] = halves;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail].map((group) => Number.parseInt(group, 16));
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** DER of a dNSName or, when the text is an IP address, an iPAddress. */
export function writeGeneralName(text: string): Bytes {
  const address = ipBytes(text);
  return address ? der.write(der.context(7, false), address) : der.write(der.context(2, false), fromText(text));
}

/** DER of a subtree for name constraints: `example.com`, or `192.0.2.0/24`. */
export function writeSubtree(text: string): Bytes {
  const [address, bits] = text.split('/');
  const bytes = bits === undefined ? undefined : ipBytes(address ?? '');
  if (!bytes) return der.sequence(der.write(der.context(2, false), fromText(text)));
  const mask = bytes.map((_, i) => (0xff00 >> Math.min(8, Math.max(0, Number(bits) - 8 * i))) & 0xff);
  return der.sequence(der.write(der.context(7, false), bytes, mask));
}
