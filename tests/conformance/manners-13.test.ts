// What programs do with certificates in TLS 1.3, in every situation of the corpus.

import { reachIn } from './reach.ts';

await reachIn('1.3', {
  'node26 brainpool-client': 'OpenSSL 3.5 has schemes for brainpool curves; this page has no such curve to sign with.',
});
