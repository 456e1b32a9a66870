// What an entry of the glossary is. No behaviour.

export interface Term {
  readonly name: string;
  /** Other forms that a text may have; without any, an s makes the plural. */
  readonly forms?: readonly string[];
  /** Two sentences. */
  readonly text: string;
}
