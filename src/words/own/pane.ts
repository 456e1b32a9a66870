// The words of the pane in which somebody brings files: what can be done there, what is in a file, what a run can be asked. It must not
// know how files are opened.

import type { Certificate, Crl } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { itemNames } from '../containers.ts';
import { counted, day, listed } from '../grammar.ts';

export const ownWords = {
  title: 'Your certificates',
  promise: 'They stay in this page: not sent anywhere, not in the link.',
  invite:
    'Bring a certificate with its key, or the CAs that a side trusts: .p12, .pem, .crt, .key, .jks, .crl. The page shows what is in each file, and plays the handshake with them.',
  choose: 'Choose files',
  another: 'Open another file',
  drop: 'or drop them anywhere on the page',
  paste: 'Paste text',
  pasteField: 'Certificates or keys as text (PEM)',
  pasted: 'pasted text',
  read: 'Read it',
  cancel: 'Cancel',
  back: 'Back',
  files: 'Files',
  opening: 'opening …',
  progress: (file: string) => `Opening ${file}`,
  stop: 'Stop',
  stopped: 'You stopped opening it.',
  failed: 'What opens files could not be loaded. Nothing that was open is lost.',
  again: 'Try again',
  password: (file: string) => `Password for ${file}`,
  passwordName: 'Password',
  unlock: 'Open',
  refused: 'This is not the password.',
  stays: 'What was open before stays open.',
  remove: 'Remove',
  about: (control: string, file: string) => `${control}: ${file}`,
  place: (what: string) => `Where it belongs: ${what}`,
  also: (what: string) => `Where it belongs as well: ${what}`,
  nothingElse: 'and nowhere else',
  mixed: 'In different places',
  moved: 'You have put it here.',
  putBack: 'Put it back',
  each: (count: number) => `each of the ${count} by itself`,
  more: (count: number) => `and ${count} more`,
  notInUse: 'The handshake that is shown is the demo’s, without them.',
  use: 'Use them',
  mark: 'Own certificates are in use',
  /** Where there is little room. */
  markShort: 'Own',
  forget: 'forget',
  forgetAll: 'Forget all of it',
  question: 'What is asked',
  name: 'Server name',
  nameHint: 'The host that the client asks for. Empty: the first name in the server’s certificate.',
  day: 'On the day',
  clock: (at: number) => `The clock stands at ${moment(at)}.`,
  depth: 'Verify depth',
  depthHint: 'How many intermediates the server takes. Empty: as many as there are.',
  profile: 'By the rules of',
  profiles: { usual: 'most programs', rfc5280: 'RFC 5280, all of it', webpki: 'the Web’s CAs and browsers' },
  crl: 'Revocation',
  crlHint: 'Whether the server demands that no certificate of the client’s chain is on a list of revoked ones.',
  crls: { no: 'not demanded', yes: 'the server has to check' },
  like: (side: Role) => `The ${side} is like`,
  engine: 'this page’s engine',
  others: 'The rest of the scenario',
  bytes: 'Bytes',
  bytesOf: 'What is looked at',
  bytesBack: 'Back to the bytes of the handshake',
} as const;

/** Something of a file that can be looked at byte by byte. */
interface Layer {
  readonly what: 'file' | 'contents' | keyof typeof itemNames;
  readonly name?: string;
  readonly number?: number;
  readonly recoded?: true;
}

/** What is looked at, in a few words. @param file the name of its file */
export function layerLine({ what, name, number }: Layer, file: string): string {
  if (what === 'file') return `${file}, as it is`;
  if (what === 'contents') return `what the password opened${number === undefined ? '' : `, part ${number}`}`;
  return name === undefined ? itemNames[what] : `${itemNames[what]}: ${name}`;
}

/** What there is to be said of its bytes. @param covered whether zeros stand for something secret */
export function bytesNote({ what, recoded }: Layer, covered: boolean): string {
  const secret = covered
    ? ' What is secret in it stays in the memory of this page and is shown nowhere: zeros stand in its place.'
    : '';
  if (what === 'file')
    return `The file${recoded ? ', which is in BER, put into DER' : ', in DER'}: how it is protected, and what of it is encrypted.${secret}`;
  if (what === 'contents') return `The bags that were encrypted in the file, in DER.${secret}`;
  return `As it stands in the file, in DER.${secret}`;
}

