// The shape of what is said about one thing that can go wrong.

export interface EntryWords {
  /** Its name, in the menu and in the header. */
  readonly title: string;
  /** One line, in the menu. */
  readonly story: string;
}
