// What of the panes is not alike where the same step of two runs stands side by side, found by another way.

import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/bytes/index.ts';
import { defaultScenario, entryNamed, type Scenario, staged, type Timeline } from '../../../src/lab/index.ts';
import { certificatesAt } from '../../../src/story/certificates/index.ts';
import {
  differingCertificates,
  differingFields,
  differingKeys,
  differingLadders,
  differingNarration,
  type Marks,
} from '../../../src/story/compare/index.ts';
import { narrate } from '../../../src/story/explain/index.ts';
import { toLayers } from '../../../src/story/fields/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { keyTree } from '../../../src/story/keys/index.ts';
import { laddersAt } from '../../../src/story/ladders/index.ts';
import { chapterOf13 } from '../../../src/story/messages/index.ts';
import { played, played12, stepOf, untrusted } from './runs.ts';

function layerOf(timeline: Timeline, number: number, id = 'message') {
  const step = timeline.steps[number - 1];
  const layer = step && toLayers(timeline, step).find((each) => each.id === id);
  if (!layer) throw new Error(`no ${id} in step ${number}`);
  return layer;
}

function helloOf(patch: Partial<Scenario> = {}) {
  const timeline = played(patch);
  return layerOf(timeline, stepOf(timeline, 'ClientHello', 'client'));
}

const names = (marks: Marks): readonly string[] =>
  [...marks].map(([item, mark]) => `${mark} ${'name' in item ? item.name : '?'}`);

const leaves = (field: Field): readonly Field[] =>
  field.children.length === 0 ? [field] : field.children.flatMap(leaves);

describe('the fields of the same layer', () => {
  it('are alike in a run and itself, layer by layer', () => {
    for (const timeline of [played(), played12(untrusted), played({ retry: true, keys: 'RSA' })])
      for (const step of timeline.steps)
        for (const layer of toLayers(timeline, step))
          expect(differingFields(layer, layer)).toEqual({ marks: new Map(), stretches: [] });
  });

  it('mark what was added, where it stands, and nothing that both have', () => {
    const [one, other] = [helloOf({ alpn: 'h2' }), helloOf({ alpn: 'none' })];
    const { marks, stretches } = differingFields(one, other);
    const only = [...marks].filter(([, mark]) => mark === 'only').map(([field]) => field as Field);
    // The extension that only one has, with all that is in it.
    const top = only.filter((field) => !only.some((each) => each !== field && each.children.includes(field)));
    expect(top.map(({ children }) => children[0]?.text)).toEqual(['application_layer_protocol_negotiation (0x0010)']);
    expect([...differingFields(other, one).marks.values()]).not.toContain('only');
    // Beside it only lengths, which count it in.
    const changed = leaves(one.field).filter((field) => marks.get(field) === 'other');
    expect(changed.every(({ name }) => name.includes('length'))).toBe(true);
    const [extension] = top;
    expect(stretches).toContainEqual({ start: extension?.start, end: extension?.end });
  });

  it('mark a byte that the wire changed, in both records, and no other', () => {
    const plain = played();
    const hello = stepOf(plain, 'ClientHello', 'client');
    const flipped = played({ mischief: [{ id: 'flip', at: 0, params: { offset: 20, mask: 1 } }] });
    const [one, other] = [layerOf(flipped, hello, 'record:0:arrived'), layerOf(plain, hello, 'record:0')];
    expect(differingFields(one, other).stretches).toEqual([{ start: 20, end: 21 }]);
    expect(differingFields(other, one).stretches).toEqual([{ start: 20, end: 21 }]);
  });

  it('cover exactly the bytes by which values of one length differ', () => {
    const [one, other] = [helloOf({ seed: 'one' }), helloOf({ seed: 'two' })];
    expect(one.bytes.length).toBe(other.bytes.length);
    const marked = new Set(
      differingFields(one, other).stretches.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, at) => start + at),
      ),
    );
    const unlike = [...one.bytes.keys()].filter((at) => one.bytes[at] !== other.bytes[at]);
    expect([...marked].sort((a, b) => a - b)).toEqual(unlike);
    expect(unlike.length).toBeGreaterThan(30);
  });
});

