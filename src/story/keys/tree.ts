// The key schedule at the cursor: the outline of the whole, and in each slot what is known there by now.
// Pure. It must not know how anything is derived, nor how a tree is drawn.

import { equal, toHex } from '../../bytes/index.ts';
import { remembered, stepAt, type Timeline } from '../../lab/index.ts';
import {
  differing,
  holdersMark,
  holdersPhrase,
  intro,
  knowerNames,
  knowing,
  marks,
  warnings,
} from '../../words/keys.ts';
import { type SectionName, tlsReference } from '../../words/references.ts';
import { happened, versionOf } from '../account.ts';
import type { Lens } from '../lenses.ts';
import { rich } from '../rich.ts';
import { outlineOf, type Section, type Slot } from './outline.ts';
import { type Saying, sayingsOf } from './sayings.ts';
import type { KeyNode, KeyTree, KeyValue, Knower, Knowing, SharedWay } from './shape.ts';

const everybody: readonly Knower[] = ['client', 'server', 'eavesdropper'];

/** Of whom it can be told through a lens what they have. */
const knowersThrough: Readonly<Record<Lens, readonly Knower[]>> = {
  everything: everybody,
  client: ['client'],
  server: ['server'],
  wire: ['eavesdropper'],
};

const sources: Readonly<Record<KeyTree['version'], readonly SectionName[]>> = {
  '1.3': ['keySchedule', 'trafficKeys', 'keyUpdateSecrets'],
  '1.2': ['masterSecret', 'extendedMasterSecret', 'keyBlock'],
};

/**
 * Every value of a run’s key schedule, and what of it exists when the playhead stands at `cursor`.
 * @param cursor in steps: 0 before anything, 3 after step 3, 2.4 while step 3 is on its way
 * @param lens whose eyes: values that somebody does not have are not there for them, nor who else has what
 */
export function keyTree(timeline: Timeline, cursor: number, lens: Lens = 'everything'): KeyTree {
  const { sections, byId } = planOf(timeline)[lens];
  const current = stepAt(timeline, cursor)?.number ?? 0;
  const glance: Glance = {
    byId,
    current,
    knowers: knowersThrough[lens],
    now: ({ told }) => happened(timeline, told, cursor),
    swapped: false,
  };
  const swapped = sections.some(({ slots }) => holdsSwapped(slots, glance));
  const version = versionOf(timeline);
  return {
    version,
    intro: rich(intro[version]),
    sections: sections.map(({ id, title, hue, slots }) => ({
      id,
      title,
      ...(hue && { hue }),
      nodes: slots.map((slot) => nodeOf(slot, { ...glance, swapped })),
    })),
    references: sources[version].map(tlsReference),
  };
}

/** What a node looks at. */
interface Glance {
  readonly byId: ReadonlyMap<string, readonly Saying[]>;
  readonly now: (saying: Saying) => boolean;
  /** Of whom it can be told what they have. */
  readonly knowers: readonly Knower[];
  /** The number of the current step. */
  readonly current: number;
  /** Whether what arrived of the key exchange is not what was sent. */
  readonly swapped: boolean;
}

interface Plan {
  readonly sections: readonly Section[];
  readonly byId: ReadonlyMap<string, readonly Saying[]>;
}

const planOf: (timeline: Timeline) => Readonly<Record<Lens, Plan>> = remembered((timeline) => {
  const sayings = sayingsOf(timeline);
  const sections = outlineOf(timeline, sayings);
  const through = (lens: Lens): Plan => {
    const seen = sayings.filter(({ who }) => knowersThrough[lens].includes(who));
    return { sections, byId: grouped(seen, ({ id }) => id) };
  };
  return {
    everything: through('everything'),
    client: through('client'),
    server: through('server'),
    wire: through('wire'),
  };
});

