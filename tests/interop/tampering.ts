// What a relay, or our own engine through its seams, does to spoil a connection.

import type { Bytes } from '../../src/bytes/index.ts';
import type { MessageName, Seams } from '../../src/tls/index.ts';
import type { Passing } from './ends.ts';

const HANDSHAKE = 22;
const APPLICATION_DATA = 23;
const UNASSIGNED = 0x7777;

/**
 * Flips a bit in one side's record.
 * @param ordinal place among the side's records of the type
 * @param where the record's outer type, and the byte: the last one unless said otherwise
 */
export function flipped(
  from: Passing['from'],
  ordinal: number,
  where: { readonly type: number; readonly at?: number } = { type: APPLICATION_DATA },
): (passing: Passing) => readonly Buffer[] {
  return (passing) => {
    const { record } = passing;
    if (passing.from === from && passing.type === where.type && passing.ordinal === ordinal) {
      const at = where.at ?? record.length - 1;
      record.writeUInt8(record.readUInt8(at) ^ 1, at);
    }
    return [record];
  };
}

/** Gives the supported_versions of the first ClientHello another, unknown type. */
export function withoutVersions({ from, type, ordinal, record }: Passing): readonly Buffer[] {
  if (from === 'client' && type === HANDSHAKE && ordinal === 0) {
    // Type 43, a length of five bytes, of which the first says four: TLS 1.3 and 1.2 are offered.
    const at = record.indexOf(Buffer.from('002b00050403040303', 'hex'));
    if (at < 0) throw new Error('the ClientHello carries no supported_versions');
    record.writeUInt16BE(UNASSIGNED, at);
  }
  return [record];
}

/** Says everything but one message truthfully; of that one, the last bit is wrong. */
export function lyingIn(name: MessageName): { readonly seams: Seams } {
  return {
    seams: { bend: (said) => [said.name === name ? withLastBitFlipped(said.bytes) : said.bytes] },
  };
}

function withLastBitFlipped(bytes: Bytes): Bytes {
  return bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1);
}
