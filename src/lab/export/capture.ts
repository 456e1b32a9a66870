// A run as a capture of its connection, with the secrets inside. It must not know what its comments say.

import type { Bytes } from '../../bytes/index.ts';
import type { Timeline } from '../timeline.ts';
import { keyLog } from './keylog.ts';
import { connectionOf, type Packet } from './packets.ts';
import { pcapng } from './pcapng.ts';
import { segmentOf } from './segment.ts';

/** What is said in a capture. */
export interface CaptureWords {
  readonly comment: string;
  readonly program: string;
  readonly place: string;
  readonly ofPacket: (packet: Packet) => string;
}

/**
 * A pcapng file of what each receiver got. The clock of a run stands still: it is the time of the first packet, and each of the others comes
 * a millisecond after the one before, so that nobody puts them into another order.
 */
export function captureOf(timeline: Timeline, { ofPacket, ...words }: CaptureWords): Bytes {
  const { port, packets } = connectionOf(timeline);
  const sent = { client: 0, server: 0 };
  return pcapng({
    ...words,
    secrets: keyLog(timeline),
    packets: packets.map((packet, index) => ({
      bytes: segmentOf(packet, port, sent[packet.from]++),
      at: timeline.circumstances.now + index,
      comment: ofPacket(packet),
    })),
  });
}
