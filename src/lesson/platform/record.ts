// What a platform keeps of a lesson, for whoever shows it: what was recorded, and what is to be. It must not know screens, nor how the page ends.

import { fromText, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import type { PlatformTrouble } from '../../words/platforms.ts';
import { readLesson } from '../format/index.ts';
import { isDone, progressIn, scoreOf } from '../progress/index.ts';
import { findApi } from './api.ts';
import type { Enclosed } from './enclosed.ts';
import { openSession, type Standing } from './session.ts';

/** The record of one lesson in one platform. */
export interface PlatformRecord {
  /** The progress with which somebody goes on; empty where they begin. */
  recall(text: string): string;
  keep(text: string, progress: string): void;
  /** The page may soon be gone. */
  hold(): void;
  /** The page goes. */
  end(): void;
}

/** What a record stands on. */
export interface Around {
  /** The window. */
  readonly here: unknown;
  readonly now: () => number;
  readonly tell: (trouble: PlatformTrouble | null) => void;
}

/**
 * Opens the record of a lesson.
 * @returns undefined when there is no platform, or when it doesn't begin: then `tell` has heard why
 */
export function openRecord({ mastery }: Enclosed, { here, now, tell }: Around): PlatformRecord | undefined {
  const api = findApi(here);
  const session = api && openSession(api, { now, tell, ...(mastery !== undefined && { mastery }) });
  if (!session) return undefined;
  return {
    recall: (text) => progressOf(text, session.resumed),
    keep: (text, progress) => session.report(standingOf(text, progress)),
    hold: session.keep,
    end: session.leave,
  };
}

/** Answers belong to the questions that were asked: another text is another lesson. */
function markOf(text: string): string {
  return `${toHex(sha256.digest(fromText(text))).slice(0, 8)}:`;
}

function progressOf(text: string, place: string): string {
  const mark = markOf(text);
  return place.startsWith(mark) ? place.slice(mark.length) : '';
}

/** Where somebody stands in a lesson. @param progress as `progressText` writes it */
function standingOf(text: string, progress: string): Standing {
  const place = `${markOf(text)}${progress}`;
  const read = readLesson(text);
  const known = read.ok ? progressIn(progress, read.lesson) : undefined;
  if (!read.ok || !known) return { place, done: false };
  const { right, asked } = scoreOf(read.lesson, known);
  return { place, done: isDone(read.lesson, known), ...(asked > 0 && { score: (100 * right) / asked }) };
}
