// A lesson inside a page, as data in a block that no script runs and nothing breaks out of. It must not know what a lesson is made of, nor where
// the block stands.

/** A lesson, and what it takes to pass it. */
export interface Enclosed {
  /** Markdown. */
  readonly lesson: string;
  /** From which score on it is passed, from 0 to 100; undefined: whoever is through has completed it. */
  readonly mastery?: number;
}

/** The id of the block in its page. */
export const enclosedId = 'countersign-lesson';

/** The text of the block: JSON, without the only sign of it that HTML could take for something else. */
export function dataOf({ lesson, mastery }: Enclosed): string {
  const data = { format: 1, lesson, ...(mastery !== undefined && { mastery }) };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** What stands in a block. @returns undefined for what no page of ours has written */
export function enclosedIn(data: string): Enclosed | undefined {
  try {
    const { format, lesson, mastery } = JSON.parse(data) as Readonly<Record<string, unknown>>;
    if (format !== 1 || typeof lesson !== 'string') return undefined;
    return { lesson, ...(typeof mastery === 'number' && mastery >= 0 && mastery <= 100 && { mastery }) };
  } catch {
    return undefined;
  }
}