describe('the other panes', () => {
  it('mark nothing between a run and itself', () => {
    for (const timeline of [played(), played12(untrusted)]) {
      const last = timeline.steps.length;
      for (let step = 0; step <= last; step++) {
        const keys = keyTree(timeline, step, 'everything');
        const certificates = certificatesAt(timeline, step, 'everything');
        const ladders = laddersAt(timeline, step, 'everything');
        expect(differingKeys(keys, keyTree(timeline, step, 'everything')).size).toBe(0);
        expect(differingCertificates(certificates, certificatesAt(timeline, step, 'everything')).size).toBe(0);
        expect(differingLadders(ladders, laddersAt(timeline, step, 'everything')).size).toBe(0);
      }
    }
  });

  it('mark keys that are not the same, and those that only one run has by then', () => {
    const [one, other] = [played(), played({ alpn: 'h2' })];
    const at = stepOf(one, 'ServerHello', 'server');
    const marks = differingKeys(keyTree(one, at, 'everything'), keyTree(other, at, 'everything'));
    // The first secret is made of nothing; the transcript goes into the ones after the hellos.
    expect(names(marks)).toContain('other client_handshake_traffic_secret');
    expect(names(marks)).not.toContain('other early_secret');
    const before = differingKeys(keyTree(one, at, 'everything'), keyTree(one, 0.5, 'everything'));
    expect(names(before)).toContain('only client_handshake_traffic_secret');
  });

  it('mark a certificate that is another one, and the fields by which it is', () => {
    const [one, other] = [played(), played({ keys: 'RSA' })];
    const [first, second] = [one, other].map((run) => certificatesAt(run, run.steps.length, 'everything'));
    if (!first || !second) throw new Error('nothing to look at');
    const marks = differingCertificates(first, second);
    const [leaf] = first.presentations[0]?.chain ?? [];
    expect(leaf && marks.get(leaf)).toBe('other');
    const twin = second.presentations[0]?.chain[0];
    for (const fact of leaf?.facts ?? []) {
      const like = twin?.facts.find(({ name }) => name === fact.name);
      expect(marks.get(fact)).toBe(like === undefined ? 'only' : like.value === fact.value ? undefined : 'other');
    }
    expect(leaf?.facts.some((fact) => marks.has(fact))).toBe(true);
    expect(leaf?.facts.some((fact) => !marks.has(fact))).toBe(true);
  });

  it('mark states in which only one run ends', () => {
    const [one, other] = [played(), played(untrusted)];
    const [first, second] = [one, other].map((run) => laddersAt(run, run.steps.length, 'everything'));
    if (!first || !second) throw new Error('nothing to look at');
    const marks = differingLadders(first, second);
    for (const [index, ladder] of first.ladders.entries())
      for (const [place, rung] of ladder.rungs.entries())
        expect(marks.has(rung)).toBe(rung.status !== second.ladders[index]?.rungs[place]?.status);
    expect(marks.size).toBeGreaterThan(0);
  });

  it('mark what is told of one step alone', () => {
    const [one, other] = [played(), played({ alpn: 'h2' })];
    const step = stepOf(one, 'EncryptedExtensions', 'server');
    const [first, second] = [one, other].map((run) => narrate(run, step, chapterOf13));
    if (!first || !second) throw new Error('nothing is told');
    const marks = differingNarration(first, second);
    const said = [second.gist, ...second.lead].map(textOf);
    for (const paragraph of [first.gist, ...first.lead])
      expect(marks.has(paragraph)).toBe(!said.includes(textOf(paragraph)));
    expect(marks.size).toBeGreaterThan(0);
    expect(differingNarration(first, narrate(one, step, chapterOf13)).size).toBe(0);
  });
});

describe('two entries of the catalogue', () => {
  it('have their check of the client’s certificate marked', () => {
    const broken = (id: string): Timeline => {
      const entry = entryNamed(id);
      if (!entry) throw new Error(`There is no ${id}.`);
      return played(staged(entry, defaultScenario, undefined, '1.3'));
    };
    const [one, other] = [broken('client-expired'), broken('untrusted-ca')];
    const [first, second] = [one, other].map((run) => certificatesAt(run, run.steps.length, 'everything'));
    if (!first || !second) throw new Error('nothing to look at');
    const marks = differingCertificates(first, second);
    const failed = first.presentations
      .flatMap(({ chain }) => chain.flatMap(({ checks }) => checks))
      .find(({ outcome }) => outcome === 'failed');
    expect(failed && marks.has(failed)).toBe(true);
  });
});
