// What a relay, or our own engine through its seams, does to spoil a connection.

import type { Bytes } from '../../src/bytes/index.ts';
import type { MessageName, Role, Seams, Version } from '../../src/tls/index.ts';
import { suites13 } from '../../src/tls/keys/suite.ts';
import { sealing13 } from '../../src/tls/record/protect.ts';
import { sealing12 } from '../../src/tls/record/protect12.ts';
import { open, seal } from '../../src/tls/record/traffic.ts';
import type { OurEnd, Passing, Tamper } from './ends.ts';

const CHANGE_CIPHER_SPEC = 20;
const HANDSHAKE = 22;
const APPLICATION_DATA = 23;
const UNASSIGNED = 0x7777;

/** A record on its way: who sends it, the type in its header, and its place among the sender's records of that type. */
export interface Target {
  readonly from: Role;
  readonly type: number;
  readonly ordinal: number;
}

const target = (from: Role, type: number, ordinal: number): Target => ({ from, type, ordinal });

/**
 * Where both OpenSSL and our engine put things. Only for its proof a client is asked for a certificate; in TLS 1.3 the server's
 * data come after two tickets.
 */
export const places = {
  clientHello: target('client', HANDSHAKE, 0),
  '1.2': {
    serverProof: target('server', HANDSHAKE, 2),
    clientProof: target('client', HANDSHAKE, 3),
    serverFinished: target('server', HANDSHAKE, 4),
    clientFinished: target('client', HANDSHAKE, 2),
    serverData: target('server', APPLICATION_DATA, 0),
    clientData: target('client', APPLICATION_DATA, 0),
  },
  '1.3': {
    serverProof: target('server', APPLICATION_DATA, 2),
    clientProof: target('client', APPLICATION_DATA, 1),
    serverFinished: target('server', APPLICATION_DATA, 3),
    clientFinished: target('client', APPLICATION_DATA, 0),
    serverData: target('server', APPLICATION_DATA, 6),
    clientData: target('client', APPLICATION_DATA, 1),
  },
} as const;

/** Flips a bit in one record: in its last byte unless said otherwise. */
export function flipped(where: Target, at?: number): (passing: Passing) => readonly Buffer[] {
  return (passing) => {
    const { record } = passing;
    if (isAt(passing, where)) {
      const index = at ?? record.length - 1;
      record.writeUInt8(record.readUInt8(index) ^ 1, index);
    }
    return [record];
  };
}

/** Flips a bit in the client's random, so that both sides see another ClientHello. */
export const randomFlipped = flipped(places.clientHello, 5 + 6);

/** Loses one side's ChangeCipherSpec. */
export function withoutChange(from: Role): (passing: Passing) => readonly Buffer[] {
  return (passing) => (passing.from === from && passing.type === CHANGE_CIPHER_SPEC ? [] : [passing.record]);
}

/** Makes the sender of a protected record of the handshake say something wrong under its real keys, which are the receiver's, ours. */
export function misspoken(version: Version, where: Target): (passing: Passing, receiver: OurEnd) => ReturnType<Tamper> {
  return async (passing, receiver) => {
    const { record } = passing;
    if (!isAt(passing, where)) return [record];
    const { cipher, secret, ...rest } = await receiver.first('keys', ({ direction }) => direction === 'read');
    const suite = suites13.find(({ aead }) => aead.name === cipher);
    if (!suite) throw new Error(`no suite has the cipher ${cipher}`);
    // In TLS 1.2, Finished comes first under new keys; in TLS 1.3 everything of this type has been protected.
    const sequence = version === '1.2' ? 0 : where.ordinal;
    const sealing = version === '1.2' ? sealing12 : sealing13;
    const keys = { ...rest, version, sealing, suite, secret, sequence };
    const { content, type } = open(keys, new Uint8Array(record));
    return [Buffer.from(seal(keys, withLastBitFlipped(content), type, 0).bytes)];
  };
}

/** Gives the supported_versions of the first ClientHello another, unknown type. */
export function withoutVersions(passing: Passing): readonly Buffer[] {
  const { record } = passing;
  if (isAt(passing, places.clientHello)) {
    // Type 43, a length of five bytes, of which the first says four: TLS 1.3 and 1.2 are offered.
    const at = record.indexOf(Buffer.from('002b00050403040303', 'hex'));
    if (at < 0) throw new Error('the ClientHello carries no supported_versions');
    record.writeUInt16BE(UNASSIGNED, at);
  }
  return [record];
}

/** Gives one side's first hello the version number of SSL 3.0. */
export function likeSsl3(from: Role): (passing: Passing) => readonly Buffer[] {
  return (passing) => {
    const { record } = passing;
    // The header of the record and that of the message come before legacy_version.
    if (isAt(passing, target(from, HANDSHAKE, 0))) record.writeUInt16BE(0x0300, 5 + 4);
    return [record];
  };
}

function isAt(passing: Passing, { from, type, ordinal }: Target): boolean {
  return passing.from === from && passing.type === type && passing.ordinal === ordinal;
}

/** Says everything but one message truthfully; of that one, the last bit is wrong. */
export function lyingIn(name: MessageName): { readonly seams: Seams } {
  return {
    seams: { bend: (said) => [said.name === name ? withLastBitFlipped(said.bytes) : said.bytes] },
  };
}

function withLastBitFlipped(bytes: Bytes): Bytes {
  return Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));
}
