// What a file says of the run that it holds. Types only.

export interface About {
  /** The run in one sentence, without its full stop. */
  readonly run: string;
  /** Where a page shows the same; left out: nowhere. */
  readonly link?: string | undefined;
}
