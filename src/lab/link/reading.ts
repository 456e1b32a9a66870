// Reads links, and tells by name what is wrong with those that can't be followed. Apart from making them: a page that is opened without one
// needs none of this. It must not know the page.

import { MissingPart } from '../../shelf/index.ts';
import { hurdleOf, lacks, supply } from '../catalogue/index.ts';
import { conflictOf } from '../choices.ts';
import { excerpt } from '../excerpt.ts';
import type { Exhibit } from '../exhibit.ts';
import { run } from '../run.ts';
import { defaultScenario, type Scenario } from '../scenario.ts';
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
      /** What of it this page doesn't understand, or doesn't act on. */
      readonly leftOut?: readonly Strange[];
    } & Exhibit)
  /** The scenario is the default one. */
  | { readonly ok: false; readonly flaw: LinkFlaw; readonly scenario: Scenario };

/**
 * The exhibit that a link leads to, once everything is at hand that it needs. Of what can't be followed, what is wrong with it
 * and the default scenario.
 * @param heeded the extras on which somebody acts; the others count as left out
 * @throws MissingPart when something that it needs can't be fetched
 */
export async function readLink(hash: string, heeded: readonly ExtraName[]): Promise<FromLink> {
  try {
    const strange: Strange[] = [];
    const exhibit = await exhibitOf(hash, { heeded, strange, single: false });
    // What is read can be written again: with everything escaped.
    const excess = excessOf(writeLink(exhibit), 'too long escaped');
    if (excess) throw new BrokenLink(excess);
    return { ok: true, ...exhibit, ...(strange.length > 0 && { leftOut: strange }) };
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
  const chosen = readChoices(choices.split('/').slice(1));
  const said = await readExtras(list?.split('&') ?? [], reader);
  const scenario: Scenario = { ...defaultScenario, ...chosen, ...part(said, 'scenario') };
  await refuseUnplayable(scenario);
  const [view, demands] = [part(said, 'view'), part(said, 'demands')];
  const exhibit = {
    scenario,
    ...part(said, 'itself'),
    ...(Object.keys(view).length > 0 && { view }),
    ...(Object.keys(demands).length > 0 && { demands }),
  };
  refuseBeyond(exhibit.step, run(scenario).steps.length);
  return exhibit;
}

/** What all extras say of one part of an exhibit. */
function part<K extends keyof Said>(said: readonly Said[], name: K): NonNullable<Said[K]> {
  return Object.assign({}, ...said.map((each) => each[name]));
}

function checkFormat(format: number): void {
  if (format > FORMAT) throw new BrokenLink({ what: 'newer format', format, newest: FORMAT });
  if (format < FORMAT) throw new BrokenLink({ what: 'no such format', format });
}

function readChoices(chosen: readonly string[]): Partial<Choices> {
  const made = new Map<string, unknown>();
  for (const word of chosen) {
    const dimension = dimensions.find((each) => Object.hasOwn(words[each], word));
    if (!dimension) throw new BrokenLink({ what: 'unknown choice', word: excerpt(word) });
    if (made.has(dimension)) throw new BrokenLink({ what: 'second choice', word });
    made.set(dimension, words[dimension][word]);
  }
  return Object.fromEntries(made) as Partial<Choices>;
}

/** What others hang on to an address must not cost the reader what it says besides: it is told, and left out. */
async function readExtras(texts: readonly string[], reader: Reader): Promise<readonly Said[]> {
  const { heeded, strange } = reader;
  const second = (hash: string) => exhibitOf(hash, { ...reader, single: true }).catch(unfollowed(reader));
  const said: Said[] = [];
  const names = new Set<string>();
  for (const text of texts) {
    const { name = '', value = '', extra } = extraIn(text, reader);
    const again = names.has(name);
    if (again && extra?.essential) throw new BrokenLink({ what: 'second extra', name });
    names.add(name);
    const read = again ? undefined : await extra?.read(value, second);
    if (!read && extra?.essential) throw new BrokenLink(extra.essential(value));
    if (read) said.push(read);
    const acted = Object.hasOwn(placeExtras, name) || heeded.some((each) => each === name);
    const can = acted && !again ? extra?.can : undefined;
    if (!read || !acted) strange.push({ text: excerpt(text), ...(can && { instead: { name, can } }) });
  }
  return said;
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

async function refuseUnplayable(scenario: Scenario): Promise<void> {
  const oddity = oddityOf(scenario);
  if (oddity) throw new BrokenLink({ what: 'oddity', hurdle: oddity });
  if (lacks(scenario)) await supply(scenario);
  const conflict = conflictOf(scenario);
  if (conflict) throw new BrokenLink({ what: 'conflict', hurdle: conflict });
  const hurdle = hurdleOf(scenario);
  if (hurdle) throw new BrokenLink({ what: 'hurdle', hurdle });
  const texts = new Set<string>();
  for (const text of scenario.mischief.map(mischiefText)) {
    if (texts.has(text)) throw new BrokenLink({ what: 'second mischief', text: excerpt(text) });
    texts.add(text);
  }
}

/** @param last the number of the handshake's last step */
function refuseBeyond(step: number | undefined, last: number): void {
  if (step !== undefined && step > last) throw new BrokenLink({ what: 'step beyond the last', step, last });
}
