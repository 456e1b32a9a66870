// The shape of a piece of prose in the word files. Texts are in the notation of `rich`.

export interface Prose {
  readonly title: string;
  /** One sentence for a whole class, with this run's values. */
  readonly gist: string;
  readonly lead: readonly string[];
  readonly why?: string;
  readonly breaksWithout?: string;
}
