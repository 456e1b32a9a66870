// What the languages for sequence diagrams have in common: a picture's rows as lines, with the phases between them. It must not know how
// any of them is written.

import type { Band, Message, Model, Row, Side } from '../../diagram/index.ts';

/** A thing to be written, in its order. */
export type Entry =
  | { readonly kind: 'band'; readonly band: Band }
  | { readonly kind: 'message'; readonly message: Message; readonly to: Side }
  /** What a side does by itself, in one line or two. */
  | { readonly kind: 'note'; readonly at: Side; readonly lines: readonly string[]; readonly failed: boolean };

/** The name of each side where it needs one. */
export const sideNames: Readonly<Record<Side, string>> = { left: 'client', right: 'server' };

/** The rows of a picture, up to its playhead, and each phase before its first. */
export function entriesOf({ rows, bands, playhead }: Pick<Model, 'rows' | 'bands' | 'playhead'>): readonly Entry[] {
  const opening = new Map(bands.map((band) => [band.from, band]));
  return rows.flatMap((row): Entry[] => {
    if (row.step > Math.ceil(playhead)) return [];
    const band = opening.get(row.id);
    return [...(band ? [{ kind: 'band', band } as const] : []), entryOf(row)];
  });
}

function entryOf(row: Row): Entry {
  if (row.kind === 'message') return { kind: 'message', message: row, to: row.from === 'left' ? 'right' : 'left' };
  const more = row.kind === 'work' && row.reason !== undefined ? [row.reason] : [];
  return {
    kind: 'note',
    at: row.at,
    lines: [row.text, ...more],
    failed: row.kind === 'work' && row.outcome === 'failed',
  };
}

/** The lines that a message wears: its name, and what the wire did to it or what it says. */
export function wornBy({ title, caption, interference }: Message): readonly string[] {
  const second = interference ?? caption;
  return second === undefined ? [title] : [title, second];
}

/** What a phase is called, in one line. */
export function bandText({ title, note }: Band): string {
  return note === undefined ? title : `${title} · ${note}`;
}
