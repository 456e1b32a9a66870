// PEM (RFC 7468, RFC 1421) in all its habits: blocks out of a text, each with what is wrong with it.

import type { Bytes } from '../../bytes/index.ts';
import { FileFault, type FileFlaw } from './flaw.ts';

export interface Block {
  readonly label: string;
  readonly body: Bytes;
  /** `AES-256-CBC` and its iv in hex, where the body is encrypted as OpenSSL did it before PKCS#8. */
  readonly dek?: { readonly cipher: string; readonly iv: string };
}

const BEGIN = /-----BEGIN ([A-Z0-9 #.]+?)-----/g;
const END = /-----END ([A-Z0-9 #.]+?)-----/;

/** Whether a text has blocks, or tries to. */
export function mentionsPem(text: string): boolean {
  return /BEGIN [A-Z0-9 ]*[A-Z0-9]/i.test(text) && /[-–—−‐]{2,}\s*BEGIN/i.test(text);
}

/**
 * The blocks of a text, in order; text around them is skipped.
 * @throws FileFault when there is none although it looks as if there were
 */
export function blocksOf(text: string): readonly (Block | FileFlaw)[] {
  const begins = [...text.matchAll(BEGIN)];
  if (begins.length === 0) throw new FileFault({ what: /-----begin /i.test(text) ? 'lower case' : 'dashes' });
  return begins.map(({ 0: line, 1: label = '', index }, i) =>
    blockOf(label, text.slice(index + line.length, begins[i + 1]?.index)),
  );
}

function blockOf(label: string, text: string): Block | FileFlaw {
  const end = END.exec(text);
  if (/\.\.\.|…/.test(end ? text.slice(0, end.index) : text)) return { what: 'ellipsis', label };
  if (!end) return { what: 'end missing', label };
  if (end[1] !== label) return { what: 'labels differ', begin: label, end: end[1] ?? '' };
  const { headers, body } = withoutHeaders(text.slice(0, end.index));
  const bytes = fromBase64(body);
  if (!bytes) return { what: 'no base64', label };
  const [cipher, iv] = /^4,\s*ENCRYPTED/.test(headers.get('Proc-Type') ?? '')
    ? (headers.get('DEK-Info') ?? '').split(/,\s*/)
    : [];
  return { label, body: bytes, ...(cipher && iv !== undefined && { dek: { cipher, iv } }) };
}

function withoutHeaders(text: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const headers = new Map<string, string>();
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const body = lines.filter((line) => {
    const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) headers.set(name, value ?? '');
    return name === undefined;
  });
  return { headers, body: body.join('') };
}

/** The bytes of base64 with white space anywhere, or undefined. */
export function fromBase64(text: string): Bytes | undefined {
  const digits = text.replace(/\s/g, '').replace(/=+$/, '');
  if (digits === '' || digits.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(digits)) return undefined;
  const latin = atob(digits);
  const bytes = new Uint8Array(latin.length);
  for (let i = 0; i < latin.length; i++) bytes[i] = latin.charCodeAt(i);
  return bytes;
}
