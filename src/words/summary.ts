// The line in the header: a scenario in one sentence. English; one place, ready for other languages.

import type { Mischief, Scenario, World } from '../lab/index.ts';
import type { FaultCause } from '../tls/index.ts';
import { day } from './grammar.ts';

const authentication: Readonly<Record<Scenario['clientAuthentication'], string>> = {
  off: 'client authentication **off**',
  asked: 'client authentication **asked for**',
  required: 'client authentication **required**',
};

/** What is special about the protocol inside. */
const protocols: Readonly<Record<Scenario['alpn'], readonly string[]>> = {
  'http/1.1': [],
  h2: ['**HTTP/2**'],
  'h2 declined': ['**HTTP/2** declined'],
  unanswered: ['**ALPN unanswered**'],
  none: ['**no ALPN**'],
};

/** What each kind of mischief does that the page offers first, as a part of the sentence. */
export const mishaps: Readonly<Record<string, string>> = {
  'bad-signature': 'the client **can’t prove that it holds the key**',
  'no-client-certificate': 'the client has **no certificate to show**',
  'untrusted-ca': 'the client’s certificate comes from a **CA the server does not trust**',
};

/** What breaks then, in the few words of a pill. */
export const brokenEarly = {
  'no-client-certificate': 'no certificate',
  'untrusted-issuer': 'issuer not trusted',
  'bad-signature': 'signature does not fit',
} as const satisfies Partial<Record<FaultCause, string>>;

/** What comes of the version that both sides wanted, where that is another one. */
const answered: Readonly<Record<string, string>> = { downgrade: ' wanted, **TLS 1.2** answered' };

/** What the line has to know of a run. */
export interface Told {
  /** What something that goes wrong is called where the line has no words of its own for it. */
  called(mischief: Mischief): string;
  /** Whether it is about a certificate that nobody asks for, so that it doesn't happen at all. */
  idle(mischief: Mischief): boolean;
  /** Whether both sides came to a good end all the same. */
  readonly well: boolean;
  /** Whether nobody may know yet how it ends. */
  readonly open?: boolean;
  /** Whether it is about certificates that somebody brought: their day and their host are no oddity. */
  readonly brought?: boolean;
}

/**
 * The scenario in one line, in the notation of `rich`.
 * @param unusual what of its world is not as usual
 */
export function summaryWords(
  scenario: Scenario,
  { at, name }: Partial<World>,
  { called, idle, well, open, brought }: Told,
): string {
  const { version, keyExchange, alpn, clientAuthentication, mischief: entries } = scenario;
  const real = entries.filter((each) => !idle(each));
  const odd = real.map((each) => mishaps[each.id] ?? `**${called(each)}**`);
  const world = [
    ...(at === undefined ? [] : [`on **${day(at)}**`]),
    ...(name === undefined ? [] : [`the client asks for **${name}**`]),
  ];
  const calm = real.length === 0 && world.length === 0;
  const end = [
    ...(real.length < entries.length ? ['nobody asks for the client’s certificate'] : []),
    ...((calm && !open) || (well && brought && real.length === 0)
      ? ['everything goes well']
      : well
        ? ['and everything goes well all the same']
        : []),
  ];
  const exchange = keyExchange === 'static' ? ['**static RSA**'] : [];
  const [instead = ''] = entries.flatMap(({ id }) => answered[id] ?? []);
  return [
    `**TLS ${version}**${instead}`,
    ...exchange,
    ...protocols[alpn],
    authentication[clientAuthentication],
    ...world,
    ...odd,
    ...end,
  ].join(', ');
}

/** `CertificateRequest (who are you?)`, `application_data (record 3, 47 bytes)` */
export function named(title: string, caption: string | undefined): string {
  return caption === undefined ? title : `${title} (${caption})`;
}

/** For a step that is in no record of its own. */
export const nothingNew = 'Nothing new on the wire';
