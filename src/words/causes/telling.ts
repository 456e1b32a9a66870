// How a cause becomes a sentence: each kind of cause has a function of its values. It must not know a single cause.

/** A cause and its values: `what` says which. */
interface Told {
  readonly what: string;
}

/** For each kind of cause what is said of it. */
export type Sentences<C extends Told> = { readonly [W in C['what']]: (values: Of<C, W>) => string };

/** The cause of one kind, also where several kinds have the same values. */
type Of<C extends Told, W extends string> = C extends { readonly what: infer V } ? (W extends V ? C : never) : never;

/** What a table says of a cause. */
export function told<C extends Told>(sentences: Sentences<C>, cause: C): string {
  const tell = sentences[cause.what as C['what']] as (values: C) => string;
  return tell(cause);
}

/** A sentence from a clause; wire names such as `keyUsage` keep their first letter. */
export function sentence(clause: string): string {
  return `${clause.replace(/^[a-z]+(?![A-Za-z\d])/, (word) => word.charAt(0).toUpperCase() + word.slice(1))}.`;
}
