// Grows a Field tree while a cursor moves over bytes. Shared by Reader and Writer, so that both directions
// of a codec yield the same tree.

import type { Field, FieldText } from './field.ts';
import type { FlawCause } from './flaw.ts';

/** A field that isn't finished yet. */
export interface Draft {
  name: string;
  readonly type: string;
  readonly start: number;
  end: number;
  text?: FieldText;
  flaw?: FlawCause;
  readonly children: Draft[];
}

export class Outline {
  readonly #open: Draft[] = [];
  #root: Draft | undefined;

  /** The first field that was opened: the root of the tree. */
  get root(): Field {
    if (!this.#root) throw new RangeError('nothing was read or written yet');
    return this.#root;
  }

  /** Starts a field at `start`; fields opened before it is closed become its children. */
  open(name: string, type: string, start: number): Draft {
    const draft: Draft = { name, type, start, end: start, children: [] };
    this.#open.at(-1)?.children.push(draft);
    this.#open.push(draft);
    this.#root ??= draft;
    return draft;
  }

  /** Ends the innermost open field before the byte at `end`. */
  close(end: number): void {
    const draft = this.#open.pop();
    if (draft) draft.end = end;
  }

  /** Adds a finished leaf to the innermost open field. */
  leaf(name: string, type: string, start: number, end: number): void {
    this.#open.at(-1)?.children.push({ name, type, start, end, children: [] });
  }
}
