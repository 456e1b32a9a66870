// What can be wrong with the proof that a side holds its key. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const possessionEntries = {
  'bad-signature': {
    title: 'Bad signature',
    story:
      'The client shows a good certificate, but one bit of the signature that should prove it holds the key is wrong.',
  },
  'client-key-of-another': {
    title: 'Client key of another certificate',
    story: 'The client is set up with a key file that belongs to another certificate than the one it shows.',
  },
  'copied-certificate': {
    title: 'A copied certificate, without its key',
    story:
      'An impostor shows a certificate that is not its own, since anybody may copy one, and signs with its own key.',
  },
  'client-verify-left-out': {
    title: 'Client leaves out its signature',
    story:
      'The client shows a good certificate and goes on without a CertificateVerify, as if showing it were proof enough.',
  },
  'client-verify-replayed': {
    title: 'Client signature of an earlier handshake',
    story: 'The client sends a CertificateVerify again that was good once, in an earlier handshake with this server.',
  },
  'client-verify-other-transcript': {
    title: 'Client signature over something else',
    story: 'The client signs with the right key, but only what it said itself, and leaves out what the server said.',
  },
  'client-verify-algorithm-not-offered': {
    title: 'Client signature by a scheme not offered',
    story: 'The client’s CertificateVerify says that it was signed with ed448, which the server did not offer.',
  },
  'server-bad-signature': {
    title: 'Bad signature of the server',
    story: 'The server shows a good certificate, but one bit of the signature in its CertificateVerify is wrong.',
  },
  'server-key-exchange-bad-signature': {
    title: 'Bad signature of the key exchange',
    story: 'One bit of the signature in the ServerKeyExchange is wrong, which vouches for the server’s share.',
  },
  'server-key-of-another': {
    title: 'Server key of another certificate',
    story: 'The server is set up with a key file that belongs to another certificate than the one it shows.',
  },
  'server-verify-left-out': {
    title: 'Server leaves out its signature',
    story:
      'The server shows a good certificate and goes on without a CertificateVerify, as if showing it were proof enough.',
  },
  'server-verify-replayed': {
    title: 'Server signature of an earlier handshake',
    story: 'The server sends a CertificateVerify again that was good once, in an earlier handshake with this client.',
  },
  'server-verify-other-transcript': {
    title: 'Server signature over something else',
    story: 'The server signs with the right key, but only what it said itself, and leaves out what the client said.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
