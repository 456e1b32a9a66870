// The extras of a link that say where somebody is: what goes wrong, the seed, the clock, the host, the step. How they are written is in
// link.ts, because the page needs that at once.

import { excerpt } from '../excerpt.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { oddityOf, usualWorld } from '../world.ts';
import { clockOf } from './clock-text.ts';
import type { Extra, Said } from './extra.ts';
import { count, decoded } from './forms.ts';
import { writing } from './link.ts';

/** How each is read, and what is said when it can’t be. */
export const placeExtras = {
  break: {
    write: writing.break,
    read: (text) => scenarioWith('mischief', mischiefsOf(text)),
    complaint: (text) => {
      const unread = text.split(',').find((each) => !mischiefOf(each)) ?? '';
      return `This link wants “${excerpt(unread)}” to go wrong, which can’t be read.`;
    },
    essential: true,
  },
  seed: {
    write: writing.seed,
    read: (text) => scenarioWith('seed', decoded(text)),
    complaint: () => 'The seed in this link can’t be read.',
    essential: true,
  },
  at: {
    write: writing.at,
    read: (text) => scenarioWith('at', clockOf(decoded(text) ?? '')),
    complaint: (text) => `This link sets the clock to “${excerpt(text)}”, which is no time such as 2026-11-23T12:00Z.`,
    essential: true,
  },
  name: {
    write: writing.name,
    read: (text) => scenarioWith('name', decoded(text)),
    complaint: () => `This link asks for what can’t be. ${oddityOf({ ...usualWorld, name: '' })}`,
    essential: true,
  },
  step: {
    write: writing.step,
    read: (text) => {
      const step = count.read(text);
      return step === undefined ? undefined : { itself: { step } };
    },
    complaint: (text) => `This link leads to step “${excerpt(text)}”, which is no number of a step.`,
    essential: true,
  },
} satisfies Record<keyof typeof writing, Extra>;

function scenarioWith<K extends keyof Scenario>(key: K, value: Scenario[K] | undefined): Said | undefined {
  return value === undefined ? undefined : { scenario: { [key]: value } };
}

function mischiefsOf(list: string): readonly Mischief[] | undefined {
  const all = list.split(',').map(mischiefOf);
  return all.every((one) => one !== undefined) ? all : undefined;
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
