// Reads links. Whatever can't be followed gets a sentence for the reader. Apart from making them: a page that is opened without one
// needs none of this. It must not know the page.

import { fromText, toText } from '../../bytes/index.ts';
import { MissingPart } from '../../shelf/index.ts';
import { hurdleOf, lacks, supply } from '../catalogue/index.ts';
import { conflictOf } from '../choices.ts';
import { excerpt } from '../excerpt.ts';
import { run } from '../run.ts';
import { defaultScenario, type Mischief, type Scenario } from '../scenario.ts';
import { oddityOf, type World } from '../world.ts';
import { clockOf } from './clock-text.ts';
import { type Choices, dimensions, FORMAT, type Place, words } from './link.ts';
import { mischiefText } from './mischief-text.ts';

export type FromLink =
  | ({
      readonly ok: true;
      /** What was left out of it because this page doesn't understand it, as a sentence for the reader. */
      readonly leftOut?: string;
    } & Place)
  /** What is wrong with the link, for the reader; the scenario is the default one. */
  | { readonly ok: false; readonly sentence: string; readonly scenario: Scenario };

/**
 * The place that a link leads to, once everything is at hand that it needs. What can't be followed gets a sentence and the default
 * scenario.
 * @throws MissingPart when something that it needs can't be fetched
 */
export async function readLink(hash: string): Promise<FromLink> {
  try {
    return { ok: true, ...(await read(hash)) };
  } catch (error) {
    if (error instanceof MissingPart) throw error;
    const broken = error instanceof BrokenLink ? error.message : unplayable;
    return {
      ok: false,
      sentence: `${broken} Here is the handshake as it usually starts.`,
      scenario: defaultScenario,
    };
  }
}

/** Its message is a sentence for the reader. */
class BrokenLink extends Error {}

/** What is said of a link in which nothing is wrong, but whose handshake breaks the laboratory. */
const unplayable = 'This link leads to a handshake that this page can’t play to its end.';

/** So many letters can a link have. The longest that this page makes has about six thousand. */
const longest = 8192;

async function read(hash: string): Promise<Place & { readonly leftOut?: string }> {
  const text = hash.replace(/^#/, '');
  if (text === '') return { scenario: defaultScenario };
  if (text.length > longest)
    throw new BrokenLink(
      `This link is ${text.length} letters long, and no link of this page has more than ${longest}. Part of it must be something else.`,
    );
  const [, format, choices = '', , list] = /^(\d{1,9})((?:\/[^/?]*)*)(\?(.*))?$/s.exec(text) ?? [];
  if (format === undefined)
    throw new BrokenLink(
      `This link can’t be read: behind the # stands “${excerpt(text)}”, which is not the form of Countersign’s links.`,
    );
  checkFormat(Number(format));
  const { extras, strange } = readExtras(list);
  const seed = readSeed(extras.get('seed'));
  const scenario: Scenario = {
    ...defaultScenario,
    ...readChoices(choices.split('/').slice(1)),
    mischief: readMischief(extras.get('break')),
    ...(seed !== undefined && { seed }),
    ...readWorld(extras),
  };
  if (lacks(scenario)) await supply(scenario);
  refuseUnplayable(scenario);
  const step = readStep(extras.get('step'), run(scenario).steps.length);
  return {
    scenario,
    ...(step !== undefined && { step }),
    ...(strange.length > 0 && { leftOut: sentenceAbout(strange) }),
  };
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

interface Extras {
  readonly extras: ReadonlyMap<string, string>;
  /** What stands among them and is none. */
  readonly strange: readonly string[];
}

/** What others hang on to an address must not cost the reader what it says besides: it is told, and left out. */
function readExtras(list: string | undefined): Extras {
  const extras = new Map<string, string>();
  const strange: string[] = [];
  for (const extra of list?.split('&') ?? []) {
    const [, name, value] = /^(break|seed|at|name|step)=(.*)$/s.exec(extra) ?? [];
    if (name === undefined || value === undefined) {
      strange.push(extra);
      continue;
    }
    if (extras.has(name)) throw new BrokenLink(`This link says “${name}” twice.`);
    extras.set(name, value);
  }
  return { extras, strange };
}

/** So many strange things in a link are named. */
const named = 3;

function sentenceAbout(strange: readonly string[]): string {
  const names = strange.slice(0, named).map((each) => `“${excerpt(each)}”`);
  const more = strange.length > named ? ' and more' : '';
  return `This link says ${names.join(', ')}${more}, which this page doesn’t understand. Here is the rest of what it says.`;
}

function readMischief(list: string | undefined): readonly Mischief[] {
  return (list?.split(',') ?? []).map((text) => {
    const mischief = mischiefOf(text);
    if (!mischief) throw new BrokenLink(`This link wants “${excerpt(text)}” to go wrong, which can’t be read.`);
    return mischief;
  });
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

function refuseUnplayable(scenario: Scenario): void {
  const conflict = conflictOf(scenario);
  if (conflict !== undefined) throw new BrokenLink(`This link makes choices that don’t go together. ${conflict}`);
  const hurdle = hurdleOf(scenario);
  if (hurdle !== undefined) throw new BrokenLink(`This link wants something that this page can’t play. ${hurdle}`);
  const texts = new Set<string>();
  for (const text of scenario.mischief.map(mischiefText)) {
    if (texts.has(text)) throw new BrokenLink(`This link wants “${excerpt(text)}” to go wrong twice.`);
    texts.add(text);
  }
}

function readSeed(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const seed = decoded(text);
  if (seed === undefined) throw new BrokenLink('The seed in this link can’t be read.');
  return seed;
}

/** An escaped text; undefined for what nobody escaped. Half a surrogate pair becomes what a link would say of it. */
function decoded(text: string): string | undefined {
  try {
    return toText(fromText(decodeURIComponent(text)));
  } catch {
    return undefined;
  }
}

function readWorld(extras: Extras['extras']): Partial<World> {
  const clock = extras.get('at');
  const at = clock === undefined ? undefined : clockOf(decoded(clock) ?? '');
  if (clock !== undefined && at === undefined)
    throw new BrokenLink(
      `This link sets the clock to “${excerpt(clock)}”, which is no time such as 2026-11-23T12:00Z.`,
    );
  const host = extras.get('name');
  const name = host === undefined ? undefined : (decoded(host) ?? '');
  const world = { ...(at !== undefined && { at }), ...(name !== undefined && { name }) };
  const oddity = oddityOf({ ...defaultScenario, ...world });
  if (oddity !== undefined) throw new BrokenLink(`This link asks for what can’t be. ${oddity}`);
  return world;
}

/** @param last the number of the handshake's last step */
function readStep(text: string | undefined, last: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text))
    throw new BrokenLink(`This link leads to step “${excerpt(text)}”, which is no number of a step.`);
  if (Number(text) > last)
    throw new BrokenLink(`This link leads to step ${Number(text)}, but this handshake ends with step ${last}.`);
  return Number(text);
}
