// Tells the step under the cursor: what happened, why, what was checked, what breaks without it.
// It must not know who draws it.

import type { Timeline } from '../../lab/index.ts';
import { stepAt, type Told, versionOf } from '../account.ts';
import { alertIn, messageOf } from '../reading.ts';
import { rich } from '../rich.ts';
import { before } from '../words/explain/before.ts';
import { factNames, factValues } from '../words/explain/facts.ts';
import type { Prose } from '../words/explain/prose.ts';
import { size } from '../words/grammar.ts';
import { tlsReference } from '../words/references.ts';
import { dataChapter, goodbyeChapter } from './afterwards.ts';
import type { Chapter } from './chapter.ts';
import type { Fact, Narration } from './narration.ts';
import { cipherOf, helloValues, recordsOf, type Scene, sceneOf, strayAlert } from './sources.ts';

/** Tells what went well in a step. */
type Chapters = (scene: Scene) => Chapter;

/** What tells certain steps, and is loaded when there is one of them to tell. */
export interface Parts {
  /** `story/messages`: the messages of TLS 1.3. */
  readonly messages?: Chapters | undefined;
  /** `story/older`: everything in TLS 1.2. */
  readonly older?: Chapters | undefined;
  /** `story/refusals`: failures. */
  readonly refusals?: ((scene: Scene) => Narration | undefined) | undefined;
}

/** The parts that are needed to tell the step at `cursor`. */
export function partsNeeded(timeline: Timeline, cursor: number): readonly (keyof Parts)[] {
  const step = stepAt(timeline, cursor);
  if (!step) return [];
  const said = step.kind === 'message' || step.kind === 'change_cipher_spec';
  const chapters: readonly (keyof Parts)[] = speaksOlder(timeline) ? ['older'] : said ? ['messages'] : [];
  return refuses(timeline, cursor) ? [...chapters, 'refusals'] : chapters;
}

/** Whether the step at `cursor` shows a failure: a refusal, an alert out of the blue, or an end without a word. */
function refuses(timeline: Timeline, cursor: number): boolean {
  const step = stepAt(timeline, cursor);
  if (!step) return false;
  const scene = sceneOf(timeline, step);
  const tells = ({ insight }: Told) =>
    insight.kind === 'fault' ||
    (insight.kind === 'alert' && insight.description !== 'close_notify') ||
    (insight.kind === 'closed' && insight.how === 'transport');
  return scene.told.some(tells) || strayAlert(scene) !== undefined;
}

/** Whether a run speaks TLS 1.2, whose messages are told elsewhere. */
function speaksOlder(timeline: Timeline): boolean {
  return versionOf(timeline) === '1.2';
}

/**
 * What there is to say at `cursor` (in steps; 0: before anything).
 * @param parts at least those that `partsNeeded` names
 * @throws RangeError when one of them is missing
 */
export function narrate(timeline: Timeline, cursor: number, parts: Parts = {}): Narration {
  const step = stepAt(timeline, cursor);
  if (!step) return prologue(timeline);
  for (const part of partsNeeded(timeline, cursor))
    if (!parts[part]) throw new RangeError(`this step can’t be told without story/${part}`);
  const scene = sceneOf(timeline, step);
  const refusal = parts.refusals?.(scene);
  if (refusal) return { ...refusal, facts: [...refusal.facts, ...travelFacts(scene)] };
  const { prose, facts, sections, checks = [] } = chapterOf(scene, parts);
  return {
    ...told(prose),
    checks,
    facts: [...facts, ...travelFacts(scene)],
    references: sections.map(tlsReference),
  };
}

function chapterOf(scene: Scene, { messages, older }: Parts): Chapter {
  const tells = speaksOlder(scene.timeline) ? older : messages;
  const { kind } = scene.step;
  if (tells && (tells === older || kind === 'message' || kind === 'change_cipher_spec')) return tells(scene);
  return kind === 'data' ? dataChapter(scene) : goodbyeChapter(scene);
}

function prologue(timeline: Timeline): Narration {
  const [first] = timeline.steps;
  const hello = first && messageOf(timeline, first);
  const name = hello?.name === 'ClientHello' ? (helloValues(hello).name ?? null) : null;
  const asks = timeline.scenario.clientAuthentication !== 'off';
  return {
    ...told(before({ name, asks })),
    checks: [],
    facts: [],
    references: [tlsReference(speaksOlder(timeline) ? 'overview12' : 'overview')],
  };
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
