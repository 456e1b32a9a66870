// The frames of HTTP/2 (RFC 9113) as they are read. It must not know what they are good for.

import { type Bytes, equal, fromText } from '../bytes/index.ts';

/** RFC 9113 section 3.4: what every client says first. To a server that speaks HTTP/1.1 only, it is a request it can’t take. */
export const PREFACE = fromText('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const HEADER = 9;

/** RFC 9113 section 6: those that a page needs, by their type. */
export const frameTypes = { DATA: 0, HEADERS: 1, SETTINGS: 4, GOAWAY: 7 } as const;
export type FrameName = keyof typeof frameTypes;

/** RFC 9113 section 6: the same bit, in SETTINGS and in what belongs to a stream. */
export const ACK = 1;
export const END_STREAM = 1;

export interface Frame {
  /** `SETTINGS ACK` for one that says only that it was understood. */
  readonly name: string;
  readonly endsStream: boolean;
  /** Where it begins and ends in the bytes that were read. */
  readonly start: number;
  readonly end: number;
}

/** The frames in what one side has said, preface aside, as far as they are all there. */
export function framesIn(said: Bytes): readonly Frame[] {
  const frames: Frame[] = [];
  let start = hasPreface(said) ? PREFACE.length : 0;
  for (;;) {
    const [high = 0, middle = 0, low = 0, type, flags = 0] = said.subarray(start);
    const end = start + HEADER + ((high << 16) | (middle << 8) | low);
    if (start + HEADER > said.length || end > said.length) return frames;
    const kind = Object.entries(frameTypes).find(([, code]) => code === type)?.[0] ?? `frame ${type}`;
    const name = kind === 'SETTINGS' && flags & ACK ? 'SETTINGS ACK' : kind;
    const endsStream = (kind === 'DATA' || kind === 'HEADERS') && (flags & END_STREAM) !== 0;
    frames.push({ name, endsStream, start, end });
    start = end;
  }
}

/** Whether what a client has said begins as HTTP/2. */
export function hasPreface(said: Bytes): boolean {
  return equal(said.subarray(0, PREFACE.length), PREFACE);
}
