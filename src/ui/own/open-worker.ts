// Opens files in a thread of its own, one after the other, so that the page stays fluent. To stop it, the page ends the thread, and with it
// goes all that it knows. It must not know what is shown.

import { deriveBy } from '../../crypto/passwords/index.ts';
import { type Opened, openFile } from '../../pki/containers/index.ts';
import { fetchAll } from '../../shelf/index.ts';
import { PREPARE } from '../parts/threads.ts';

/** What the thread is asked for. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
}

/** What it tells the page; undefined: a part of the page is missing. */
type Told = Opened | undefined;

/** So much work nobody notices before a password is asked for: a fifth of a second of hashing. */
const GUESSES = 60_000;

self.onmessage = ({ data }: MessageEvent<Asked | typeof PREPARE>): void => {
  if (data === PREPARE) {
    void fetchAll(async () => undefined).then((whole) => self.postMessage(whole));
    return;
  }
  // Pages outside secure contexts have none.
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  const { bytes, passwords } = data;
  openFile(bytes, { passwords, guesses: GUESSES, derive: deriveBy(subtle) }).then(tell, () => tell(undefined));
};

function tell(told: Told): void {
  self.postMessage(told);
}
