// What differs between two runs, in sentences; comes when two are compared. English; one place, ready for other languages.

import { broken } from '../catalogue/broken.ts';
import { capital, day, inWords, listed, shortSuite, size } from '../grammar.ts';
import type { AlertName, Difference, Learning, OfBoth, Outcome, Sameness, Showing, Side } from './difference.ts';

export type { Difference, OfBoth, Outcome, Sameness, Showing, Side } from './difference.ts';
export { compareWords } from './page.ts';

/** What the two runs are called in sentences: by what sets them apart, `TLS 1.2` and `TLS 1.3`, or by their letters. */
export type Names = OfBoth<string>;

export const letters: Names = { a: 'A', b: 'B' };

export const versions = (numbers: OfBoth<string>): Names => ({ a: `TLS ${numbers.a}`, b: `TLS ${numbers.b}` });

const sides = ['a', 'b'] as const;
const other: Readonly<Record<Side, Side>> = { a: 'b', b: 'a' };

/** One thing that differs, in a sentence. */
export function differenceSentence(difference: Difference, names: Names): string {
  // A difference and its sentence belong together; TypeScript can't follow that through a look-up.
  return (sentences[difference.what] as (difference: Difference, names: Names) => string)(difference, names);
}

type OfKind<K extends Difference['what']> = Extract<Difference, { readonly what: K }>;

const sentences: { readonly [K in Difference['what']]: (difference: OfKind<K>, names: Names) => string } = {
  outcome: ({ a, b }, names) => both(names, (side) => outcome({ a, b }[side])),
  alert: ({ a, b }, names) =>
    a && b
      ? `Alert ${alert(b)} in ${names.b} in place of ${alert(a)} in ${names.a}.`
      : `In ${a ? names.a : names.b} alert ${alert((a ?? b) as AlertName)} is sent, in ${a ? names.b : names.a} none.`,
  learning: ({ who, a, b }, names) =>
    a.how === b.how
      ? `The ${who} ${news[a.how]} ${when(a)} in ${names.a}, ${when(b)} in ${names.b}.`
      : both(names, (side) => `the ${who} ${news[{ a, b }[side].how]} ${when({ a, b }[side])}`),
  'open alert': ({ open }, names) =>
    `In ${names[open]} the alert travels in the clear: everybody on the wire can read it; in ${names[other[open]]} it is encrypted.`,
  'unread request': ({ side }, names) =>
    `In ${names[side]} the client’s request is on its way by then, and the server never reads it.`,
  asking: ({ side }, names) =>
    `In ${names[side]} the server asks for a certificate of the client’s; in ${names[other[side]]} it doesn’t.`,
  insisting: ({ a }, names) => {
    const [asks, insists] = a === 'asked' ? [names.a, names.b] : [names.b, names.a];
    return `In ${asks} the server goes on without a certificate of the client’s; in ${insists} it insists on one. CertificateRequest does not say which.`;
  },
  showing: ({ a, b }, names) => both(names, (side) => showing({ a, b }[side])),
  issuer: ({ of, a, b }, names) => `The ${of}’s certificate was issued by ${a} in ${names.a}, by ${b} in ${names.b}.`,
  key: ({ of, a, b }, names) => `The ${of}’s key: ${a} in ${names.a}, ${b} in ${names.b}.`,
  'valid until': ({ of, a, b }, names) => {
    const until = timesOf(a, b);
    return `The ${of}’s certificate is good until ${until.a} in ${names.a}, until ${until.b} in ${names.b}.`;
  },
  'other certificate': ({ of }) => `The ${of} shows another certificate, under the same name.`,
  'readable name': ({ readable, name }, names) =>
    `In ${names[readable]} everybody on the wire reads the client’s name, ${name}; in ${names[other[readable]]} nobody does.`,
  sealing: ({ a, b }, names) => `Everything is encrypted from ${a} on in ${names.a}, from ${b} on in ${names.b}.`,
  'round trips': ({ a, b }, names) => {
    const [fewer, more] = a < b ? [names.a, names.b] : [names.b, names.a];
    const trips = Math.abs(a - b);
    return `${capital(inWords(trips))} round ${trips === 1 ? 'trip' : 'trips'} less in ${fewer} than in ${more} until the client can send its request.`;
  },
  order: ({ name, from, than, earlier }, names) =>
    `In ${names[earlier]} the ${from}’s ${name} comes before ${than}, in ${names[other[earlier]]} after it.`,
  suite: ({ a, b }, names) => `Ciphers: ${a && shortSuite(a)} in ${names.a}, ${b && shortSuite(b)} in ${names.b}.`,
  group: ({ a, b }, names) => `Key exchange: ${a ?? 'static RSA'} in ${names.a}, ${b ?? 'static RSA'} in ${names.b}.`,
  protocol: ({ a, b }, names) =>
    `Protocol inside: ${a ?? 'none agreed'} in ${names.a}, ${b ?? 'none agreed'} in ${names.b}.`,
  clock: ({ a, b }, names) => {
    const says = timesOf(a, b);
    return `The clock says ${says.a} in ${names.a} and ${says.b} in ${names.b}.`;
  },
  size: ({ a, b }, names) => `On the wire: ${size(a)} in ${names.a}, ${size(b)} in ${names.b}.`,
};

