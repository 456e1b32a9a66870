// Which of two windows this one is. It stands in the name of the window, which a reload leaves alone. It must not know what they say.

/** `console`: it has the notes, and leads. `audience`: it is on the projector. */
export interface Place {
  readonly role: 'console' | 'audience';
  /** The name that only the two have in common. */
  readonly pair: string;
}

/** What a window's name says. */
export function placeOf(name: string): Place | null {
  const [, role, pair] = /^countersign-(console|audience)-([0-9a-f]{16})$/.exec(name) ?? [];
  return role && pair ? { role: role as Place['role'], pair } : null;
}

/** The name of a window at a place. */
export function nameOf({ role, pair }: Place): string {
  return `countersign-${role}-${pair}`;
}

/** A name that nobody else has. */
export function newPair(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
