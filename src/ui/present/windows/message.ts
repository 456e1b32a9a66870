// What the console and the audience's window tell each other: the whole state each time, with a number, so that the last one wins. Whatever else
// comes is nobody's business here. Data only. It must not know windows.

import type { Timeline } from '../../../lab/index.ts';

const lenses = ['everything', 'client', 'server', 'wire'] as const;
const units = ['messages', 'records'] as const;
const themes = ['light', 'dark', 'projector'] as const;

/** How a run is looked at, as far as both windows do so alike. */
export interface Looks {
  readonly lens: (typeof lenses)[number];
  readonly unit: (typeof units)[number];
  readonly captions: boolean;
  /** What the console wears. */
  readonly theme: (typeof themes)[number];
}

/** All that an audience sees. No key, no password and no certificate of a reader's is in it. */
export interface State {
  /** The link to the scenario. */
  readonly link: string;
  /** The number of the run that only the console can play, because somebody's own certificates are in use; null: the link says all. */
  readonly run: number | null;
  /** In steps. */
  readonly cursor: number;
  readonly row: string | null;
  readonly looks: Looks;
  /** The lesson that is worked through, by its name in an address, and its part; null: none. */
  readonly lesson: string | null;
  readonly part: { readonly at: number; readonly over: boolean } | null;
  readonly black: boolean;
  readonly below: boolean | null;
  /** When presenting began, in milliseconds since the Unix epoch. */
  readonly began: number;
}

/** A run as it was played: what the audience's window draws where it could not play it itself. */
export type Played = Omit<Timeline, 'honest'>;

export type Message =
  /** Asks for whatever is newer than the state of this number, or for another run than this one. */
  | { readonly kind: 'ask'; readonly number: number; readonly run: number | null }
  | { readonly kind: 'state'; readonly number: number; readonly state: State }
  | { readonly kind: 'run'; readonly run: number; readonly timeline: Played }
  /** The console presents no longer. */
  | { readonly kind: 'end' };

/** The first letters of everything that is said. */
const format = 'countersign present 1';

/** A message as it travels. @param pair the name that only the two windows have in common */
export function sealed(pair: string, message: Message): unknown {
  return { format, pair, ...message };
}

/** The message in what has come; undefined for what isn't one, or is for others. */
export function readMessage(pair: string, data: unknown): Message | undefined {
  if (!isObject(data) || data.format !== format || data.pair !== pair) return undefined;
  const { kind, number, run, state, timeline } = data;
  if (kind === 'end') return { kind };
  if (kind === 'ask' && isCount(number) && isNumberOrNull(run)) return { kind, number, run };
  if (kind === 'state' && isCount(number)) {
    const read = readState(state);
    return read && { kind, number, state: read };
  }
  if (kind === 'run' && isCount(run) && isPlayed(timeline)) return { kind, run, timeline };
  return undefined;
}

/** Longer than any link that can be read. */
const longest = 10_000;

function readState(data: unknown): State | undefined {
  if (!isObject(data)) return undefined;
  const { link, run, cursor, row, looks, lesson, part, black, below, began } = data;
  if (
    typeof link !== 'string' ||
    link.length > longest ||
    !isNumberOrNull(run) ||
    !isNumber(cursor) ||
    !isNumber(began)
  )
    return undefined;
  if (!(row === null || typeof row === 'string') || typeof black !== 'boolean') return undefined;
  if (!(below === null || typeof below === 'boolean')) return undefined;
  if (!(lesson === null || (typeof lesson === 'string' && lesson.length <= longest))) return undefined;
  const read = readLooks(looks);
  const at = readPart(part);
  return read && at !== undefined
    ? { link, run, cursor, row, looks: read, lesson, part: at, black, below, began }
    : undefined;
}

function readPart(data: unknown): State['part'] | undefined {
  if (data === null) return null;
  return isObject(data) && isCount(data.at) && typeof data.over === 'boolean'
    ? { at: data.at, over: data.over }
    : undefined;
}

function readLooks(data: unknown): Looks | undefined {
  if (!isObject(data)) return undefined;
  const lens = lenses.find((name) => name === data.lens);
  const unit = units.find((name) => name === data.unit);
  const theme = themes.find((name) => name === data.theme);
  const { captions } = data;
  return lens && unit && theme && typeof captions === 'boolean' ? { lens, unit, captions, theme } : undefined;
}

function isPlayed(data: unknown): data is Played {
  return (
    isObject(data) &&
    ['moments', 'steps', 'ghosts'].every((name) => Array.isArray(data[name])) &&
    ['circumstances', 'ends'].every((name) => isObject(data[name]))
  );
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

function isNumber(data: unknown): data is number {
  return typeof data === 'number' && Number.isFinite(data);
}

function isCount(data: unknown): data is number {
  return isNumber(data) && data >= 0;
}

function isNumberOrNull(data: unknown): data is number | null {
  return data === null || isNumber(data);
}