function nodeOf(slot: Slot, glance: Glance): KeyNode {
  const { id, name, mark, why, hue } = slot;
  const all = glance.byId.get(id) ?? [];
  const now = all.filter(glance.now);
  const values = valuesOf(now);
  const label = all.find((saying) => saying.label !== undefined)?.label;
  const holders = glance.knowers.length > 1 ? holdersOf(slot, all, now) : holdingOf(slot, all, now, glance.knowers);
  return {
    id,
    name,
    mark: label === undefined ? mark : marks.label(label),
    made: now.length > 0,
    fresh: now.some(({ told }) => told.step === glance.current),
    values,
    knowing: glance.knowers.map((who) => knowingOf(who, slot, all, glance)),
    why: rich(why),
    branches: slot.branches.map((branch) => nodeOf(branch, glance)),
    ...(hue && { hue }),
    ...(holders !== undefined && { holders }),
    ...(values.length > 1 && { warning: rich(hue === 'cleartext' ? warnings.travelling : warnings.derived) }),
  };
}

function holdersOf({ hue }: Slot, all: readonly Saying[], now: readonly Saying[]): string | undefined {
  if (all.length === 0) return knowing.notHere;
  if (now.length === 0) return undefined;
  const clear = hue === 'cleartext';
  if (new Set(now.map(({ value }) => toHex(value))).size > 1) return clear ? differing.travelling : differing.derived;
  const has = (who: Knower) => now.some((saying) => saying.who === who);
  const wire = has('eavesdropper') && (clear ? 'reads' : 'computes');
  return holdersMark(has('client'), has('server'), wire);
}

/** The same of one party alone. */
function holdingOf(
  { hue }: Slot,
  all: readonly Saying[],
  now: readonly Saying[],
  [who]: readonly Knower[],
): string | undefined {
  if (all.length === 0) return who === 'eavesdropper' ? knowing.hidden : knowing.notHere;
  if (now.length === 0) return undefined;
  return who === 'eavesdropper' ? holdersMark(false, false, hue === 'cleartext' ? 'reads' : 'computes') : undefined;
}

function valuesOf(now: readonly Saying[]): readonly KeyValue[] {
  const byValue = grouped(now, ({ value }) => toHex(value));
  return [...byValue].map(([hex, sayings]) => ({
    hex,
    holders: holdersPhrase(everybody.filter((who) => sayings.some((saying) => saying.who === who))),
    ways: waysOf(sayings),
  }));
}

/** The ways of those who made a value, each once. */
function waysOf(sayings: readonly Saying[]): readonly SharedWay[] {
  // What everybody can compute, its makers tell best.
  const made = sayings.filter(({ way }) => way);
  const sides = made.filter(({ who }) => who !== 'eavesdropper');
  const own = sides.length > 0 ? sides : made;
  const byWay = grouped(own, ({ way }) => `${way?.formula} ${way?.inputs.map(({ value }) => toHex(value))}`);
  return [...byWay.values()].flatMap(([first, ...others], index) => {
    if (!first?.way) return [];
    const { remark, ...way } = first.way;
    const by = byWay.size > 1 ? holdersPhrase([first, ...others].map(({ who }) => who)) : '';
    // Once is enough where two did the same from two sides.
    return [{ ...way, by, ...(remark !== undefined && (index === 0 || remark !== own[0]?.way?.remark) && { remark }) }];
  });
}

function knowingOf(who: Knower, slot: Slot, all: readonly Saying[], glance: Glance): Knowing {
  const own = all.find((saying) => saying.who === who);
  const name = knowerNames[who];
  if (own && glance.now(own)) return { who, name, state: 'knows', text: knows(own, slot, all.find(glance.now)) };
  if (own) return { who, name, state: 'not yet', text: knowing.notYet };
  const never = glance.swapped ? knowing.notByListening : knowing.never;
  return { who, name, state: 'never', text: who === 'eavesdropper' && all.length > 0 ? never : knowing.notHere };
}

/** @param first how the value first came up */
function knows({ who, told: { step }, value }: Saying, { hue }: Slot, first: Saying | undefined): string {
  if (who === 'eavesdropper') return hue === 'cleartext' ? knowing.clear(step) : knowing.anyone;
  return first && !equal(first.value, value) ? knowing.another(step) : knowing.since(step);
}

/** Items by a key, keys and items in the order in which they come. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Whether a value has arrived as another one than was sent. */
function holdsSwapped(slots: readonly Slot[], glance: Glance): boolean {
  return slots.some(({ id, hue, branches }) => {
    const values = (glance.byId.get(id) ?? []).filter(glance.now).map(({ value }) => toHex(value));
    return (hue === 'cleartext' && new Set(values).size > 1) || holdsSwapped(branches, glance);
  });
}
