// Why nobody noticed a flipped byte, in sentences. It must not know how that was found.

import type { Finding } from '../../lab/sweep/index.ts';

/** Why a flipped byte was not noticed: one sentence or two. */
export function unnoticedReason(finding: Exclude<Finding, { readonly kind: 'noticed' }>): string {
  switch (finding.kind) {
    case 'waiting':
      return `${longer[finding.longer]} seems to be longer than it is, so its receiver waits for the rest, and the sender waits for an answer.`;
    case 'cut':
      return 'The record seems to be longer than it is. Its receiver waits for the rest, and sees the connection end without close_notify.';
    case 'unnoticed':
      return finding.meaningless === undefined
        ? 'No check looks at this byte: both sides go on, and agree on everything.'
        : meaningless[finding.meaningless];
  }
}

const longer = { message: 'A message', record: 'The record' };

/** Why the version of a record may be anything: what the standards say of it. */
const meaningless = {
  '1.3':
    'RFC 9846 section 5.1: this number has no meaning any more and must be ignored. It is not part of the transcript either.',
  '1.2':
    'RFC 5246 demands no look at this number in a record that is not protected yet, and this engine takes none. It is not part of the transcript either.',
};
