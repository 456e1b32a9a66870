// A run as a capture in which every packet says which step it is. It must not know how a capture is written.

import type { Bytes } from '../../bytes/index.ts';
import { captureOf, type Loaded, type Packet } from '../../lab/export/index.ts';
import type { Step, Timeline } from '../../lab/index.ts';
import { captureComment, captureWords, type Named, type PacketNews, packetComment } from '../../words/exports/index.ts';
import { interference } from '../../words/picture.ts';
import { overtaken } from '../arrows.ts';
import { difference } from '../difference.ts';
import { stepLabel } from '../summary.ts';
import type { About } from './about.ts';

/** A pcapng file, with the secrets of the run inside. */
export function toPcapng(timeline: Timeline, { run, link }: About): Bytes {
  return captureOf(timeline, {
    ...captureWords,
    comment: captureComment(run, link, timeline.circumstances.brought !== undefined),
    ofPacket: (packet) => ofPacket(timeline, packet),
  });
}

/** What is said of one packet of a run. */
export function ofPacket(timeline: Timeline, packet: Packet): string {
  return packetComment(newsOf(timeline, packet), packet.lost.map(lostOf(timeline)));
}

function newsOf(timeline: Timeline, { from, occasion }: Packet): PacketNews {
  if (occasion.kind !== 'record') return { kind: occasion.kind, from };
  const { load } = occasion;
  const harm = harmOf(timeline, load);
  return {
    kind: 'record',
    from,
    steps: named(timeline, load.steps),
    ...(harm !== undefined && { harm }),
    foreign: load.carriage.fate === 'injected',
  };
}

function harmOf(timeline: Timeline, { carriage, sealed }: Loaded): string | undefined {
  if (carriage.fate === 'changed') return difference(sealed ? [sealed.bytes] : [], carriage.bytes);
  return overtaken(timeline, carriage) ? interference.overtaken : undefined;
}

const lostOf =
  (timeline: Timeline) =>
  ({ carriage, steps }: Loaded) => ({
    from: carriage.from,
    bytes: carriage.bytes.length,
    steps: named(timeline, steps),
  });

function named(timeline: Timeline, steps: readonly Step[]): readonly Named[] {
  return steps.map((step) => ({ number: step.number, label: stepLabel(timeline, step) }));
}
