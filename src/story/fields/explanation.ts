// Finds the words for a field by its path. The path of names is the only key into the prose.
// It must not know values or bytes.

/** What there is to say about a field. */
export interface FieldWords {
  /** One or two short sentences. */
  readonly text: string;
}

/**
 * The explanation of a field.
 * @param path names from the outermost field to this one; indices such as `[0]` are dropped
 * @returns undefined where nobody has written one
 */
export function explainField(path: readonly string[]): FieldWords | undefined {
  return path.length > 0 ? undefined : undefined;
}
