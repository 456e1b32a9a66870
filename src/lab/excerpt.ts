// Quotes what somebody else wrote: a sentence of ours must not become as long as theirs.

/** So much of a text that a sentence can hold it: 40 letters, and a sign that there are more. */
export function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
