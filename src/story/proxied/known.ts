// Who knows what at the end of both connections, and what was said inside them. Read off the runs; it must not know words.

import { type Bytes, toText } from '../../bytes/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { headerOf, type Proxied } from '../../lab/proxied/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Known } from '../../words/proxied/index.ts';
import { commonName } from '../reading.ts';

/** Who knows what about the client. */
export function knownIn({ way, front, back, request }: Proxied): Known {
  const proxy = nameOf(front.ends.server.facts?.peer ?? null);
  if (way === 'pass-through') {
    const { facts } = front.ends.server;
    return { proxy: null, connected: facts && nameOf(facts.peer), header: undefined };
  }
  const facts = back?.ends.server.facts;
  const goesByHeader = way === 'header' || way === 'forged' || way === 'stripped';
  const header = request && headerOf(request.sent);
  return {
    proxy,
    connected: facts && nameOf(facts.peer),
    header: goesByHeader ? (header === undefined ? null : greeted(back)) : undefined,
  };
}

/** Whom the page of the server behind greets. */
function greeted(back: Timeline | undefined): string | null {
  const page = back ? toText(heardBy(back, 'client')) : '';
  const [, subject] = /^Hello, (.*)\. The header/m.exec(page) ?? [];
  return subject === undefined ? null : commonName(subject);
}

/** All that a side has read inside its connection. */
function heardBy({ moments }: Timeline, who: Role): Bytes {
  const pieces = moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === 'data' && moment.insight.direction === 'received'
      ? [...moment.insight.bytes]
      : [],
  );
  return Uint8Array.from(pieces);
}

function nameOf(subject: string | null): string | null {
  return subject === null ? null : commonName(subject);
}

/** What is said inside, in letters: what the client asks, what the proxy makes of it, and what the client gets. */
export interface Said {
  readonly read?: string;
  readonly sent?: string;
  readonly got?: string;
}

/** What was said inside both connections. A pass-through says nothing of it: the proxy does not read it. */
export function saidIn({ front, request }: Proxied): Said {
  const got = toText(heardBy(front, 'client'));
  return {
    ...(request && { read: toText(request.read), sent: toText(request.sent) }),
    ...(got !== '' && { got }),
  };
}
