// What a file of certificates or keys is, what is in it and what is wrong with it, in sentences for whoever brought it.
// It must not know how files are read.

import type { FileFlaw, Item, KeyRefusal, Remark, Stranger } from '../pki/containers/index.ts';
import { flawClause } from './causes/flaws.ts';
import { type Sentences, told } from './causes/telling.ts';
import { listed, number } from './grammar.ts';

/** What keeps a file, or a part of it, from being used, and what to do about it: one or two sentences. */
export function flawSentence(flaw: FileFlaw): string {
  return told(flaws, flaw);
}

/** What whoever brought a file should know of it. */
export function remarkSentence(remark: Remark): string {
  return told(remarks, remark);
}

/** Why a private key can’t be used. */
export function keyRefusalSentence(keyType: string, why: KeyRefusal): string {
  return refusals[why](keyType);
}

const inBlock = (label: string | undefined) => (label === undefined ? 'The file' : `The ${label} in this file`);

const flaws: Sentences<FileFlaw> = {
  empty: () => 'The file is empty.',
  'too large': () => 'The file is larger than 10 MB, which no certificate, key or store of them is.',
  unreadable: () =>
    'The browser could not read this file: it was moved or changed meanwhile, or may not be read. Choose it again.',
  'nested too deeply': () => 'The file is damaged: it is nested more deeply than any such file.',
  stranger: ({ stranger }) => strangers[stranger],
  'cut off': () => 'The file is cut off: it says that it is longer. Copy or download it again, in binary mode.',
  'part missing': ({ label }) =>
    `A part of the ${label} is missing in the middle or at its end. Copy the whole of it again.`,
  structure: ({ label }) => `${inBlock(label)} is damaged: its structure does not add up.`,
  'no base64': ({ label }) => `What stands between the BEGIN and END lines of the ${label} is not base64.`,
  'end missing': ({ label }) => `The file is cut off: the line “-----END ${label}-----” is missing.`,
  ellipsis: () => 'This is an example from a manual: its middle is left out. Take the whole file.',
  'labels differ': ({ begin, end }) =>
    `BEGIN and END lines do not match: the block begins as ${begin} and ends as ${end}. Two blocks seem to have been mixed up.`,
  dashes: () =>
    'The dashes around BEGIN and END were changed, as word processors and mail programs do: there must be five plain hyphens on either side.',
  'lower case': () => 'The BEGIN line must be in capitals: -----BEGIN CERTIFICATE-----.',
  locked: ({ given, checked, unguessed }) => {
    if (!given && unguessed)
      return 'The file is protected by a password. Give it to open the file. The empty one was not tried, since that takes a while with this file: leave the field empty to try it.';
    if (!given) return 'The file is protected by a password. Give it to open the file.';
    return checked
      ? 'The check value of this file does not fit: the password is wrong, or the file is damaged.'
      : 'The password is wrong, or the file is damaged: what comes out makes no sense.';
  },
  cipher: ({ name, weak }) =>
    `The file is encrypted with ${name}, which this page does not undo. Export it again with AES${weak ? '; that cipher protects nothing any more' : ''}.`,
  'too much work': ({ iterations }) =>
    `To open this file, its password would have to be hashed ${number(iterations)} times, which takes too long here. Export it again with fewer iterations: 100,000 are plenty.`,
  'public-key protection': () =>
    'The file is encrypted for somebody’s certificate instead of with a password, which this page does not undo.',
};

