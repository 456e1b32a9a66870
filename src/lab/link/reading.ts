// Reads links. Whatever can't be followed gets a sentence for the reader. Apart from making them: a page that is opened without one
// needs none of this. It must not know the page.

import { MissingPart } from '../../shelf/index.ts';
import { hurdleOf, lacks, supply } from '../catalogue/index.ts';
import { conflictOf } from '../choices.ts';
import { excerpt } from '../excerpt.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Hurdle } from '../hurdle.ts';
import { run } from '../run.ts';
import { defaultScenario, type Scenario } from '../scenario.ts';
import { oddityOf } from '../world.ts';
import type { Extra, Said } from './extra.ts';
import { type ExtraName, excessOf, extras, spelled } from './extras.ts';
import { type Choices, dimensions, FORMAT, words } from './link.ts';
import { mischiefText } from './mischief-text.ts';
import { placeExtras } from './place-extras.ts';

export type FromLink =
  | ({
      readonly ok: true;
      /** What of it this page doesn't understand, or doesn't act on, as a sentence for the reader. */
      readonly leftOut?: string;
    } & Exhibit)
  /** What is wrong with the link, for the reader, and why what it says can't be played; the scenario is the default one. */
  | { readonly ok: false; readonly sentence: string; readonly hurdle?: Hurdle; readonly scenario: Scenario };

/**
 * The exhibit that a link leads to, once everything is at hand that it needs. What can't be followed gets a sentence and the default
 * scenario.
 * @param heeded the extras on which somebody acts; of the others the sentence says that the page doesn't understand them
 * @throws MissingPart when something that it needs can't be fetched
 */
export async function readLink(hash: string, heeded: readonly ExtraName[]): Promise<FromLink> {
  try {
    const strange: Strange[] = [];
    const exhibit = await exhibitOf(hash, { heeded, strange, single: false });
    // What is read can be written again: with everything escaped.
    const excess = excessOf(spelled(exhibit));
    if (excess !== undefined) throw new BrokenLink(`Escaped as it should be, this link ${excess}`);
    return { ok: true, ...exhibit, ...(strange.length > 0 && { leftOut: sentenceAbout(strange) }) };
  } catch (error) {
    if (error instanceof MissingPart) throw error;
    const { message: sentence, hurdle } = error instanceof BrokenLink ? error : new BrokenLink(unplayable);
    return { ok: false, sentence, ...(hurdle && { hurdle }), scenario: defaultScenario };
  }
}

/** Its message is a sentence for the reader. */
class BrokenLink extends Error {
  constructor(
    sentence: string,
    readonly hurdle?: Hurdle,
  ) {
    super(sentence);
  }
}

/** What is said of a link in which nothing is wrong, but whose handshake breaks the laboratory. */
const unplayable = 'This link leads to a handshake that this page can’t play to its end.';

interface Reader {
  readonly heeded: readonly ExtraName[];
  /** Grows: what the page doesn't understand, or doesn't act on. */
  readonly strange: Strange[];
  /** Whether nothing may stand beside what is read, because it stands beside something itself. */
  readonly single: boolean;
}

interface Strange {
  readonly text: string;
  /** A sentence about what could stand there. */
  readonly hint?: string;
}

async function exhibitOf(hash: string, reader: Reader): Promise<Exhibit> {
  const text = hash.replace(/^#/, '');
  if (text === '') return { scenario: defaultScenario };
  const excess = excessOf(text);
  if (excess !== undefined) throw new BrokenLink(`This link ${excess} Part of it must be something else.`);
  const [, format, choices = '', , list] = /^(\d{1,9})((?:\/[^/?]*)*)(\?(.*))?$/s.exec(text) ?? [];
  if (format === undefined)
    throw new BrokenLink(
      `This link can’t be read: behind the # stands “${excerpt(text)}”, which is not the form of Countersign’s links.`,
    );
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
  if (format > FORMAT) {
    throw new BrokenLink(
      `This link was made by a newer Countersign (format ${format}; this page reads up to ${FORMAT}). Reload the page, or ask for its latest version.`,
    );
  }
  if (format < FORMAT) throw new BrokenLink(`This link names format ${format}, which never existed.`);
}

function readChoices(chosen: readonly string[]): Partial<Choices> {
  const made = new Map<string, unknown>();
  for (const word of chosen) {
    const dimension = dimensions.find((each) => Object.hasOwn(words[each], word));
    if (!dimension) throw new BrokenLink(`This link chooses “${excerpt(word)}”, which this page doesn’t know.`);
    if (made.has(dimension))
      throw new BrokenLink(`This link chooses twice where one choice can be made; “${word}” is one choice too many.`);
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
    if (again && extra?.essential) throw new BrokenLink(`This link says “${name}” twice.`);
    names.add(name);
    const read = again ? undefined : await extra?.read(value, second);
    if (!read && extra?.essential) throw new BrokenLink(extra.complaint(value));
    if (read) said.push(read);
    const acted = Object.hasOwn(placeExtras, name) || heeded.some((each) => each === name);
    if (!read || !acted) strange.push({ text, ...(extra && acted && !again && { hint: extra.complaint(value) }) });
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

/** So many strange things in a link are named. */
const named = 3;

function sentenceAbout(strange: readonly Strange[]): string {
  const told = strange.slice(0, named);
  const names = told.map(({ text }) => `“${excerpt(text)}”`);
  const more = strange.length > named ? ' and more' : '';
  const hints = told.flatMap(({ hint }) => hint ?? []);
  const what = `This link says ${names.join(', ')}${more}, which this page doesn’t understand.`;
  return [what, ...hints, 'Here is the rest of what it says.'].join(' ');
}

async function refuseUnplayable(scenario: Scenario): Promise<void> {
  const oddity = oddityOf(scenario);
  if (oddity !== undefined) throw new BrokenLink('This link asks for what can’t be.', oddity);
  if (lacks(scenario)) await supply(scenario);
  const conflict = conflictOf(scenario);
  if (conflict !== undefined) throw new BrokenLink('This link makes choices that don’t go together.', conflict);
  const hurdle = hurdleOf(scenario);
  if (hurdle !== undefined) throw new BrokenLink('This link wants something that this page can’t play.', hurdle);
  const texts = new Set<string>();
  for (const text of scenario.mischief.map(mischiefText)) {
    if (texts.has(text)) throw new BrokenLink(`This link wants “${excerpt(text)}” to go wrong twice.`);
    texts.add(text);
  }
}

/** @param last the number of the handshake's last step */
function refuseBeyond(step: number | undefined, last: number): void {
  if (step !== undefined && step > last)
    throw new BrokenLink(`This link leads to step ${step}, but this handshake ends with step ${last}.`);
}
