// A demo certificate as it is copied. It must not know where it is shown.

import type { Bytes } from '../../bytes/index.ts';
import { toPem } from '../../pki/index.ts';
import { labels } from '../../words/certificates.ts';

/** One PEM block, below a line that says whom it may deceive: text before a block is no part of it (RFC 7468 section 2). */
export function demoPem(der: Bytes): string {
  return `# ${labels.pemWarning}\n${toPem('CERTIFICATE', der)}`;
}
