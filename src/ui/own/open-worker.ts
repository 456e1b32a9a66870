// Opens one file in a thread of its own, so that the page stays fluent. To stop it, the page ends the thread, and with it goes all that it
// knows. It must not know what is shown.

import { deriveBy } from '../../crypto/passwords/index.ts';
import { type Opened, openFile } from '../../pki/containers/index.ts';

/** What the thread is asked for. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly passwords: readonly string[];
}

/** What it tells the page; undefined: a part of the page is missing. */
export type Told = Opened | undefined;

self.onmessage = ({ data: { bytes, passwords } }: MessageEvent<Asked>): void => {
  // Pages outside secure contexts have none.
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  openFile(bytes, { passwords, derive: deriveBy(subtle) }).then(tell, () => tell(undefined));
};

function tell(told: Told): void {
  self.postMessage(told);
}
