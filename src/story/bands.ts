// The phases of a run as bands of its picture and as names of its marks: what each is called follows from what it holds.
// Its words come from words/picture.ts.

import type { Band, Row } from '../diagram/index.ts';
import { type Phase, remembered, type Step, type Timeline } from '../lab/index.ts';
import type { Version } from '../tls/index.ts';
import { bandNotes, phases, unasked, wirePhases } from '../words/picture.ts';
import { versionOf } from './account.ts';
import { arrowId } from './arrows.ts';

/** What a phase is called, on a mark and beside its rows, and what else it holds. */
interface PhaseName {
  readonly title: string;
  readonly short: string;
  readonly note?: string;
}

/** A band opens with the first row of its phase: real ones by their step, ghosts by their own. */
export function bandsOf(timeline: Timeline, rows: readonly Row[]): readonly Band[] {
  const ghosts = new Map(timeline.ghosts.map((ghost) => [arrowId(timeline.ghosts, ghost, 'ghost'), ghost.phase]));
  const opened = new Set<Phase>();
  return rows.flatMap((row): Band[] => {
    const phase = ghosts.get(row.id) ?? timeline.steps[row.step - 1]?.phase;
    if (phase === undefined || opened.has(phase)) return [];
    opened.add(phase);
    const { title, note } = phaseName(timeline, phase);
    return [{ id: `band:${phase}`, title, from: row.id, ...(note !== undefined && { note }) }];
  });
}

/** From the first record on that can't be read, keys are in use; more does not meet the eye of somebody who has none. */
export function wireBandsOf(rows: readonly Row[]): readonly Band[] {
  const [first] = rows;
  const sealed = rows.find((row) => row.kind === 'message' && row.epoch !== 'cleartext');
  return [
    ...(first && first !== sealed ? [{ id: 'band:readable', title: wirePhases.readable, from: first.id }] : []),
    ...(sealed ? [{ id: 'band:sealed', title: wirePhases.sealed, from: sealed.id }] : []),
  ];
}

/** What a phase of a run is called. */
export function phaseName(timeline: Timeline, phase: Phase): PhaseName {
  return names(timeline)(phase);
}

const names = remembered((timeline) => {
  const version = versionOf(timeline);
  const all = [...timeline.steps, ...timeline.ghosts];
  const asked = all.some(({ name }) => name === 'CertificateRequest');
  return (phase: Phase): PhaseName => {
    // Where nobody asks who the client is, its part is about keys alone.
    if (phase === 'client authentication' && !asked) return unasked;
    const own = all.filter((step) => step.phase === phase);
    const held = contents.flatMap(([what, names]) =>
      own.some(({ name }) => names[version].includes(name)) ? [what] : [],
    );
    return held.length === 0 ? phases[phase] : { ...phases[phase], note: bandNotes(held) };
  };
});

/** What a phase holds beside what its title says, and the messages that tell. In TLS 1.3 one answer settles both. */
const contents: readonly (readonly ['exchange' | 'ciphers', Readonly<Record<Version, readonly Step['name'][]>>])[] = [
  ['exchange', { '1.2': ['ServerKeyExchange', 'ClientKeyExchange'], '1.3': ['ServerHello'] }],
  ['ciphers', { '1.2': ['change_cipher_spec'], '1.3': ['ServerHello'] }],
];
