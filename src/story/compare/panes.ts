// What of a pane is not alike where the same step of two runs is looked at: of what is told, of keys, of certificates, of both machines. It
// must not know words, nor the screen.

import type { Card, CertificatesView } from '../certificates/index.ts';
import type { Fact, Narration } from '../explain/index.ts';
import type { KeyNode, KeyTree } from '../keys/index.ts';
import type { LaddersView } from '../ladders/index.ts';
import { type Rich, textOf } from '../rich.ts';
import { joined, type Mark, type Marks, marksByName } from './marks.ts';

/** Of what is told of a step: paragraphs that are told of this one alone, and values. */
export function differingNarration(one: Narration, other: Narration): Marks {
  const said = new Set(paragraphsOf(other).map(textOf));
  const own = paragraphsOf(one).filter((paragraph) => !said.has(textOf(paragraph)));
  const lines = ({ checks }: Narration) => checks.flatMap((list) => list.lines);
  return joined(
    new Map(own.map((paragraph) => [paragraph, 'other'] as const)),
    factMarks(one.facts, other.facts),
    marksByName(lines(one), lines(other), {
      name: ({ text }) => textOf(text),
      value: ({ outcome, value, reason }) => [outcome, value, reason],
    }),
    marksByName(one.extensions ?? [], other.extensions ?? [], {
      name: ({ name }) => name,
      value: ({ value }) => value,
    }),
  );
}

/** What is told in running text. */
function paragraphsOf({ gist, lead, why, breaksWithout, found, otherSide, remedy }: Narration): readonly Rich[] {
  const asides = [found, otherSide, remedy].map((aside) => aside?.text);
  return [gist, ...lead, why, breaksWithout, ...asides].filter((text) => text !== undefined);
}

function factMarks(one: readonly Fact[], other: readonly Fact[]): Marks {
  return marksByName(one, other, { name: ({ name }) => name, value: ({ value }) => value });
}

/** Of the key schedule: values that are not the same, those that only this run has by now, and those that not both know. */
export function differingKeys(one: KeyTree, other: KeyTree): Marks {
  const nodes = (tree: KeyTree): readonly KeyNode[] =>
    tree.sections.flatMap((section) => section.nodes.flatMap(withBranches));
  const theirs = new Map(nodes(other).map((node) => [node.id, node]));
  return new Map(
    nodes(one).flatMap((node): [KeyNode, Mark][] => {
      const twin = theirs.get(node.id);
      if (!twin) return [[node, 'only']];
      if (node.made !== twin.made) return node.made ? [[node, 'only']] : [];
      return JSON.stringify(valuesOf(node)) === JSON.stringify(valuesOf(twin)) ? [] : [[node, 'other']];
    }),
  );
}

function withBranches(node: KeyNode): readonly KeyNode[] {
  return [node, ...node.branches.flatMap(withBranches)];
}

/** Who has which. */
function valuesOf({ values, holders }: KeyNode): unknown {
  return [holders, values.map(({ hex, holders: whose }) => [hex, whose])];
}

/** Of certificates: those at the same place of a chain, or trusted by the same side, that are not the same or fared otherwise; and which of their fields. */
export function differingCertificates(one: CertificatesView, other: CertificatesView): Marks {
  const places = (view: CertificatesView) =>
    new Map<string, readonly Card[]>([
      ...view.presentations.map(({ of, chain }) => [`shown ${of}`, chain] as const),
      ...view.stores.map(({ by, anchors }) => [`trusted ${by}`, anchors] as const),
    ]);
  const theirs = places(other);
  return joined(...[...places(one)].map(([place, cards]) => cardMarks(cards, theirs.get(place) ?? [], place)));
}

/** In a chain the place counts, among those that are trusted the name. */
function cardMarks(one: readonly Card[], other: readonly Card[], place: string): Marks {
  const twinOf = (card: Card, at: number) =>
    place.startsWith('shown') ? other[at] : other.find(({ title }) => title === card.title);
  return joined(
    ...one.map((card, at): Marks => {
      const twin = twinOf(card, at);
      if (!twin) return new Map([[card, 'only']]);
      const facts = joined(factMarks(card.facts, twin.facts), checkMarks(card, twin));
      const alike =
        facts.size === 0 && card.title === twin.title && card.valid === twin.valid && card.note === twin.note;
      return alike && sameBytes(card, twin) ? facts : joined(new Map([[card, 'other']]), facts);
    }),
  );
}

function checkMarks(one: Card, other: Card): Marks {
  return marksByName(one.checks, other.checks, {
    name: ({ name }) => name,
    value: ({ outcome, reason, value }) => [outcome, reason, value],
  });
}

function sameBytes({ der: one }: Card, { der: other }: Card): boolean {
  return one?.join() === other?.join();
}

/** Of both machines: states that one side is in, has been in or will come to in this run, and otherwise in the other. */
export function differingLadders(one: LaddersView, other: LaddersView): Marks {
  return joined(
    ...one.ladders.map((ladder) =>
      marksByName(ladder.rungs, other.ladders.find(({ of }) => of === ladder.of)?.rungs ?? [], {
        name: ({ name }) => name,
        value: ({ status, epoch, accepts }) => [status, epoch, accepts],
      }),
    ),
  );
}