const strangers: Readonly<Record<Stranger, string>> = {
  BCFKS: 'This is a BCFKS key store of Bouncy Castle. Convert it to PKCS#12 with keytool -importkeystore.',
  BKS: 'This is a BKS key store of Bouncy Castle (Android’s old format). Convert it to PKCS#12 with keytool -importkeystore.',
  GZIP: 'This is a gzip file: unpack it first.',
  HTML: 'This is a web page, not a certificate: the download went wrong, or wants a login.',
  JSON: 'This is JSON, perhaps the error message of a web service, not a certificate.',
  LFS: 'This is a pointer of Git LFS: the file itself was not fetched. Run “git lfs pull”.',
  'OpenSSH key':
    'This is a private key in OpenSSH’s own format, without a certificate. Convert it with “ssh-keygen -p -m PEM -f FILE”.',
  PDF: 'This is a PDF, not a certificate.',
  PGP: 'This is a PGP key, not a TLS certificate.',
  'SSH public key': 'This is an SSH public key, neither a certificate nor a private key.',
  ZIP: 'This is a zip archive: unpack it first.',
  'nothing of ours': 'This is neither a certificate, a key nor a store of them.',
  picture: 'This is a picture, not a certificate.',
  text: 'This is text without a certificate in it: a line “-----BEGIN CERTIFICATE-----” is looked for.',
};

const remarks: Sentences<Remark> = {
  'not DER': () => 'The file is BER and not proper DER; some programs refuse that.',
  'unreadable certificate': ({ flaw }) =>
    `A certificate is not proper DER (${flawClause(flaw)}), so that its signature can’t be checked; most programs refuse it.`,
  'Latin-1 password': () =>
    'The password fits, but the contents were encrypted with it in Latin-1 instead of UTF-8: most programs can’t open this file. Export it again.',
  'key has its own password': ({ name }) =>
    `The key${name === undefined ? '' : ` “${name}”`} in this store has a password of its own, different from the store’s. Give that one too.`,
  'no check value': () => 'The file has no check value: whether it was changed on the way can’t be seen.',
  'key without certificate': () => 'There is a private key in this file, but no certificate.',
  'key of none': () => 'The private key in this file belongs to none of its certificates.',
  'several keys': ({ names }) =>
    `There are several private keys in this file${names.length > 0 ? ` (${listed(names)})` : ''}: choose one.`,
  'wrong order': () =>
    'The certificates are in the wrong order: the one that the key belongs to must come first, then the one that issued it.',
  'Kubernetes secret': () =>
    'This is a Kubernetes secret: its certificate and key are PEM in base64, and were taken out of it. Programs want them in files of their own.',
  'key not used': ({ keyType, why }) => refusals[why](keyType),
  only: ({ kind }) => only[kind],
};

const refusals: Readonly<Record<KeyRefusal, (keyType: string) => string>> = {
  'too short': (keyType) => `${keyType} is too short to be used: others break it.`,
  'too long': (keyType) => `${keyType} is longer than what this page signs with.`,
  kind: (keyType) => `This page can show a key of the kind ${keyType}, but can’t sign with it.`,
  'agrees only': (keyType) =>
    `A key of the kind ${keyType} can only agree on keys, not sign; it can’t belong to a TLS certificate.`,
  'explicit curve': () =>
    'This EC key spells out the parameters of its curve instead of naming it. Convert it: openssl ec -param_enc named_curve.',
  primes: (keyType) => `This is an ${keyType} key; few programs can use one with more than two primes.`,
  unreadable: (keyType) => `The numbers of this ${keyType} key do not go together: it is damaged.`,
};

const only: Readonly<Record<Extract<Remark, { what: 'only' }>['kind'], string>> = {
  'certificate request':
    'This is a certificate request, not a certificate: send it to your CA and load the certificate that comes back.',
  'public key': 'This is a public key, neither a certificate nor a private key.',
  parameters: 'These are parameters of a group, neither a certificate nor a key.',
  'secret key': 'This store holds a secret key (for HMAC or a cipher), which has nothing to do with certificates.',
};

/** What is in a file, each thing in a line. */
export const itemNames: Readonly<Record<Item['kind'], string>> = {
  certificate: 'certificate',
  'private key': 'private key',
  'locked key': 'private key, locked',
  crl: 'list of revoked certificates',
  'certificate request': 'certificate request',
  'public key': 'public key',
  parameters: 'parameters',
  'secret key': 'secret key',
};
