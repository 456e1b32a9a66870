// What opening a file goes by: the passwords to try, who derives keys, and trying one after the other.

import { type Bytes, der } from '../../bytes/index.ts';
import type { Derive } from '../../crypto/passwords/index.ts';
import { fromBer } from './ber.ts';
import { type Encryption, type Password, passwordOf } from './encryption.ts';
import { FileFault, type Remark } from './flaw.ts';

export interface Opening {
  /** What was typed, in the order in which it is tried. */
  readonly passwords: readonly string[];
  /** So much work is done at most, in hashes, to try the empty password and none before anybody types one; left out: any. */
  readonly guesses?: number;
  readonly derive: Derive;
}

/** A password with what has to be said of it, if it fits. */
export interface Candidate {
  readonly password: Password;
  readonly remarks: readonly Remark[];
}

/** What is tried although nobody typed it. */
const UNTYPED: readonly (string | null)[] = ['', null];

/** All passwords in all the encodings that programs have given them. @param work what it takes to try one */
export function candidates(opening: Opening, work: number): readonly Candidate[] {
  return [...opening.passwords, ...(guesses(opening, work) ? UNTYPED : [])].flatMap((text): readonly Candidate[] => {
    const usual = { password: passwordOf(text), remarks: [] };
    const latin = text !== null && isOldLatin(text);
    const old: Candidate = { password: passwordOf(text, latinBytes), remarks: [{ what: 'Latin-1 password' }] };
    return latin ? [usual, old] : [usual];
  });
}

/** Whether it is tried without a password: where somebody typed the empty one, in any case. */
function guesses({ passwords, guesses: most = Number.POSITIVE_INFINITY }: Opening, work: number): boolean {
  return work <= most || passwords.includes('');
}

/** That nothing fits. @param checked whether a check value says so */
export function locked(opening: Opening, work: number, checked: boolean): FileFault {
  const unguessed = !guesses(opening, work) && ({ unguessed: true } as const);
  return new FileFault({ what: 'locked', given: opening.passwords.length > 0, checked, ...unguessed });
}

/** Whether a text has letters that UTF-8 and Latin-1 write differently, and none that Latin-1 lacks. */
function isOldLatin(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codes.some((code) => code > 0x7f) && codes.every((code) => code < 0x100);
}

function latinBytes(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/**
 * The bytes inside something that is encrypted, and with which candidate.
 * @throws FileFault when no password fits, or it is too much work
 */
export async function unlocked(
  encryption: Encryption,
  data: Bytes,
  opening: Opening,
): Promise<{ readonly inside: Bytes; readonly candidate: Candidate }> {
  for (const candidate of candidates(opening, encryption.work)) {
    const inside = await attempt(encryption, candidate.password, data, opening.derive);
    if (inside) return { inside, candidate };
  }
  throw locked(opening, encryption.work, false);
}

/** The bytes inside, or undefined when this password does not fit. @throws FileFault when it is too much work */
export async function attempt(
  encryption: Encryption,
  password: Password,
  data: Bytes,
  derive: Derive,
): Promise<Bytes | undefined> {
  try {
    const inside = await encryption.decrypt(password, data, derive);
    der.readOnly(fromBer(inside).der);
    return inside;
  } catch (error) {
    if (error instanceof FileFault) throw error;
    return undefined;
  }
}
