// What to do about a refusal for a certificate, a key or a configuration that no check of a chain explains, by its cause.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { FaultCause } from '../../tls/index.ts';
import type { Remedy } from './remedy.ts';

const unshown: Remedy = {
  check: () => 'whether the server is configured with a certificate for this name.',
  change: () =>
    '**On the server:** configure a certificate for the name that the client asks for, with its private key, of a kind that the client lists.',
};

const signing: Remedy = {
  check: ({ of }) => `which kinds of signature the ${of} may make, and whether its library or driver is sound.`,
  change: ({ of }) =>
    `**On the ${of}:** let it sign in a way that goes with its key and that the other side lists. If its settings allow that already, its library or the driver of its key is at fault.`,
};

export const faults: Readonly<Partial<Record<FaultCause, Remedy>>> = {
  'no-common-version': {
    check: () => 'the lowest and the highest version that each side allows.',
    change: ({ by, of }) =>
      `**On the ${of}:** allow a version that the ${by} speaks, after an update if need be. **On the ${by}** only if what it allows was narrowed too far; nothing below TLS 1.2 is worth allowing.`,
  },
  'no-common-suite': {
    check: () => 'the cipher suites that each side allows, and whether they fit the kind of the server’s key.',
    change: ({ by, of }) =>
      `**On the ${of}** or **on the ${by}:** allow one suite more that the other has on its list; in TLS 1.2 it has to go with the kind of the server’s key.`,
  },
  'no-common-group': {
    check: () => 'the groups (curves) that each side allows.',
    change: ({ by, of }) =>
      `**On the ${of}** or **on the ${by}:** allow a group that the other has on its list, such as x25519 or secp256r1.`,
  },
  'no-common-scheme': {
    check: () => 'the kinds of signature that the client lists, and the kind of the server’s key.',
    change: ({ by, of }) =>
      `**On the ${by}:** give it a certificate with a key of a kind whose signatures the ${of} lists. Or **on the ${of}:** allow the kind that goes with the key that is there.`,
  },
  'no-common-protocol': {
    check: () => 'the protocols that each side names by ALPN.',
    change: () =>
      '**On the server:** let it speak one of the protocols that the client names. Or **on the client:** name one that the server speaks, `http/1.1` for instance.',
  },
  'no-server-certificate': unshown,
  'empty-server-certificate': unshown,
  'no-client-certificate': {
    check: () => 'whether the client is told which certificate and key to use, and finds and reads them.',
    change: () =>
      '**On the client:** tell it which certificate and which private key to use, issued by a CA that the server accepts: some show nothing when none of theirs fits. **On the server** only if clients without one are to be let in: then let it ask, and not insist.',
  },
  'unreadable-certificate': {
    check: ({ of }) => `how the ${of}’s file is read: PEM and DER mixed up.`,
    change: ({ of }) =>
      `**On the ${of}:** give it the file in the form that it reads: PEM begins with \`-----BEGIN CERTIFICATE-----\`, DER is binary. If the form is right, get a copy that is not damaged.`,
  },
  'unsupported-key': {
    check: ({ of, by }) => `the kind of the ${of}’s key, and which kinds the ${by} knows.`,
    change: ({ of, by }) =>
      `**On the ${of}:** have a certificate issued for a key of a kind that the ${by} knows, such as P-256 or RSA.`,
  },
  'certificate-does-not-fit-suite': {
    check: () => 'the kind of the server’s key, and the suites that it may pick.',
    change: () =>
      '**On the server:** give it a certificate whose key goes with the suite, ECDSA or RSA; or let it pick only suites that go with its key.',
  },
  'scheme-not-offered': signing,
  'scheme-does-not-fit-key': signing,
  'bad-signature': {
    check: ({ of }) =>
      `whether the ${of}’s key belongs to its certificate: compare their public keys. The certificate alone proves nothing. With a smart card or HSM, its driver.`,
    change: ({ of }) =>
      `**On the ${of}:** give it the private key that belongs to its certificate, or a certificate for the key that it has: both must hold the same public key. If they do, its library or the driver of its key is at fault.`,
  },
};
