// Tells the step under the cursor, or what one side does by itself: what happened, why, what was checked, what breaks without it.
// It must not know who draws it.

import { stepAt, type Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { before, factNames, factValues, unheard, unheardTitle } from '../../words/explain/index.ts';
import { size } from '../../words/grammar.ts';
import { accountOf, type InsightOf, type Told, versionOf } from '../account.ts';
import { alertIn, messageOf } from '../reading.ts';
import { rich } from '../rich.ts';
import { dataChapter, goodbyeChapter } from './afterwards.ts';
import { type Chapter, narrationOf } from './chapter.ts';
import type { Fact, Narration } from './narration.ts';
import { cipherOf, helloValues, recordsOf, type Scene, sceneOf, strayAlert } from './sources.ts';

/** Tells what went well in a step. */
type Chapters = (scene: Scene) => Chapter;

/** What tells certain steps, and is loaded when there is one of them to tell. */
export interface Parts {
  /** `story/messages`: the messages of TLS 1.3. */
  readonly messages?: Chapters | undefined;
  /** `story/tls12`: messages and data of TLS 1.2. */
  readonly tls12?: Chapters | undefined;
  /** `story/refusals`: failures. @param by whose, where both sides refuse in one step; else whichever came first */
  readonly refusals?: ((scene: Scene, by?: Role) => Narration | undefined) | undefined;
  /** `story/locals`: what a side does by itself. A check that failed comes as a narration, since a refusal is one. */
  readonly locals?: ((timeline: Timeline, row: string, parts: Parts) => Chapter | Narration | undefined) | undefined;
}

/** The parts that are needed to tell the step at `cursor`. @param row what is told instead, if it is something that a side does by itself */
export function partsNeeded(timeline: Timeline, cursor: number, row: string | null = null): readonly (keyof Parts)[] {
  return [...new Set([...partsOfStep(timeline, cursor), ...partsOfRow(timeline, row)])];
}

function partsOfStep(timeline: Timeline, cursor: number): readonly (keyof Parts)[] {
  const step = stepAt(timeline, cursor);
  if (!step) return [];
  const said = step.kind === 'message' || step.kind === 'change_cipher_spec';
  const chapters: readonly (keyof Parts)[] = speaksTls12(timeline) ? ['tls12'] : said ? ['messages'] : [];
  return refuses(timeline, cursor) ? [...chapters, 'refusals'] : chapters;
}

/** A message is told by its step; whatever else stands in the picture, here. */
function partsOfRow(timeline: Timeline, row: string | null): readonly (keyof Parts)[] {
  const [, kind, who] = /^(work|keys|mark|ghost):(\w+)/.exec(row ?? '') ?? [];
  if (kind === undefined) return [];
  const refused = accountOf(timeline).some((each) => each.who === who && each.insight.kind === 'fault');
  return kind === 'work' && refused ? ['locals', 'refusals'] : ['locals'];
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
function speaksTls12(timeline: Timeline): boolean {
  return versionOf(timeline) === '1.2';
}

/**
 * What there is to say at `cursor` (in steps; 0: before anything).
 * @param parts at least those that `partsNeeded` names
 * @param row the row of the picture that was picked, if one was
 * @throws RangeError when one of the parts is missing
 */
export function narrate(timeline: Timeline, cursor: number, parts: Parts = {}, row: string | null = null): Narration {
  const needed = partsNeeded(timeline, cursor, row);
  for (const part of needed) if (!parts[part]) throw new RangeError(`this can’t be told without story/${part}`);
  const local = row !== null && needed.includes('locals') ? parts.locals?.(timeline, row, parts) : undefined;
  if (!local) return narrateStep(timeline, cursor, parts);
  return 'prose' in local ? narrationOf(local) : local;
}

function narrateStep(timeline: Timeline, cursor: number, parts: Parts): Narration {
  const step = stepAt(timeline, cursor);
  if (!step) return prologue(timeline);
  const scene = sceneOf(timeline, step);
  const told = parts.refusals?.(scene) ?? { ...narrationOf(chapterOf(scene, parts)), ...fateOf(scene) };
  const stray = strayAlert(scene)?.alert;
  return { ...told, facts: [...told.facts, ...(stray ? alertFacts(stray) : travelFacts(scene))] };
}

/** What becomes of a step whose receiver has left before. */
function fateOf({ timeline, step, to }: Scene): Pick<Narration, 'otherSide'> {
  for (const { who, insight, step: left } of accountOf(timeline))
    if (who === to && insight.kind === 'closed' && left < step.number)
      return { otherSide: { title: unheardTitle(to), text: rich(unheard(left, insight.how === 'transport')) } };
  return {};
}

function chapterOf(scene: Scene, { messages, tls12 }: Parts): Chapter {
  const tells = speaksTls12(scene.timeline) ? tls12 : messages;
  const { kind } = scene.step;
  if (kind === 'alert') return goodbyeChapter(scene);
  return tells && (tells === tls12 || kind !== 'data') ? tells(scene) : dataChapter(scene);
}

function prologue(timeline: Timeline): Narration {
  const [first] = timeline.steps;
  const hello = first && messageOf(timeline, first);
  const name = hello?.name === 'ClientHello' ? (helloValues(hello).name ?? null) : null;
  const asks = timeline.circumstances.clientAuthentication !== 'off';
  return narrationOf({
    prose: before({ name, asks }),
    facts: [],
    sections: [speaksTls12(timeline) ? 'overview12' : 'overview'],
  });
}

/** How the step travelled: its size, its records, its keys. */
function travelFacts(scene: Scene): readonly Fact[] {
  const { message, timeline, step } = scene;
  const { count, bytes, shared } = recordsOf(scene);
  const records = count > 0 ? [{ name: factNames.record, value: factValues.wire(count, bytes, shared) }] : [];
  const alert = alertIn(timeline, step);
  if (alert) return [...alertFacts(alert, cipherOf(scene)), ...records];
  const epoch = message?.epoch ?? (step.kind === 'data' ? 'application' : 'cleartext');
  return [
    ...(message ? [{ name: factNames.message, value: size(message.bytes.length) }] : []),
    ...records,
    { name: factNames.protection, value: factValues.protection(epoch, cipherOf(scene)) },
  ];
}

/** Its name with its number, its level, whether it is hidden. */
function alertFacts({ description, code, level, epoch }: InsightOf<'alert'>, cipher?: string): readonly Fact[] {
  return [
    { name: factNames.alert, value: `${description} (${code})` },
    { name: factNames.level, value: factValues.levels[level] },
    { name: factNames.encrypted, value: factValues.encrypted(epoch, cipher) },
  ];
}
