// A scenario and a step as the part of an address behind `#`: its form, and the way there. A link holds choices and a seed only, so that
// no key and no certificate of anybody can ever be in one. How a link is read is in reading.ts. It must not know the page.

import { checkPlayable } from '../catalogue/index.ts';
import { defaultScenario, type Scenario } from '../scenario.ts';
import { unusualIn } from '../world.ts';
import { clockText } from './clock-text.ts';
import { escaped, mischiefText } from './mischief-text.ts';

//   link    = "#" format *( "/" choice ) [ "?" extra *( "&" extra ) ]     format = "1"
//   choice  = one word of the table below, in any order; what is left out is as in the default scenario
//   extra   = "break=" mischief *( "," mischief ) | "seed=" text | "at=" time | "name=" host | "step=" number
//
// So `#1` is the default scenario, and `#1/asked/rsa/retry?break=untrusted-ca&step=12` the twelfth step of another one.

/** The version of this form. */
export const FORMAT = 1;

export type Choices = Omit<Scenario, 'at' | 'name' | 'mischief' | 'seed'>;
type Words = { readonly [K in keyof Choices]: Readonly<Record<string, Choices[K]>> };

/** What a link's words choose. No word stands in two rows. */
export const words: Words = {
  version: { tls13: '1.3', tls12: '1.2' },
  clientAuthentication: { off: 'off', asked: 'asked', required: 'required' },
  keys: { p256: 'P-256', rsa: 'RSA', ed25519: 'Ed25519' },
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

/** Where somebody is: what is played, and the step that is looked at; 0 is before the first one. */
export interface Place {
  readonly scenario: Scenario;
  /** Left out: wherever the page goes by itself. */
  readonly step?: number;
}

/**
 * The link to a place: the shortest one, and always the same.
 * @throws RangeError for a step that is none, Unplayable for a scenario that can't be played: no link that says it could be read
 */
export function toLink({ scenario, step }: Place): string {
  if (step !== undefined && !(Number.isSafeInteger(step) && step >= 0)) throw new RangeError(`${step} is no step`);
  checkPlayable(scenario);
  const choices = dimensions.flatMap((dimension) => {
    if (scenario[dimension] === defaultScenario[dimension]) return [];
    const entries: readonly (readonly [string, unknown])[] = Object.entries(words[dimension]);
    return entries.filter(([, value]) => value === scenario[dimension]).map(([word]) => `/${word}`);
  });
  const { mischief, seed } = scenario;
  const { at, name } = unusualIn(scenario);
  const extras = [
    ...(mischief.length > 0 ? [`break=${mischief.map(mischiefText).join(',')}`] : []),
    ...(seed === defaultScenario.seed ? [] : [`seed=${escaped(seed)}`]),
    ...(at === undefined ? [] : [`at=${clockText(at)}`]),
    ...(name === undefined ? [] : [`name=${escaped(name)}`]),
    ...(step === undefined ? [] : [`step=${step}`]),
  ];
  return `#${FORMAT}${choices.join('')}${extras.length > 0 ? `?${extras.join('&')}` : ''}`;
}
