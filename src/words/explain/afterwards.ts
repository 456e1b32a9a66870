// Prose for what every connection comes to when the handshake is done: data, and the end.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role, Version } from '../../tls/index.ts';
import { listed, size } from '../grammar.ts';
import type { Prose } from './prose.ts';

export interface DataValues {
  readonly bytes: number;
  /** Their first line, where they are text. */
  readonly first: string;
  /** What ALPN has agreed on. */
  readonly protocol: string | null;
  /** In HTTP/2, the names of the frames that they are. */
  readonly frames: readonly string[];
  /** Whom its sender knows at the other end; undefined where only the sender knows. */
  readonly knows: string | null | undefined;
}

export const applicationData = (who: Role, v: DataValues & { readonly peerReady: boolean }): Prose => ({
  title: who === 'client' ? 'The client speaks' : 'The server speaks',
  gist: `Under the application keys, the ${who} sends ${v.first === '' ? size(v.bytes) : `\`${v.first}\``}${recipient(v.knows)}.`,
  lead: [
    `${v.first === '' ? `${size(v.bytes)} of data` : `\`${v.first}\` and what belongs to it, ${size(v.bytes)},`} under the application keys. This is what the handshake was for.`,
    ...inside(who, v),
    ...certainty(who, v.knows),
    ...(v.peerReady
      ? []
      : ['Mind the order: the client sends this before it has heard whether the server accepts it.']),
  ],
  why: 'Application keys are derived anew, so that the handshake keys can be thrown away. Each direction has its own.',
  breaksWithout: 'With one key for both directions, an attacker could send a side’s own words back to it.',
});

function recipient(knows: DataValues['knows']): string {
  if (knows === undefined) return '';
  return ` to ${knows === null ? 'somebody whose name it does not know' : `**${knows}**`}`;
}

function certainty(who: Role, knows: DataValues['knows']): readonly string[] {
  if (knows === undefined) return [];
  if (knows === null) return [`The ${who} has no proof of who is at the other end.`];
  return [
    `The ${who} has proof that **${knows}** is at the other end. Nobody in between can read this, or change a byte unnoticed; to cut it off, to delay it or to see how long it is, they still can.`,
  ];
}

/** What is spoken inside, where it is not what the reader expects. */
function inside(who: Role, { first, protocol, frames }: DataValues): readonly string[] {
  if (frames.length > 0) {
    const whole = who === 'client' || frames.includes('DATA');
    const named = frames.map(
      (name) => `\`${name}\`${(whole || name !== 'HEADERS' ? frameWords(who)[name] : ' (the status alone)') ?? ''}`,
    );
    const preface = first === '' ? [] : ['a fixed preface (a request that servers of HTTP/1.1 don’t take)'];
    return [`The two agreed on **h2**, so this is HTTP/2: ${listed([...preface, ...named])}.`];
  }
  return protocol === null && who === 'client' && first !== ''
    ? ['No protocol was agreed on by ALPN. Both take it for granted that this is HTTP/1.1.']
    : [];
}

/** RFC 9113 section 6. */
const frameWords = (who: Role): Readonly<Record<string, string>> => ({
  SETTINGS: ' (only the defaults)',
  'SETTINGS ACK': ' (the other side’s settings were read)',
  HEADERS: who === 'client' ? ' (the whole request)' : ' (the status, and what kind of page it is)',
  DATA: ' (the page)',
  GOAWAY: ' (this connection is about to end)',
});

/** What is left to the other side. */
const answers: Readonly<Record<Version, string>> = {
  '1.3': 'The other side may still speak until it closes too.',
  '1.2': 'The other side has to answer with the same at once, and can say no more.',
};

/** @param last whether the other side has said so before */
export const closeNotify = (who: Role, last: boolean, version: Version): Prose => ({
  title: `The ${who} says that it is done`,
  gist: last
    ? `The ${who} says that it is done too, and with that the connection is over.`
    : `The ${who} says that nothing more will come from it.`,
  lead: [
    `\`close_notify\` means: the ${who} sends nothing more. It is called an alert, but nothing is wrong. ${last ? 'The other side has said the same before.' : answers[version]}`,
  ],
  why: 'Like every record under keys it carries a tag that only the two sides can make. Encryption alone would not do: it hides, and the tag keeps anybody in between from forging it.',
  breaksWithout:
    'An attacker could cut the connection in the middle of an answer, and the rest would look as if it had never existed.',
});
