// An exhibit as the part of an address behind `#`: its form, and the way there. A link holds choices and a seed only, so that no key and
// no certificate of anybody can ever be in one. How a link is read is in reading.ts. It must not know the page.

import { checkPlayable } from '../catalogue/index.ts';
import type { Exhibit } from '../exhibit.ts';
import { defaultScenario, type Scenario } from '../scenario.ts';
import { clockText } from './clock-text.ts';
import { escaped, mischiefText } from './mischief-text.ts';

//   link    = "#" format *( "/" choice ) [ "?" extra *( "&" extra ) ]     format = "1"
//   choice  = one word of the table below, in any order; what is left out is as in the default scenario
//   extra   = name "=" value / flag                                       no name twice, in any order; values are escaped
//
//   what is played    break=mischief *( "," mischief )   seed=text   at=time   name=host   first=client|server
//                     verify-depth=number   profile=usual|rfc5280|webpki   crl=names
//   where             step=number; 0 is the overview of the whole run
//                     own: certificates that somebody brought were in use, which are in no link
//   how it is shown   lens=everything|client|server|wire   unit=messages|records   captions=on|off
//                     tab=explain|bytes|keys|certificates|state   depth=sentence|paragraph|details
//                     theme=system|light|dark|projector   fit=scale|scroll   show=names   lock=names
//                     from=number   to=number   lesson=name|file|~text   and the flags   auto   loop   present   predict
//                     proxy=name: through a proxy, and how that goes about the client's certificate (../proxied/way.ts)
//                     passage=number: the step of both its connections
//   and beside it     beside=link: another one, escaped, without "#" and with none beside it
//
// So `#1` is the default scenario, and `#1/asked/rsa/retry?break=untrusted-ca&step=12` the twelfth step of another one. Format 1 stays:
// what is new is an extra, or a new word for an old choice, and at its default it is left out. An extra that a page doesn’t know, or
// doesn’t act on, is left out with a sentence and costs the reader nothing else; so is whatever can’t be read or played: the rest holds. Each extra is declared in extras.ts, which comes later; those that the page
// itself writes are written here.

/** The version of this form. */
export const FORMAT = 1;

export type Choices = Omit<Scenario, 'at' | 'name' | 'first' | 'mischief' | 'seed'>;
type Words = { readonly [K in keyof Choices]: Readonly<Record<string, Choices[K]>> };

/** What a link's words choose. No word stands in two rows. */
export const words: Words = {
  version: { tls13: '1.3', tls12: '1.2' },
  clientAuthentication: { off: 'off', asked: 'asked', required: 'required' },
  keys: { p256: 'P-256', p384: 'P-384', rsa: 'RSA', ed25519: 'Ed25519' },
  suite: {
    aes128: 'TLS_AES_128_GCM_SHA256',
    aes256: 'TLS_AES_256_GCM_SHA384',
    chacha20: 'TLS_CHACHA20_POLY1305_SHA256',
  },
  keyExchange: { ecdhe: 'ephemeral', 'static-rsa': 'static' },
  group: { x25519: 'x25519', secp256r1: 'secp256r1', secp384r1: 'secp384r1' },
  retry: { 'no-retry': false, retry: true },
  coalesced: { separate: false, coalesced: true },
  compatibility: { plain: false, compatibility: true },
  alpn: {
    http1: 'http/1.1',
    h2: 'h2',
    'h2-declined': 'h2 declined',
    'alpn-unanswered': 'unanswered',
    'no-alpn': 'none',
  },
};
export const dimensions = Object.keys(words) as readonly (keyof Choices)[];

/** What an extra says of an exhibit: its value, `true` when its name alone says it, `false` when it is as usual. */
export type Write<E> = (exhibit: E) => string | boolean;

/** Where somebody is: what is played, and the step that is looked at. Of an exhibit that says more, `exhibitLink` makes the link. */
export type PlainExhibit = Pick<Exhibit, 'scenario' | 'step' | 'own'> & {
  readonly [K in 'view' | 'demands' | 'beside']?: never;
};

/** How the extras that say where somebody is are written. */
export const writing = {
  break: ({ scenario: { mischief } }) => mischief.length > 0 && mischief.map(mischiefText).join(','),
  seed: ({ scenario: { seed } }) => seed !== defaultScenario.seed && escaped(seed),
  at: ({ scenario: { at } }) => at !== defaultScenario.at && clockText(at),
  // Who has not got the certificates sees the demo’s, which are for another host, and other steps.
  name: ({ scenario: { name }, own }) => !own && name !== defaultScenario.name && escaped(name),
  first: ({ scenario: { first } }) => first === 'client' && first,
  step: ({ step, own }) => !own && step !== undefined && stepText(step),
  own: ({ own }) => own === true,
} as const satisfies Record<string, Write<Pick<Exhibit, 'scenario' | 'step' | 'own'>>>;

function stepText(step: number): string {
  if (Number.isSafeInteger(step) && step >= 0) return String(step);
  throw new RangeError(`${step} is no step`);
}

/**
 * The link to a place: the shortest one, and always the same.
 * @throws RangeError for a step that is none, Unplayable for a scenario that can't be played: no link that says it could be read
 */
export function toLink(place: PlainExhibit): string {
  return linkWith(place, Object.entries(writing));
}

/** A link with these extras, in this order. @throws RangeError for a scenario that can't be played, and as they do */
export function linkWith<E extends Pick<Exhibit, 'scenario'>>(
  exhibit: E,
  extras: readonly (readonly [name: string, write: Write<E>])[],
): string {
  const { scenario } = exhibit;
  checkPlayable(scenario);
  const choices = dimensions.flatMap((dimension) => {
    if (scenario[dimension] === defaultScenario[dimension]) return [];
    const entries: readonly (readonly [string, unknown])[] = Object.entries(words[dimension]);
    return entries.filter(([, value]) => value === scenario[dimension]).map(([word]) => `/${word}`);
  });
  const said = extras.flatMap(([name, write]) => {
    const text = write(exhibit);
    return text === false ? [] : [text === true ? name : `${name}=${text}`];
  });
  return `#${FORMAT}${choices.join('')}${said.length > 0 ? `?${said.join('&')}` : ''}`;
}
