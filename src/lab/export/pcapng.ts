// A file in the pcapng format (draft-ietf-opsawg-pcapng): one section, the secrets before the packets that they open, and a comment for each
// packet. It must not know what is in a packet, nor what the comments say.

import { type Bytes, concat, EMPTY, fromText } from '../../bytes/index.ts';

/** What is in a capture. */
export interface Capture {
  /** What is said of the whole. */
  readonly comment: string;
  /** The name of the program that made it. */
  readonly program: string;
  /** Where it was captured. */
  readonly place: string;
  /** A key log: RFC 9850. */
  readonly secrets: string;
  readonly packets: readonly {
    /** An Ethernet frame. */
    readonly bytes: Bytes;
    /** In milliseconds since the Unix epoch. */
    readonly at: number;
    readonly comment: string;
  }[];
}

/** Sections 4.1 to 4.7. */
const blocks = { section: 0x0a0d0d0a, place: 1, packet: 6, secrets: 0x0a };
/** Section 3.5 and those of each block. */
const options = { end: 0, comment: 1, program: 4, name: 2, resolution: 9 };
const BYTE_ORDER = 0x1a2b3c4d;
const ETHERNET = 1;
/** “TLSK”: the secrets are a key log of TLS. */
const TLS_KEY_LOG = 0x544c534b;
/** Times count in 10⁻³ s. */
const MILLISECONDS = 3;

/** The file of a capture. */
export function pcapng({ comment, program, place, secrets, packets }: Capture): Bytes {
  const log = fromText(secrets);
  return concat(
    block(
      blocks.section,
      little(BYTE_ORDER),
      // Version 1.0; the length of the section is not said.
      Uint8Array.of(1, 0, 0, 0),
      new Uint8Array(8).fill(0xff),
      optionsOf([options.comment, fromText(comment)], [options.program, fromText(program)]),
    ),
    block(
      blocks.place,
      Uint8Array.of(ETHERNET, 0, 0, 0),
      // Packets are captured whole.
      little(0),
      optionsOf([options.name, fromText(place)], [options.resolution, Uint8Array.of(MILLISECONDS)]),
    ),
    ...(log.length > 0 ? [block(blocks.secrets, little(TLS_KEY_LOG), little(log.length), padded(log))] : []),
    ...packets.map(packetBlock),
  );
}

function packetBlock({ bytes, at, comment }: Capture['packets'][number]): Bytes {
  return block(
    blocks.packet,
    little(0),
    little(Math.floor(at / 2 ** 32)),
    little(at % 2 ** 32),
    little(bytes.length),
    little(bytes.length),
    padded(bytes),
    optionsOf([options.comment, fromText(comment)]),
  );
}

/** Its type, its length, its content, and the length again. */
function block(type: number, ...content: readonly Bytes[]): Bytes {
  const body = concat(...content);
  const length = little(body.length + 12);
  return concat(little(type), length, body, length);
}

function optionsOf(...all: readonly (readonly [code: number, value: Bytes])[]): Bytes {
  const written = all.map(([code, value]) => {
    const head = new Uint8Array(4);
    const view = new DataView(head.buffer);
    view.setUint16(0, code, true);
    view.setUint16(2, value.length, true);
    return concat(head, padded(value));
  });
  return concat(...written, little(options.end));
}

/** Filled up to 32 bits. */
function padded(bytes: Bytes): Bytes {
  const rest = (4 - (bytes.length % 4)) % 4;
  return concat(bytes, rest === 0 ? EMPTY : new Uint8Array(rest));
}

function little(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
