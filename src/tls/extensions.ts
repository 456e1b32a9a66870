// The rules for extensions that hold in both roles: which may come, and where (RFC 9846 section 4.3). Pure.

import { TlsFault } from './fault.ts';
import { mayStand, type Place } from './wire/extension.ts';
import { extensionTypes } from './wire/iana.ts';

interface Carried {
  readonly type: number;
}

/**
 * The rules that hold for every extension of a message.
 * @param offered for an answer: the code points of the request's extensions
 * @throws TlsFault duplicate-extension, misplaced-extension, unsolicited-extension
 */
export function checkExtensions(
  message: string,
  place: Place,
  extensions: readonly Carried[],
  offered?: readonly number[],
): void {
  const seen = new Set<number>();
  for (const { type } of extensions) {
    const carried = { message, extension: extensionTypes.called(type) };
    if (seen.has(type)) throw new TlsFault('duplicate-extension', carried);
    seen.add(type);
    if (!mayStand(type, place)) throw new TlsFault('misplaced-extension', carried);
    if (offered && !offered.includes(type)) {
      throw new TlsFault('unsolicited-extension', carried);
    }
  }
}
