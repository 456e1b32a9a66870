// A scenario and a step as the part of an address behind `#`, and back. A link holds choices and a seed only, so that no key and no
// certificate of anybody can ever be in one. It must not know the page.

import { flawOf, lacks, supply } from './catalogue/index.ts';
import { conflictOf } from './choices.ts';
import { escaped, mischiefOf, mischiefText, unescaped } from './mischief-text.ts';
import { run } from './run.ts';
import { defaultScenario, type Mischief, type Scenario } from './scenario.ts';

//   link    = "#" format *( "/" choice ) [ "?" extra *( "&" extra ) ]     format = "1"
//   choice  = one word of the table below, in any order; what is left out is as in the default scenario
//   extra   = "break=" mischief *( "," mischief ) | "seed=" text | "step=" number
//
// So `#1` is the default scenario, and `#1/asked/rsa/retry?break=untrusted-ca&step=12` the twelfth step of another one.

/** The version of this form. */
const FORMAT = 1;

type Choices = Omit<Scenario, 'mischief' | 'seed'>;
type Words = { readonly [K in keyof Choices]: Readonly<Record<string, Choices[K]>> };

/** What a link's words choose. No word stands in two rows. */
const words: Words = {
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
};
const dimensions = Object.keys(words) as readonly (keyof Choices)[];

/** Where somebody is: what is played, and the step that is looked at; 0 is before the first one. */
export interface Place {
  readonly scenario: Scenario;
  /** Left out: wherever the page goes by itself. */
  readonly step?: number;
}

export type FromLink =
  | ({ readonly ok: true } & Place)
  /** What is wrong with the link, for the reader; the scenario is the default one. */
  | { readonly ok: false; readonly sentence: string; readonly scenario: Scenario };

/**
 * The link to a place: the shortest one, and always the same.
 * @throws RangeError for a step or a mischief that a link has no text for
 */
export function toLink({ scenario, step }: Place): string {
  if (step !== undefined && !(Number.isSafeInteger(step) && step >= 0)) throw new RangeError(`${step} is no step`);
  const choices = dimensions.flatMap((dimension) => {
    if (scenario[dimension] === defaultScenario[dimension]) return [];
    const entries: readonly (readonly [string, unknown])[] = Object.entries(words[dimension]);
    return entries.filter(([, value]) => value === scenario[dimension]).map(([word]) => `/${word}`);
  });
  const { mischief, seed } = scenario;
  const extras = [
    ...(mischief.length > 0 ? [`break=${mischief.map(mischiefText).join(',')}`] : []),
    ...(seed === defaultScenario.seed ? [] : [`seed=${escaped(seed)}`]),
    ...(step === undefined ? [] : [`step=${step}`]),
  ];
  return `#${FORMAT}${choices.join('')}${extras.length > 0 ? `?${extras.join('&')}` : ''}`;
}

/**
 * The place that a link leads to, once everything is at hand that it needs. Never rejects: what can't be followed gets a sentence and
 * the default scenario.
 */
export async function fromLink(hash: string): Promise<FromLink> {
  try {
    return { ok: true, ...(await read(hash)) };
  } catch (error) {
    if (!(error instanceof BrokenLink)) throw error;
    return {
      ok: false,
      sentence: `${error.message} Here is the handshake as it usually starts.`,
      scenario: defaultScenario,
    };
  }
}

/** Its message is a sentence for the reader. */
class BrokenLink extends Error {}

async function read(hash: string): Promise<Place> {
  const text = hash.replace(/^#/, '');
  if (text === '') return { scenario: defaultScenario };
  const [, format, choices = '', , list] = /^(\d{1,9})((?:\/[^/?]*)*)(\?(.*))?$/s.exec(text) ?? [];
  if (format === undefined)
    throw new BrokenLink(
      `This link can’t be read: behind the # stands “${excerpt(text)}”, which is not the form of Countersign’s links.`,
    );
  checkFormat(Number(format));
  const extras = readExtras(list);
  const seed = readSeed(extras.get('seed'));
  const scenario: Scenario = {
    ...defaultScenario,
    ...readChoices(choices.split('/').slice(1)),
    mischief: readMischief(extras.get('break')),
    ...(seed !== undefined && { seed }),
  };
  if (lacks(scenario)) await fetchRest();
  checkPlayable(scenario);
  const step = readStep(extras.get('step'), scenario);
  return { scenario, ...(step !== undefined && { step }) };
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

function readExtras(list: string | undefined): ReadonlyMap<string, string> {
  const extras = new Map<string, string>();
  for (const extra of list?.split('&') ?? []) {
    const [, name, value] = /^(break|seed|step)=(.*)$/s.exec(extra) ?? [];
    if (name === undefined || value === undefined)
      throw new BrokenLink(`This link says “${excerpt(extra)}”, which this page doesn’t understand.`);
    if (extras.has(name)) throw new BrokenLink(`This link says “${name}” twice.`);
    extras.set(name, value);
  }
  return extras;
}

function readMischief(list: string | undefined): readonly Mischief[] {
  return (list?.split(',') ?? []).map((text, index, all) => {
    if (all.indexOf(text) < index) throw new BrokenLink(`This link wants “${excerpt(text)}” to go wrong twice.`);
    const mischief = mischiefOf(text);
    if (!mischief) throw new BrokenLink(`This link wants “${excerpt(text)}” to go wrong, which can’t be read.`);
    return mischief;
  });
}

async function fetchRest(): Promise<void> {
  try {
    await supply();
  } catch {
    throw new BrokenLink('A part of the page that this link needs could not be loaded. Reload the page to try again.');
  }
}

function checkPlayable(scenario: Scenario): void {
  const conflict = conflictOf(scenario);
  if (conflict !== undefined) throw new BrokenLink(`This link makes choices that don’t go together. ${conflict}`);
  for (const mischief of scenario.mischief) {
    const flaw = flawOf(mischief, scenario);
    if (flaw !== undefined)
      throw new BrokenLink(`This link wants something to go wrong that this page can’t play. ${flaw}`);
  }
}

function readSeed(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const seed = unescaped(text);
  if (seed === undefined) throw new BrokenLink('The seed in this link can’t be read.');
  return seed;
}

function readStep(text: string | undefined, scenario: Scenario): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text))
    throw new BrokenLink(`This link leads to step “${excerpt(text)}”, which is no number of a step.`);
  const last = run(scenario).steps.length;
  if (Number(text) > last)
    throw new BrokenLink(`This link leads to step ${Number(text)}, but this handshake ends with step ${last}.`);
  return Number(text);
}

/** So much of a text that a sentence can hold it. */
function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
