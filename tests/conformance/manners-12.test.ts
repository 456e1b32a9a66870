// What programs do with certificates in TLS 1.2, in every situation of the corpus.

import { reachIn } from './reach.ts';

await reachIn('1.2', {
  'go bad-ca-list-too-long':
    'The server sends a list of more than 65,535 bytes, which nobody who keeps to the format can write; the client refuses it.',
  'gnutls bad-ca-list-too-long': 'The same.',
  'java bad-clock-in-the-past (alert)':
    'Java sends bad_certificate here, and certificate_unknown in TLS 1.3; why, nobody has found out.',
});
