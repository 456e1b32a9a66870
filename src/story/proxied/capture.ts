// Both connections of a proxy as a capture in which every packet says which step it is, and in which connection. It must not know how a
// capture is written.

import type { Bytes } from '../../bytes/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { captureOfStreams, type Proxied } from '../../lab/proxied/index.ts';
import { captureComment, captureWords } from '../../words/exports/index.ts';
import { proxiedWords as words } from '../../words/proxied/index.ts';
import { ofPacket } from '../export/capture.ts';
import { type Half, passagesOf } from './passages.ts';

/** The hosts that stand for client, proxy and server. */
const hosts = { front: { client: 1, server: 2 }, back: { client: 2, server: 3 }, through: { client: 1, server: 3 } };

/** A pcapng file with a TCP connection for each, and the secrets of both. @param run what is shown, in a line */
export function toPcapngOfBoth(run: Proxied, line: string, link?: string): Bytes {
  const passages = passagesOf(run);
  const through = run.way === 'pass-through';
  const stream = (half: Half, timeline: Timeline) => ({
    timeline,
    hosts: hosts[through ? 'through' : half],
    placeOf: ({ number }: { readonly number: number }) =>
      passages.findIndex((each) => each.half === half && each.step.number === number),
    ofPacket: (packet: Parameters<typeof ofPacket>[1]) =>
      words.step(words.halves[through ? 'through' : half], ofPacket(timeline, packet)),
  });
  return captureOfStreams([stream('front', run.front), ...(run.back ? [stream('back', run.back)] : [])], {
    ...captureWords,
    place: words.place,
    comment: captureComment(`${words.title}: ${line}.`, link, false),
  });
}
