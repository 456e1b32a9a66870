// Nothing that is told contradicts the run that it is told of: the whole catalogue, in both versions, for every onlooker, as far as that can
// be computed.

import { expect, it } from 'vitest';
import { type Bytes, toHex } from '../../../src/bytes/index.ts';
import { catalogue, flawOf, type Mischief, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import { certificatesAt } from '../../../src/story/certificates/index.ts';
import type { Narration } from '../../../src/story/explain/index.ts';
import { type Lens, textOf, toModel } from '../../../src/story/index.ts';
import { type KeyNode, keyTree } from '../../../src/story/keys/index.ts';
import { laddersAt } from '../../../src/story/ladders/index.ts';
import type { Role, Version } from '../../../src/tls/index.ts';
import { possession, possessionByFinished, protocolChecks, signedShare } from '../../../src/words/explain/checks.ts';
import { played, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const roles: readonly Role[] = ['client', 'server'];
const lenses: readonly Lens[] = ['everything', ...roles, 'wire'];
const versions: readonly Version[] = ['1.2', '1.3'];

/** Every entry of the catalogue at each of its places; and what nothing goes wrong in. */
const entries: readonly (readonly [string, Partial<Scenario>])[] = catalogue().flatMap(({ id, takes }) =>
  versions.flatMap((version): [string, Partial<Scenario>][] => {
    const spots = takes?.at === 'any record' ? [] : (takes?.at?.[version] ?? []);
    const all: readonly Mischief[] = spots.length === 0 ? [{ id }] : spots.map(({ at }) => ({ id, at }));
    return all
      .filter((mischief) => flawOf(mischief, { version }) === undefined)
      .map((mischief) => [`${id}@${mischief.at ?? ''} in TLS ${version}`, { version, mischief: [mischief] }]);
  }),
);

/** A bit of each of the first records. */
const flips = versions.flatMap((version) =>
  [0, 1, 3, 5].map((at): [string, Partial<Scenario>] => [
    `flip@${at} in TLS ${version}`,
    { version, mischief: [{ id: 'flip', at }] },
  ]),
);

const runs = [...variants, ...entries, ...flips];

type Telling = readonly [where: string, narration: Narration, step: number];

/** A run, and everything that is told of its steps and rows to each onlooker. */
interface Tale {
  readonly timeline: Timeline;
  readonly told: Readonly<Record<Lens, readonly Telling[]>>;
}

function taleOf(timeline: Timeline): Tale {
  const told = (lens: Lens): readonly Telling[] => [
    ...timeline.steps.map(({ number }): Telling => [`step ${number}`, narrated(timeline, number, null, lens), number]),
    ...toModel(timeline, timeline.steps.length, { lens }).rows.flatMap((row): Telling[] =>
      row.kind === 'message' && !row.ghost ? [] : [[row.id, narrated(timeline, row.step, row.id, lens), row.step]],
    ),
  ];
  const [everything, client, server, wire] = lenses.map(told) as [Telling[], Telling[], Telling[], Telling[]];
  return { timeline, told: { everything, client, server, wire } };
}

function wordsOf({ title, gist, lead, why, breaksWithout, checks, facts, found, otherSide }: Narration): string {
  const lines = checks.flatMap((list) => list.lines.map(({ text, value, reason }) => [textOf(text), value, reason]));
  return [
    title,
    ...[gist, ...lead, why ?? [], breaksWithout ?? [], found?.text ?? [], otherSide?.text ?? []].map(textOf),
    ...lines.flat(),
    ...facts.map(({ value }) => value),
  ].join('\n');
}

/** The sides that find fault with anything. */
const refusing = ({ moments }: Timeline): ReadonlySet<unknown> =>
  new Set(
    moments.flatMap((moment) => (moment.who !== 'network' && moment.insight.kind === 'fault' ? [moment.who] : [])),
  );

/** What only the two sides know: what keys are made of, and what travels under them alone. */
function secretsOf({ moments }: Timeline): readonly string[] {
  const found = moments.flatMap((moment): Bytes[] => {
    if (moment.who === 'network') return [];
    const { insight } = moment;
    if (insight.kind === 'keys') return [insight.key];
    if (insight.kind !== 'secret') return [];
    const { secret } = insight;
    if (secret.kind === 'share') return [secret.privateKey];
    return /early_secret/.test(JSON.stringify(secret.id)) ? [] : [secret.value];
  });
  return found.map((bytes) => toHex(bytes)).filter((hex) => hex.length >= 32);
}

const flat = (node: KeyNode): readonly KeyNode[] => [node, ...node.branches.flatMap(flat)];
const keysAt = (timeline: Timeline, lens: Lens) =>
  keyTree(timeline, timeline.steps.length, lens).sections.flatMap(({ nodes }) => nodes.flatMap(flat));

/** The same check in the lists of the message and of the chain: what a signature, or static RSA’s Finished, shows is told in either. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  [protocolChecks.signature]: [possession],
  [signedShare]: [possession],
  [possessionByFinished]: [protocolChecks.finished],
};

/** What must hold of every tale. */
const rules: Readonly<Record<string, (tale: Tale) => void>> = {
  'leaves no check to come that never comes'({ timeline, told }) {
    for (const lens of lenses) {
      for (const [where, { checks }, step] of told[lens]) {
        const open = checks.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome === 'open'));
        if (step === timeline.steps.length) expect(open, where).toEqual([]);
        for (const line of open) {
          const text = textOf(line.text);
          const names = [text, ...(alsoCalled[text] ?? [])];
          const later = told[lens].some(
            ([, narration, at]) =>
              at >= step &&
              narration.checks.some(({ lines }) =>
                lines.some((each) => names.includes(textOf(each.text)) && !/open|skipped/.test(each.outcome)),
              ),
          );
          expect(later, `${lens}, ${where}: ${text}`).toBe(true);
        }
      }
    }
  },

  'says of nobody that they refuse who do not'({ timeline, told }) {
    const refusers = refusing(timeline);
    for (const lens of lenses)
      for (const [where, narration] of told[lens])
        for (const who of roles)
          if (!refusers.has(who)) {
            expect(narration.found?.title ?? '', where).not.toContain(`the ${who} found`);
            const makes = narration.otherSide?.title === `What the ${who} makes of it`;
            if (makes) expect(textOf(narration.otherSide?.text ?? []), where).not.toContain('It refuses');
          }
  },

  'says of no proof that it holds which nobody found to hold'({ timeline }) {
    for (const { number, moments, name } of timeline.steps) {
      const failed = moments.some((at) => {
        const moment = timeline.moments[at];
        return moment?.who !== 'network' && moment?.insight.kind === 'check' && !moment.insight.ok;
      });
      if (!failed || !/CertificateVerify|ServerKeyExchange/.test(name)) continue;
      const words = wordsOf(narrated(timeline, number));
      expect(words, name).not.toMatch(
        /to show that it holds the key|fits this handshake and no other|proves two things/,
      );
    }
  },

  'says of a common secret only where both have the same'({ timeline, told }) {
    const values = roles.map((who) =>
      timeline.moments.flatMap((moment) =>
        moment.who === who && moment.insight.kind === 'secret' && moment.insight.secret.kind === 'agreed'
          ? [toHex(moment.insight.secret.value)]
          : [],
      ),
    );
    const same = values[0]?.[0] !== undefined && values[0][0] === values[1]?.[0];
    if (same) return;
    for (const [where, narration] of told.everything)
      expect(wordsOf(narration), where).not.toMatch(/both have a secret|Both get the same secret/);
  },

  'says of both sides nothing that follows from a message which the other one never read'({ timeline }) {
    for (const { number, kind, heard, name } of timeline.steps) {
      if (kind !== 'message' || heard !== undefined) continue;
      const { title, gist, lead } = narrated(timeline, number);
      const words = [title, ...[gist, ...lead].map(textOf)].join('\n');
      expect(words, `step ${number}, ${name}`).not.toMatch(
        /the two do not come to|both (sides )?will|each side can make|and both (have|get)/i,
      );
    }
  },

  'names no secret on the wire, nor what only one side knows to the other'({ timeline }) {
    const secrets = secretsOf(timeline);
    const shown = keysAt(timeline, 'wire').flatMap((node) => JSON.stringify(node));
    for (const secret of secrets)
      for (const node of shown) expect(node.includes(secret), node.slice(0, 80)).toBe(false);
    for (const lens of roles)
      for (const { knowing } of keysAt(timeline, lens)) expect(knowing.map(({ who }) => who)).toEqual([lens]);
    for (const lens of roles) {
      expect(laddersAt(timeline, timeline.steps.length, lens).ladders.map(({ of }) => of)).toEqual([lens]);
      const { presentations, stores } = certificatesAt(timeline, timeline.steps.length, lens);
      expect(stores.map(({ by }) => by)).toEqual([lens]);
      for (const { of, verdict, proof, motive } of presentations) {
        if (of === lens) expect([verdict, proof]).toEqual([undefined, undefined]);
        else expect(motive).toBeUndefined();
      }
    }
    expect(laddersAt(timeline, timeline.steps.length, 'wire').ladders).toEqual([]);
  },

  'tells each side only of its own checks, and the wire of none'({ told }) {
    for (const lens of [...roles, 'wire'] as const)
      for (const [where, { checks, found, otherSide }] of told[lens]) {
        const others = roles.filter((who) => who !== lens);
        for (const who of others) {
          expect(found?.title ?? '', where).not.toContain(`the ${who} found`);
          expect(otherSide?.title ?? '', where).not.toContain(`the ${who} makes`);
          for (const { title } of checks) {
            expect(title, where).not.toBe(`What the ${who} checks`);
            if (lens !== 'wire') expect(title, where).not.toBe(`Checks of the ${lens}’s certificate`);
          }
        }
        if (lens === 'wire') expect(checks, where).toEqual([]);
      }
  },

  'tells neither side of anybody on the wire'({ told }) {
    for (const lens of [...roles, 'wire'] as const)
      for (const [where, { gist, lead, title }] of told[lens])
        expect([title, ...[gist, ...lead].map(textOf)].join('\n'), `${lens}, ${where}`).not.toMatch(
          /[Ss]omebody on the wire (has|sends|holds)|On its way:/,
        );
  },

  'names nobody on the wire whose certificate is sealed'({ timeline, told }) {
    const shown = timeline.moments.flatMap((moment) =>
      moment.who === 'client' && moment.insight.kind === 'said' && moment.insight.message.name === 'Certificate'
        ? [moment.insight.message.epoch]
        : [],
    );
    if (shown.length === 0 || shown.includes('cleartext')) return;
    for (const [where, narration] of told.wire) expect(wordsOf(narration), where).not.toContain('client.example');
    expect(certificatesAt(timeline, timeline.steps.length, 'wire').presentations.flatMap(({ chain }) => chain)).toEqual(
      [],
    );
  },
};

it.each(runs)('nothing contradicts the run: %s', (_, patch) => {
  const tale = taleOf(played(patch));
  for (const rule of Object.values(rules)) rule(tale);
});

it('who listens to TLS 1.2 reads the client’s name', () => {
  const timeline = played({ version: '1.2' });
  const step = timeline.steps.find(({ name, from }) => name === 'Certificate' && from === 'client')?.number ?? 0;
  expect(wordsOf(narrated(timeline, step, null, 'wire'))).toContain('client.example');
  const { presentations } = certificatesAt(timeline, timeline.steps.length, 'wire');
  expect(presentations.flatMap(({ chain }) => chain.map(({ title }) => title))).toContain('client.example');
});
