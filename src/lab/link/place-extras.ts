// The extras of a link that say where somebody is: what goes wrong, the seed, the clock, the host, who
// is first, the step, and whether certificates of somebody’s own were in use. How they are written is in
// link.ts, because the page needs that at once.

import { excerpt } from '../excerpt.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { usualWorld } from '../world.ts';
import { clockOf } from './clock-text.ts';
import type { Extra, Said } from './extra.ts';
import type { Unread } from './flaw.ts';
import { count, decoded, oneOf } from './forms.ts';
import { writing } from './link.ts';

const first = oneOf(['client', 'server']);

/** How each is read, and what is wrong when it can’t be. */
export const placeExtras = {
  break: {
    write: writing.break,
    read: mischiefsOf,
    essential: unreadMischief,
  },
  seed: {
    write: writing.seed,
    read: (text) => scenarioWith('seed', decoded(text)),
    essential: () => ({ what: 'unread seed' }),
  },
  at: {
    write: writing.at,
    read: (text) => scenarioWith('at', clockOf(decoded(text) ?? '')),
    essential: (text) => ({ what: 'unread clock', text: excerpt(text) }),
  },
  name: {
    write: writing.name,
    read: (text) => scenarioWith('name', decoded(text)),
    essential: () => ({ what: 'oddity', hurdle: { what: 'host', such: usualWorld.name } }),
  },
  first: {
    write: writing.first,
    read: (text) => scenarioWith('first', first.read(text)),
    essential: (text) => ({ what: 'unread demand', name: 'first', text: excerpt(text), can: first.can }),
    can: first.can,
  },
  step: {
    write: writing.step,
    read: (text) => {
      const step = count.read(text);
      return step === undefined ? undefined : { itself: { step } };
    },
    essential: (text) => ({ what: 'unread step', text: excerpt(text) }),
  },
  own: {
    write: writing.own,
    read: (text) => (text === '' ? { itself: { own: true } } : undefined),
    can: { what: 'nothing' },
    bare: true,
  },
} satisfies Record<keyof typeof writing, Extra>;

function scenarioWith<K extends keyof Scenario>(key: K, value: Scenario[K] | undefined): Said | undefined {
  return value === undefined ? undefined : { scenario: { [key]: value } };
}

/** What of a list can be read, and what can't. */
function mischiefsOf(list: string): Said {
  const texts = list.split(',');
  const flaws = texts.filter((text) => !mischiefOf(text)).map(unreadMischief);
  return { scenario: { mischief: texts.flatMap((text) => mischiefOf(text) ?? []) }, flaws };
}

function unreadMischief(text: string): Unread {
  return { what: 'unread mischief', text: excerpt(text) };
}

/** The mischief of a text; undefined for what has not the form of one. What is no number in digits becomes NaN, which no entry takes. */
function mischiefOf(text: string): Mischief | undefined {
  const [, id, at, list = ''] = /^([a-z0-9-]+)(?:@(\d{1,9}))?((?::[A-Za-z][A-Za-z0-9]*=[^:=]*)*)$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const pairs = list.split(':').slice(1);
  const params = Object.fromEntries(pairs.map((pair) => pair.split('=')).map(([name, value]) => [name, digits(value)]));
  if (Object.keys(params).length < pairs.length) return undefined;
  return { id, ...(at !== undefined && { at: Number(at) }), ...(pairs.length > 0 && { params }) };
}

function digits(text = ''): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
