// Reads links, and tells by name what is wrong with those that can't be followed. Apart from making them: a page that is opened without one
// needs none of this. It must not know the page.

import { MissingPart } from '../../shelf/index.ts';
import { flawOf, hurdleOf, lacks, supply } from '../catalogue/index.ts';
import { agreeing, conflictOf } from '../choices.ts';
import { excerpt } from '../excerpt.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Hurdle } from '../hurdle.ts';
import { run } from '../run.ts';
import { defaultScenario, type Mischief, type Scenario } from '../scenario.ts';
import { oddityOf } from '../world.ts';
import type { Extra, Said } from './extra.ts';
import { type ExtraName, excessOf, extras, writeLink } from './extras.ts';
import type { LinkFlaw, Strange } from './flaw.ts';
import { type Choices, dimensions, FORMAT, words } from './link.ts';
import { mischiefText } from './mischief-text.ts';
import { placeExtras } from './place-extras.ts';

export type FromLink =
  | ({
      readonly ok: true;
      /** What of it can't be played or read: that is as usual, the rest holds. */
      readonly flaws?: readonly LinkFlaw[];
      /** What of it this page doesn't understand, or doesn't act on. */
      readonly leftOut?: readonly Strange[];
    } & Exhibit)
  /** Nothing of it can be read; the scenario is the default one. */
  | { readonly ok: false; readonly flaw: LinkFlaw; readonly scenario: Scenario };

/**
 * The exhibit that a link leads to, once everything is at hand that it needs. A part that can't be followed is left out; of a link without
 * any other, what is wrong with it and the default scenario.
 * @param heeded the extras on which somebody acts; the others count as left out
 * @throws MissingPart when something that it needs can't be fetched
 */
export async function readLink(hash: string, heeded: readonly ExtraName[]): Promise<FromLink> {
  try {
    const strange: Strange[] = [];
    const flaws: LinkFlaw[] = [];
    const exhibit = await exhibitOf(hash, { heeded, strange, flaws, single: false });
    // What is read can be written again: with everything escaped.
    const excess = excessOf(writeLink(exhibit), 'too long escaped');
    if (excess) throw new BrokenLink(excess);
    return {
      ok: true,
      ...exhibit,
      ...(flaws.length > 0 && { flaws }),
      ...(strange.length > 0 && { leftOut: strange }),
    };
  } catch (error) {
    if (error instanceof MissingPart) throw error;
    const flaw: LinkFlaw = error instanceof BrokenLink ? error.flaw : { what: 'broken handshake' };
    return { ok: false, flaw, scenario: defaultScenario };
  }
}

class BrokenLink extends Error {
  constructor(readonly flaw: LinkFlaw) {
    super(`this link can’t be followed: ${JSON.stringify(flaw)}`);
  }
}

interface Reader {
  readonly heeded: readonly ExtraName[];
  /** Grows: what the page doesn't understand, or doesn't act on. */
  readonly strange: Strange[];
  /** Grows: what can't be followed. */
  readonly flaws: LinkFlaw[];
  /** Whether nothing may stand beside what is read, because it stands beside something itself. */
  readonly single: boolean;
}

