// What can be wrong with the certificates that a client shows.

import { byServer, type Entry, type Expectation, whenAsked } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';

/** What comes of an empty Certificate. */
function nothingShown(refusal: Expectation): (scenario: Scenario) => Expectation {
  const because = 'Nobody minds, because the server only asked: the client stays unknown.';
  return ({ clientAuthentication }) => (clientAuthentication === 'asked' ? { noticed: false, because } : refusal);
}

export const clientCertificates: readonly Entry[] = [
  {
    id: 'no-client-certificate',
    title: 'No client certificate',
    story: 'The client has no certificate to show.',
    who: 'client',
    topic: 'certificate',
    measured: 'client_no_cert',
    expect: {
      '1.3': whenAsked(nothingShown(byServer('no-client-certificate', 'certificate_required', 'Certificate'))),
      '1.2': whenAsked(nothingShown(byServer('no-client-certificate', 'handshake_failure', 'Certificate'))),
    },
    apply: (cast) => ({ ...cast, client: { ...cast.client, identities: [] } }),
  },
];