/** Two times by their days; those of one day by the time of the day, too, as far as it takes to tell them apart. */
function timesOf(a: number, b: number): OfBoth<string> {
  const iso = (time: number) => new Date(time).toISOString();
  const to = [10, 16, 19].find((end) => iso(a).slice(0, end) !== iso(b).slice(0, end)) ?? 23;
  const told = (time: number) => (to === 10 ? day(time) : `${day(time)}, ${iso(time).slice(11, to)} UTC`);
  return { a: told(a), b: told(b) };
}

function both(names: Names, clause: (side: Side) => string): string {
  const [first, second] = sides.map((side) => `in ${names[side]} ${clause(side)}`);
  return `${capital(`${first}; ${second}`)}.`;
}

function outcome(end: Outcome): string {
  if (end.ends === 'refused') return refusal(end);
  return end.ends === 'well' ? 'everything goes well' : 'the connection ends before its time';
}

function refusal({ by, ofPeer, cause }: Extract<Outcome, { ends: 'refused' }>): string {
  const peer = by === 'client' ? 'server' : 'client';
  return `${ofPeer ? `the ${by} refuses the ${peer}` : `the ${by} breaks off`} (${broken[cause]})`;
}

function alert({ name, code }: AlertName): string {
  return `${name} (${code})`;
}

const news: Readonly<Record<Learning['how'], string>> = {
  alert: 'is told of the refusal',
  cut: 'sees the connection end without a word',
  reset: 'sees only that its write fails',
};

function when({ connected }: Learning): string {
  return connected ? 'after it counted itself as connected' : 'during the handshake';
}

function showing(shown: Showing): string {
  if (shown === 'nobody') return 'the client shows nothing';
  if (shown === 'unreadable') return 'the client shows what can’t be read as a certificate';
  return shown.who === null ? 'the client answers with an empty Certificate' : `the client shows ${shown.who}`;
}

/** What is the same in both, in one sentence; it closes the list. */
export function samenessSentence(same: readonly Sameness[]): string {
  if (same.some(({ what }) => what === 'everything')) return 'Everything that is said, byte for byte.';
  return same.length === 0 ? 'Nothing of what is compared here.' : `${capital(listed(same.map(sameness)))}.`;
}

function sameness(same: Sameness): string {
  switch (same.what) {
    case 'everything':
      return 'everything';
    case 'good end':
      return 'the good end';
    case 'refusal':
      return `who refuses, and why (${broken[same.cause]})`;
    case 'alert':
      return `the alert ${alert(same.alert)}`;
    case 'version':
      return `TLS ${same.version}`;
    case 'certificate':
      return `the ${same.of}’s certificate (${same.name})`;
  }
}

/** Beside a row: something in it differs; only one run has it. */
export const signs = { other: '≠', only: '+' };

/** Why a step is missing beside its row. */
export type Missing =
  | { readonly why: 'not in version'; readonly version: string }
  /** `not reached`: an honest run would have come to it. */
  | { readonly why: 'earlier' | 'later' | 'not reached' | 'not asked' | 'not said' };

export function missingWords(missing: Missing): string {
  switch (missing.why) {
    case 'not in version':
      return `not in TLS ${missing.version}`;
    case 'earlier':
      return 'came before';
    case 'later':
      return 'comes later';
    case 'not reached':
      return 'it doesn’t come to that';
    case 'not asked':
      return 'nobody asks';
    case 'not said':
      return 'not said here';
  }
}
