// A certificate as it is copied. It must not know where it is shown.

import { type Bytes, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import type { Circumstances } from '../../lab/index.ts';
import { toPem } from '../../pki/index.ts';
import { labels } from '../../words/certificates.ts';

/** Whether everybody has the private key of a certificate, as of all that nobody brought to the run. */
export function isDemo(der: Bytes, { brought }: Pick<Circumstances, 'brought'>): boolean {
  return !brought?.has(toHex(sha256.digest(der)));
}

/** One PEM block; of the demo’s, below a line that says whom it may deceive: text before a block is no part of it (RFC 7468 section 2). */
export function pemOf(der: Bytes, circumstances: Pick<Circumstances, 'brought'>): string {
  const pem = toPem('CERTIFICATE', der);
  return isDemo(der, circumstances) ? `# ${labels.pemWarning}\n${pem}` : pem;
}
