// Both connections of a proxy as one capture: two TCP connections between three hosts, with the secrets of both. It must not know what its
// comments say, nor in which order the steps of both come.

import type { Bytes } from '../../bytes/index.ts';
import type { CaptureWords } from '../export/capture.ts';
import { keyLog } from '../export/keylog.ts';
import { connectionOf, type Packet } from '../export/packets.ts';
import { pcapng } from '../export/pcapng.ts';
import { type Hosts, segmentOf } from '../export/segment.ts';
import type { Step, Timeline } from '../timeline.ts';

/** A connection, between whom it is, and what is said of it. */
export interface Stream {
  readonly timeline: Timeline;
  readonly hosts: Hosts;
  /** The place of a step among those of all streams. */
  readonly placeOf: (step: Step) => number;
  readonly ofPacket: (packet: Packet) => string;
}

/** A pcapng file of several connections; see `captureOf`. The packets keep the order of the steps that they carry. */
export function captureOfStreams(streams: readonly Stream[], words: Omit<CaptureWords, 'ofPacket'>): Bytes {
  const sent = new Map<number, number>();
  const inOrder = streams.flatMap(placed).sort((one, other) => one.place - other.place);
  const [first] = streams;
  return pcapng({
    ...words,
    secrets: streams.map(({ timeline }) => keyLog(timeline)).join(''),
    packets: inOrder.map(({ packet, port, stream }, index) => {
      const host = stream.hosts[packet.from];
      const number = sent.get(host) ?? 0;
      sent.set(host, number + 1);
      return {
        bytes: segmentOf(packet, port, number, stream.hosts),
        at: (first?.timeline.circumstances.now ?? 0) + index,
        comment: stream.ofPacket(packet),
      };
    }),
  });
}

interface Placed {
  readonly packet: Packet;
  readonly port: number;
  readonly stream: Stream;
  readonly place: number;
}

/** What carries no step goes with the record before it; what opens the connection, with the first. */
function placed(stream: Stream): readonly Placed[] {
  const { port, packets } = connectionOf(stream.timeline);
  const places = packets.map(({ occasion }) => {
    const steps = occasion.kind === 'record' ? occasion.load.steps : [];
    return steps.length > 0 ? Math.max(...steps.map(stream.placeOf)) : undefined;
  });
  let place = places.find((each) => each !== undefined) ?? 0;
  return packets.map((packet, index) => {
    place = Math.max(place, places[index] ?? place);
    return { packet, port, stream, place };
  });
}
