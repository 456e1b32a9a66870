// How often people meet what an entry shows, and who meets it: weights against each other, out of public reports of failed handshakes
// (tests/corpus/errors among them). Data, by id; what is not here is as rare as its topic. It must not know how logs are read.

import type { Role } from '../../tls/index.ts';
import type { Entry, Topic } from '../catalogue/entry.ts';

const frequencies: Readonly<Record<string, number>> = {
  'no-client-certificate': 30,
  'untrusted-ca': 16,
  'client-wrong-eku': 9.5,
  'client-expired': 8,
  'client-missing-intermediate': 10,
  'client-self-signed': 4,
  'client-key-of-another': 4,
  'client-cannot-sign': 3,
  'authorities-match-nothing': 3,
  'client-only-expired': 1.5,
  'client-not-yet-valid': 2,
  'client-revoked': 2,
  'revocation-list-outdated': 2,
  'revocation-list-missing': 1.5,
  'client-bad-issuer-signature': 1,
  'client-wrong-name': 0.6,
  'intermediate-as-anchor': 2.5,
  'verify-depth-exceeded': 1.5,
  'server-clock-behind': 1.5,
  'authorities-too-long': 1,
  'client-issuer-may-not-sign': 0.4,
  'client-path-too-long': 0.4,
  'client-issuer-not-ca': 0.5,
  'client-weak-key': 0.6,
  'client-weak-digest': 0.6,
  'client-unknown-critical-extension': 0.3,
  'client-no-digital-signature': 0.5,
  'server-untrusted-ca': 12,
  'server-wrong-name': 9,
  'server-expired': 5,
  'server-self-signed': 5,
  'server-missing-intermediate': 4,
  'server-wrong-eku': 1.5,
  'server-not-yet-valid': 1.5,
  'server-key-of-another': 0.8,
  'server-bad-issuer-signature': 0.6,
  'server-issuer-not-ca': 0.4,
  'server-unknown-critical-extension': 0.2,
  'server-path-too-long': 0.3,
  'server-no-digital-signature': 0.4,
  'no-common-version': 6,
  'no-common-suite': 6,
  'no-common-scheme': 2,
  'no-common-group': 1.5,
  'no-common-protocol': 3,
  'misdirected-request': 2,
  'no-server-certificate': 1,
  'empty-server-certificate': 0.2,
  'server-not-der': 0.3,
  'client-not-der': 0.3,
  'no-secure-renegotiation': 2,
  'hello-request': 2,
  'connection-cut': 10,
  truncation: 0.5,
};

const ofTopic: Readonly<Record<Topic, number>> = {
  certificate: 1,
  possession: 0.4,
  negotiation: 0.3,
  flow: 0.1,
  attack: 0.05,
  protection: 0.05,
};

/**
 * Who meets it more often than others, or less, by the program that tells of it. tests/corpus/findings: the clients of Go and Java show
 * no certificate that no authority of the server’s list has issued; and all but Java and GnuTLS don’t start with a key that does not
 * belong to the certificate.
 */
const among: readonly {
  readonly ids: readonly string[];
  readonly programs: readonly string[];
  readonly side: Role;
  readonly times: number;
}[] = [
  {
    ids: ['untrusted-ca', 'client-self-signed', 'client-missing-intermediate'],
    programs: ['Go', 'Java'],
    side: 'client',
    times: 0.2,
  },
  { ids: ['client-key-of-another'], programs: ['Java', 'GnuTLS'], side: 'client', times: 4 },
];

/** How often it is met. @param program the one that tells of it @param side the side on which that stands */
export function frequencyOf({ id, topic }: Entry, program: string, side: Role): number {
  const fits = among.filter((row) => row.ids.includes(id) && row.programs.includes(program) && row.side === side);
  return fits.reduce((sum, { times }) => sum * times, frequencies[id] ?? ofTopic[topic]);
}
