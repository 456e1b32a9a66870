// Bytes as text, whichever way they were written: UTF-8, UTF-16, or something older that happens to contain PEM.

import { type Bytes, toText } from '../../bytes/index.ts';

/** The text of a file, or undefined when it is none. */
export function textOf(bytes: Bytes): string | undefined {
  const wide = wideText(bytes);
  if (wide !== undefined) return wide;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // PEM is ASCII: what stands around it may be in any code, and a strict decoder would refuse the whole.
  const text = toText(bytes.subarray(start));
  return isBinary(bytes) && !text.includes('-----BEGIN ') ? undefined : text;
}

/** Control characters that no text has. */
function isBinary(bytes: Bytes): boolean {
  return bytes.subarray(0, 2000).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b));
}

function wideText(bytes: Bytes): string | undefined {
  const [a, b] = [bytes[0], bytes[1]];
  const little = (a === 0xff && b === 0xfe) || (a !== undefined && a >= 0x20 && a < 0x7f && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b >= 0x20 && b < 0x7f);
  if (!little && !big) return undefined;
  const text = new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  return text.replace(/^\ufeff/, '');
}