/** What nobody brought: one sentence for a side; undefined where it has everything. */
export function suppliedSentence(
  side: Role,
  { shows, trusts }: { readonly shows: 'brought' | 'demo' | 'none'; readonly trusts: 'brought' | 'demo' },
): string | undefined {
  const what = [
    ...(shows === 'demo' ? ['shows the page’s own certificate'] : []),
    ...(shows === 'none' ? ['has no certificate to show'] : []),
    ...(trusts === 'demo' ? ['trusts the page’s own root'] : []),
  ];
  if (what.length === 0) return undefined;
  return `The ${side} ${listed(what)}.`;
}

/** What became of files beside those that are listed: one sentence. */
export const newsSentences = {
  twice: (name: string) => `${name} is here already.`,
  'left out': (count: number) =>
    `${counted(count, 'file')} of the folder ${count === 1 ? 'is no certificate, key or list, and was' : 'are no certificates, keys or lists, and were'} left out.`,
  'too many': (most: number) => `Only the first ${most} files of the folder were read.`,
} as const;

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** `23 November 2026 at 12:00 UTC` */
function moment(at: number): string {
  return `${times.format(at)} UTC`;
}

/** What a certificate is, in a few words, and what else is to be known of it. */
export function certificateLine(certificate: Certificate): { readonly what: string; readonly facts: string } {
  const { subject, issuer, basicConstraints, notAfter, extendedKeyUsage, publicKey } = certificate;
  const own = subject.text === issuer.text;
  const authority = basicConstraints?.ca === true;
  const kind = own ? (authority ? 'root' : 'self-signed certificate of') : authority ? 'issuing CA' : 'certificate of';
  const facts = [
    ...(own ? [] : [`issued by ${shortName(issuer)}`]),
    publicKey
      ? 'n' in publicKey
        ? `${publicKey.kind} ${publicKey.bits}`
        : publicKey.kind
      : 'a key of an unknown kind',
    `until ${day(notAfter)}`,
    ...(extendedKeyUsage ? [`for ${listed(extendedKeyUsage)}`] : []),
  ];
  return { what: `${kind} ${shortName(subject)}`, facts: facts.join(' · ') };
}

/** What a list of revoked certificates is. */
export function listLine({ issuer, thisUpdate, nextUpdate, revoked }: Crl): {
  readonly what: string;
  readonly facts: string;
} {
  const until = nextUpdate === undefined ? [] : [`until ${day(nextUpdate)}`];
  return {
    what: `list of revoked certificates of ${shortName(issuer)}`,
    facts: [counted(revoked.length, 'entry', 'entries'), `from ${day(thisUpdate)}`, ...until].join(' · '),
  };
}

function shortName({ commonName, text }: Certificate['subject']): string {
  return commonName === undefined ? text || 'an empty name' : `CN=${commonName}`;
}

/** What a key in a file is. @param certificates the names of those that it belongs to, among all that were brought */
export function keyLine(keyType: string, certificates: readonly string[]): string {
  const whose = certificates.length > 0 ? `of ${listed(certificates)}` : 'of none of these certificates';
  return `private key, ${keyType}, ${whose}`;
}

/** Something that was in a file before. */
export function elsewhereLine(what: string, file: string): string {
  return `${what}: the same as in ${file}`;
}

/** A certificate that can’t be read by the rules. */
export function unreadableLine(keyType: string): string {
  return `${itemNames.certificate} that can’t be read · ${keyType}`;
}

/** A key that no password has opened, and what it is encrypted with. */
export function lockedLine(encryption: string): string {
  return `${itemNames['locked key']} · ${encryption}`;
}

/** What is in a file that is of no use here. */
export function otherLine({
  kind,
  keyType,
  subject,
}: {
  readonly kind: keyof typeof itemNames;
  readonly keyType?: string;
  readonly subject?: string;
}): string {
  return [itemNames[kind], keyType, subject].filter(Boolean).join(' · ');
}