async function exhibitOf(hash: string, reader: Reader): Promise<Exhibit> {
  const text = hash.replace(/^#/, '');
  if (text === '') return { scenario: defaultScenario };
  const excess = excessOf(text, 'too long');
  if (excess) throw new BrokenLink(excess);
  const [, format, choices = '', , list] = /^(\d{1,9})((?:\/[^/?]*)*)(\?(.*))?$/s.exec(text) ?? [];
  if (format === undefined) throw new BrokenLink({ what: 'another form', text: excerpt(text) });
  checkFormat(Number(format));
  const { flaws } = reader;
  const chosen = readChoices(choices.split('/').slice(1), flaws);
  const said = await readExtras(list?.split('&') ?? [], reader);
  const scenario = await playable({ ...defaultScenario, ...chosen, ...part(said, 'scenario') }, flaws);
  const [view, demands] = [part(said, 'view'), part(said, 'demands')];
  const { step, ...itself } = part(said, 'itself');
  return {
    scenario,
    ...itself,
    ...within(step, run(scenario).steps.length, flaws),
    ...(Object.keys(view).length > 0 && { view }),
    ...(Object.keys(demands).length > 0 && { demands }),
  };
}

/** What all extras say of one part of an exhibit. */
function part<K extends keyof Omit<Said, 'flaws'>>(said: readonly Said[], name: K): NonNullable<Said[K]> {
  return Object.assign({}, ...said.map((each) => each[name]));
}

function checkFormat(format: number): void {
  if (format > FORMAT) throw new BrokenLink({ what: 'newer format', format, newest: FORMAT });
  if (format < FORMAT) throw new BrokenLink({ what: 'no such format', format });
}

function readChoices(chosen: readonly string[], flaws: LinkFlaw[]): Partial<Choices> {
  const made = new Map<string, unknown>();
  for (const word of chosen) {
    const dimension = dimensions.find((each) => Object.hasOwn(words[each], word));
    if (!dimension) flaws.push({ what: 'unknown choice', word: excerpt(word) });
    else if (made.has(dimension)) flaws.push({ what: 'second choice', word });
    else made.set(dimension, words[dimension][word]);
  }
  return Object.fromEntries(made) as Partial<Choices>;
}

/** What others hang on to an address must not cost the reader what it says besides: it is told, and left out. */
async function readExtras(texts: readonly string[], reader: Reader): Promise<readonly Said[]> {
  const { heeded, strange, flaws } = reader;
  const second = (hash: string) => secondOf(hash, reader);
  const said: Said[] = [];
  const names = new Set<string>();
  for (const text of texts) {
    const { name = '', value = '', extra } = extraIn(text, reader);
    const again = names.has(name);
    names.add(name);
    const read = again ? undefined : await extra?.read(value, second);
    if (read) said.push(read);
    flaws.push(...(read?.flaws ?? []));
    if (!read && extra?.essential) {
      flaws.push(again ? { what: 'second extra', name } : extra.essential(value));
      continue;
    }
    const acted = Object.hasOwn(placeExtras, name) || heeded.some((each) => each === name);
    const can = acted && !again ? extra?.can : undefined;
    if (!read || !acted) strange.push({ text: excerpt(text), ...(can && { instead: { name, can } }) });
  }
  return said;
}

/** What stands beside is followed as a whole, or not at all. */
async function secondOf(hash: string, reader: Reader): Promise<Exhibit | undefined> {
  const flaws: LinkFlaw[] = [];
  const second = await exhibitOf(hash, { ...reader, flaws, single: true }).catch(unfollowed(reader));
  return flaws.length > 0 ? undefined : second;
}

/** What becomes of a link beside another that can't be followed: nothing, but where somebody wants it and it only can't be had. */
function unfollowed({ heeded }: Reader): (error: unknown) => undefined {
  return (error) => {
    if (heeded.includes('beside') && error instanceof MissingPart) throw error;
  };
}

/** The name and the value of what stands behind `?`, and how it is declared; nothing for what no table has. */
function extraIn(text: string, { single }: Reader) {
  const [, name = '', value] = /^([a-z-]+)(?:=(.*))?$/s.exec(text) ?? [];
  if (!isExtra(name) || (single && name === 'beside')) return {};
  const extra: Extra = extras[name];
  return value === undefined && !extra.bare ? {} : { name, value, extra };
}

function isExtra(name: string): name is keyof typeof extras {
  return Object.hasOwn(extras, name);
}

/** The scenario without what can't be played in it, once everything is at hand that it needs. */
async function playable(wished: Scenario, flaws: LinkFlaw[]): Promise<Scenario> {
  let scenario = wished;
  for (let oddity = oddityOf(scenario); oddity; oddity = oddityOf(scenario)) {
    flaws.push({ what: 'oddity', hurdle: oddity });
    scenario = without(scenario, oddity);
  }
  if (lacks(scenario)) await supply(scenario);
  for (let conflict = conflictOf(scenario); conflict; conflict = conflictOf(scenario)) {
    flaws.push({ what: 'conflict', hurdle: conflict });
    scenario = without(scenario, conflict);
  }
  for (let hurdle = hurdleOf(scenario); hurdle; hurdle = hurdleOf(scenario)) {
    flaws.push({ what: 'hurdle', hurdle });
    scenario = without(scenario, hurdle);
  }
  return { ...scenario, mischief: eachOnce(scenario.mischief, flaws) };
}

/** The scenario without what is in the way. Of choices that don't go together the version stands. */
function without(scenario: Scenario, { what }: Hurdle): Scenario {
  const { at, name, seed } = defaultScenario;
  switch (what) {
    case 'clock':
      return { ...scenario, at };
    case 'host':
      return { ...scenario, name };
    case 'seed too long':
      return { ...scenario, seed };
    case 'too much mischief':
      return { ...scenario, mischief: [] };
    default: {
      const flawed = scenario.mischief.find((each) => flawOf(each, scenario));
      return flawed
        ? { ...scenario, mischief: scenario.mischief.filter((each) => each !== flawed) }
        : agreeing(scenario, { version: scenario.version });
    }
  }
}

function eachOnce(mischief: readonly Mischief[], flaws: LinkFlaw[]): readonly Mischief[] {
  const texts = new Set<string>();
  return mischief.filter((each) => {
    const text = mischiefText(each);
    if (texts.has(text)) flaws.push({ what: 'second mischief', text: excerpt(text) });
    return texts.size < texts.add(text).size;
  });
}

/** A step of the run; nothing for one behind its last. */
function within(step: number | undefined, last: number, flaws: LinkFlaw[]): Pick<Exhibit, 'step'> {
  if (step === undefined || step <= last) return step === undefined ? {} : { step };
  flaws.push({ what: 'step beyond the last', step, last });
  return {};
}
