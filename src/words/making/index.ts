// What is said where certificates for practice are made and taken along. It must not know how they are made.

import type { KeyChoice } from '../../lab/index.ts';
import type { Family, Holder, Paper, Shortcoming, WishedKey } from '../../lab/practice/index.ts';
import { counted, listed, number } from '../grammar.ts';

export { keytoolLine, linesFor } from './lines.ts';

export const makingWords = {
  promise:
    'A small PKI for exercises, from your browser’s own randomness. It stays on this page: it is sent nowhere, stored nowhere and in no link. What you don’t download is gone once you reload or make others.',
  keys: 'Keys',
  keyKinds: {
    'P-256': 'P-256',
    'P-384': 'P-384',
    'P-521': 'P-521',
    'RSA 2048': 'RSA, 2048 bits',
    'RSA 3072': 'RSA, 3072 bits',
    Ed25519: 'Ed25519',
  } satisfies Record<WishedKey, string>,
  days: 'Valid for (days)',
  intermediate: 'With an intermediate CA below the root',
  ends: { server: 'Server', client: 'Client' },
  names: 'Names',
  namesHint: {
    server: 'Names of hosts and IP addresses, with commas between them.',
    client: 'A name of any kind; after commas, names of hosts and IP addresses.',
  },
  purpose: 'Good for',
  purposes: {
    server: 'servers (serverAuth)',
    client: 'clients (clientAuth)',
    both: 'both',
    none: 'not said (no extended key usage)',
  },
  make: 'Make them',
  making: 'Looking for keys …',
  demo: 'Take the demo’s instead',
  demoKeys: 'Keys of the demo',
  demoKinds: { 'P-256': 'P-256', 'P-384': 'P-384', RSA: 'RSA, 2048 bits', Ed25519: 'Ed25519' } satisfies Record<
    KeyChoice,
    string
  >,
  again: 'Make others',
  failed: 'A part of the page that this needs could not be loaded, so nothing was made.',
  unwritten: 'A part of the page that this needs could not be loaded, so nothing was downloaded. Try again.',
  password: 'Password for the files',
  passwordHint: 'Java takes none with fewer than six characters.',
  passwordMissing: 'Give a password first: these files are under one.',
  use: 'Use them here',
  useHint: 'Plays the handshake of this page with them.',
  /** @param prefix of their files: whose they are, where there are two lines of them */
  authorities: (prefix: string) =>
    prefix === '' ? 'Who issued them' : `Who issued for the ${prefix.replace('-', '')}`,
  line: 'How OpenSSL makes it',
  lineHint: 'For OpenSSL 3 and a shell of Unix, in a folder with the files that it names. It draws keys of its own.',
  copy: 'Copy the lines',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  jdktrust: 'The mark that lets Java see a certificate as trusted is known to OpenSSL since 3.2. Java’s own tool:',
  download: 'Download',
} as const;

/** What was made, or taken. */
export function madeSentence({ trusted, ends }: Family, of: 'practice' | 'demo'): string {
  if (of === 'demo')
    return 'These are the demo’s. Their keys are no secret: they are the same in every copy of this page. Let nothing that matters trust these CAs.';
  const count = ends.length + trusted.reduce((sum, { authorities }) => sum + authorities.length, 0);
  return `${counted(count, 'certificate')} made. All say “Countersign practice” in their names. Let nothing trust their root for longer than the exercise takes.`;
}

/** Why nothing can be made of a wish. */
export function shortcomingSentence(shortcoming: Shortcoming): string {
  switch (shortcoming.what) {
    case 'days':
      return `The days must be a whole number from 1 to ${number(shortcoming.most)}.`;
    case 'no name':
      return `The ${shortcoming.of} needs a name.`;
    case 'not a host':
      return `“${shortcoming.name}” is neither the name of a host nor an IP address. Write letters beyond ASCII as certificates do: xn--….`;
    case 'unwritable':
      return `The ${shortcoming.of}’s name has a character that can’t be seen. Type it anew.`;
    case 'too long':
      return `The ${shortcoming.of}’s first name is too long: a common name has at most 64 characters.`;
  }
}

/** What a file is, and for whom. */
export function paperSentence(paper: Paper): string {
  switch (paper.kind) {
    case 'p12':
      return 'Key, certificate and chain under the password, with AES-256. For browsers, Java and Windows.';
    case 'old p12':
      return 'The same with 3DES and SHA-1, for old systems. Only where the other is refused.';
    case 'chain':
      return chainSentence(paper.of);
    case 'key':
      return paper.of.certificate.basicConstraints?.ca
        ? 'Its private key, in the clear: whoever has it can issue more in its name.'
        : 'The private key in PEM (PKCS#8), in the clear.';
    case 'locked key':
      return 'The same under the password, with AES-256.';
    case 'all':
      return 'Key, certificate and chain in one PEM file, for programs that want only one.';
    case 'bundle':
      return 'All of them in one PEM file.';
    case 'store':
      return 'The root in a trust store of Java’s, under the password.';
  }
}

function chainSentence({ certificate, issuer }: Holder): string {
  if (!issuer) return 'The root’s certificate in PEM: what has to be trusted.';
  if (certificate.basicConstraints?.ca) return 'The intermediate’s certificate in PEM.';
  return issuer.issuer ? 'The certificate and the intermediate above it, in PEM.' : 'The certificate in PEM.';
}

/** What has to be known of a holder’s files before they are downloaded; undefined: nothing. */
export function holderCaveat({ certificate: { publicKey } }: Holder): string | undefined {
  return publicKey?.kind === 'Ed25519'
    ? 'NSS refuses Ed25519 in every PKCS#12 file, and so do Firefox, and Chrome on Linux. For them make a P-256 key.'
    : undefined;
}

/** What a certificate is called. */
export function holderLine({ subject, certificate: { subjectAltName } }: Holder): string {
  const names = subjectAltName?.map(({ text }) => text) ?? [];
  const common = subject.find(([type]) => type === 'CN')?.[1];
  return listed([...new Set([...(common === undefined ? [] : [common]), ...names])]);
}
