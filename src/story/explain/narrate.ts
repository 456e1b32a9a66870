// Tells the step under the cursor: what happened, why, what was checked, what breaks without it.
// It must not know who draws it.

import type { Timeline } from '../../lab/index.ts';
import { stepAt } from '../account.ts';
import { alertIn, messageOf } from '../reading.ts';
import { rich } from '../rich.ts';
import { factNames, factValues } from '../words/explain/facts.ts';
import { before } from '../words/explain/negotiation.ts';
import type { Prose } from '../words/explain/prose.ts';
import { size } from '../words/grammar.ts';
import { tlsReference } from '../words/references.ts';
import { chapterOf } from './chapters.ts';
import { checksOf } from './checklists.ts';
import type { Fact, Narration } from './narration.ts';
import { cipherOf, helloValues, recordsOf, type Scene, sceneOf } from './sources.ts';

/** Tells failures; it comes from `story/refusals`, which is loaded when there is one to tell. */
type Refusals = (scene: Scene) => Narration | undefined;

/** Whether the step at `cursor` shows a failure: a refusal, or an alert out of the blue. */
export function refuses(timeline: Timeline, cursor: number): boolean {
  const step = stepAt(timeline, cursor);
  if (!step) return false;
  const alert = alertIn(timeline, step);
  const refused = sceneOf(timeline, step).told.some(({ insight }) => insight.kind === 'fault');
  return refused || (alert !== undefined && alert.description !== 'close_notify');
}

/**
 * What there is to say at `cursor` (in steps; 0: before anything).
 * @param refusalOf needed where `refuses` says so
 */
export function narrate(timeline: Timeline, cursor: number, refusalOf?: Refusals): Narration {
  const step = stepAt(timeline, cursor);
  if (!step) return prologue(timeline);
  const scene = sceneOf(timeline, step);
  const refusal = refusalOf?.(scene);
  if (refusal) return { ...refusal, facts: [...refusal.facts, ...travelFacts(scene)] };
  const { prose, facts, sections } = chapterOf(scene);
  return {
    ...told(prose),
    checks: checksOf(scene),
    facts: [...facts, ...travelFacts(scene)],
    references: sections.map(tlsReference),
  };
}

function prologue(timeline: Timeline): Narration {
  const [first] = timeline.steps;
  const hello = first && messageOf(timeline, first);
  const name = hello?.name === 'ClientHello' ? (helloValues(hello).name ?? null) : null;
  const asks = timeline.scenario.clientAuthentication !== 'off';
  return { ...told(before({ name, asks })), checks: [], facts: [], references: [tlsReference('overview')] };
}

function told({ title, lead, why, breaksWithout }: Prose): Pick<Narration, 'title' | 'lead' | 'why' | 'breaksWithout'> {
  return {
    title,
    lead: lead.map(rich),
    ...(why !== undefined && { why: rich(why) }),
    ...(breaksWithout !== undefined && { breaksWithout: rich(breaksWithout) }),
  };
}

/** How the step travelled: its size, its records, its keys. */
function travelFacts(scene: Scene): readonly Fact[] {
  const { message, timeline, step } = scene;
  const { count, bytes, shared } = recordsOf(scene);
  const epoch =
    message?.epoch ?? (step.kind === 'data' ? 'application' : (alertIn(timeline, step)?.epoch ?? 'cleartext'));
  return [
    ...(message ? [{ name: factNames.message, value: size(message.bytes.length) }] : []),
    ...(count > 0 ? [{ name: factNames.record, value: factValues.wire(count, bytes, shared) }] : []),
    { name: factNames.protection, value: factValues.protection(epoch, cipherOf(scene)) },
  ];
}
