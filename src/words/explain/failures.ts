// Prose for what goes wrong: what was found, what the other side gets to see, alerts and ends that no check explains.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { capital, inWords, listed } from '../grammar.ts';
import type { Demand } from '../remedies/index.ts';
import { type AnyAlert, newsOf } from './alerts.ts';
import type { Parties } from './headings.ts';

/** The story of a chain that leads nowhere. */
export const untrusted = (
  v: Parties & { readonly last: string; readonly issuer: string; readonly accepted: readonly string[] },
): string => {
  const ends =
    v.last === v.issuer
      ? `The ${v.of}’s chain ends at **${v.issuer}**, which vouches for itself.`
      : `The ${v.of}’s chain leads to **${v.issuer}**, who issued ${v.last}.`;
  const trusts =
    v.accepted.length > 0
      ? ` The ${v.by} trusts **${listed(v.accepted)}**, as it said in its CertificateRequest, and nothing links the two.`
      : ` The ${v.by} was told beforehand whom to trust, and nothing links this chain to anybody on its list.`;
  return ends + trusts;
};

/** What is told of a chain that is as it should be, where whoever judges it was told to want something else. */
export interface Demanded {
  readonly heading: string;
  readonly lesson: string;
}

/** It is longer than whoever judges it was told to follow. */
const tooLong = ({ of, by }: Parties): Demanded => ({
  heading: `The ${of}’s chain is longer than the ${by} follows`,
  lesson: `The ${of}’s certificates are as they should be. The ${by} was told how many may stand between a certificate and its root, and there is one more. In nginx that is \`ssl_verify_depth\`, in Apache \`SSLVerifyDepth\`, for \`openssl verify\` \`-verify_depth\`.`,
});

/** It ends at a CA that is trusted and no root. */
const noRoot = ({ of, by }: Parties): Demanded => ({
  heading: `The ${by} trusts an issuing CA, and wants a root`,
  lesson: `The ${of}’s chain leads to a CA that the ${by} was given to trust, but that CA was itself issued by another, and for this ${by} only what is signed by itself can be an end. Programs differ: Go, Java and GnuTLS, curl, and Python from 3.13 on take an issuing CA for an end. OpenSSL does so only when told (\`-partial_chain\`, X509_V_FLAG_PARTIAL_CHAIN), and Node.js and nginx do as OpenSSL.`,
});

/** Whatever the client has expired, and so it shows nothing. */
const keptBack = ({ of, by }: Parties): Demanded => ({
  heading: `The ${of} keeps back what has expired, and has nothing else`,
  lesson: `The ${of} has certificates that would do, but all have expired, and it shows none of those. The ${by} can’t know: what arrives is an empty Certificate, as from a ${of} that has none, and so its alert and its log speak of no certificate, and not of a date.`,
});

/** RFC 9110 section 15.5.20: the page is of another host than the handshake was for. */
const misdirected = (): Demanded => ({
  heading: 'The server does not answer for this host here',
  lesson:
    'Status 421, Misdirected Request: the page is there, but not over this connection. The certificate is for both names, so that the client was free to use one connection for both; but the host that it named in its ClientHello asks nobody for a certificate, and the one that it asks now does. Who is let in as a guest of the one must not get at the other, so nginx, Apache and Traefik answer like this, and Caddy too, which used to say 403.',
});

/** By what was demanded, or why nothing was shown. */
export const demanded = {
  'chain too long': tooLong,
  'not a root': noRoot,
  'only expired': keptBack,
  misdirected,
} as const satisfies Readonly<Record<Demand, (parties: Parties) => Demanded>>;

export const foundTitle = (by: Role): string => `What the ${by} found`;
export const sightTitle = (of: Role): string => `What the ${of} gets to see`;

export const found = (sentence: string, alert: string | undefined): string =>
  alert === undefined ? `${sentence} It closes.` : `${sentence} It sends !!${alert}!! and closes.`;

/** What somebody did on the wire, and to which step of whom. */
export interface Harm {
  readonly fate: 'changed' | 'dropped' | 'injected';
  readonly from: Role;
  readonly name: string;
  readonly step: number;
  /** Of what was put in: whether that step's own record was still to come. */
  readonly early: boolean;
  /** Of what was put in: the step whose record it copies; undefined for one that was made up. */
  readonly copy: { readonly name: string; readonly step: number } | undefined;
  /** Whether it was something that everybody could read, and change. */
  readonly cleartext: boolean;
}

/** What led to a refusal that neither side is to blame for. */
export const harmed = (harm: Harm): string => `It began ${placeOf(harm)}: ${deedDone(harm)}.`;

/** What was put in belongs to no step: it came before or after the record of one. */
function placeOf({ fate, early, step }: Harm): string {
  if (fate !== 'injected') return `in **step ${step}**`;
  return early ? `before **step ${step}** arrived` : `after **step ${step}**`;
}

function deedDone({ fate, from, name, copy }: Harm): string {
  if (copy) return `somebody on the wire has sent the ${from}’s ${copy.name} of step ${copy.step} a second time`;
  if (fate === 'injected') return `somebody on the wire has put in a record of their own, in the ${from}’s name`;
  return `somebody on the wire ${fate === 'changed' ? 'has changed' : 'has held back'} the ${from}’s ${name}`;
}

/** A refusal in one sentence. */
export const refusal = (v: {
  readonly by: Role;
  readonly of: Role;
  readonly alert: string | undefined;
  readonly harm: Harm | undefined;
  /** Whom the other side says to be, where it was refused for who it is. */
  readonly claims: string | undefined;
  /** Steps since the other side believed the handshake over; undefined: it did not. */
  readonly since: number | undefined;
  /** Whether the side that refuses believed so too. */
  readonly late: boolean;
}): string => {
  const why = v.harm ? `${capital(deedDone(v.harm))}, so the ${v.by}` : `The ${v.by}`;
  const whom = v.claims === undefined ? '' : ` to a ${v.of} that calls itself **${v.claims}**`;
  const what = v.alert === undefined ? 'closes without an alert' : `sends !!${v.alert}!!${whom} and closes`;
  return `${why} ${what}${when(v)}.`;
};

function when({ since, late, of }: { readonly since: number | undefined; readonly late: boolean; readonly of: Role }) {
  if (since !== undefined) return `, ${stepsLong(since)} after the ${of} believed that the handshake was over`;
  return late ? '' : ' in the middle of the handshake';
}

function stepsLong(count: number): string {
  return count <= 1 ? 'a step' : `${inWords(count)} steps`;
}

/** Why a bad certificate is refused where none would have done. RFC 9846 section 4.5.1.3. */
export const onlyAsked =
  'This server only **asked**: without a certificate it would have gone on. A bad one it refuses all the same. The standard leaves that open (RFC 9846, 4.5.1.3): a server may also go on and take the client for a stranger. Programs differ: nginx with `ssl_verify_client optional_no_ca` and Node.js with `rejectUnauthorized: false` go on, and leave it to the application.';

/** Of an alert whose name leads astray. */
export const decryptError =
  'The alert is called `decrypt_error`, although there was nothing to decrypt: it stands for every proof of the handshake that does not fit, a signature or the checksum in Finished.';

/** What is at stake when two records are sealed with the same nonce, which their receiver can’t see. */
export const nonceTwice =
  '**Two records were sealed with the same nonce.** The receiver never sees a nonce: it counts by itself, and so finds only that a tag does not fit. The harm is done on the wire: whoever listens can XOR the two and gets the XOR of what is in them, and with GCM can work out the key of the tags and forge records.';

export interface Sight {
  /** Steps since this side believed the handshake over; undefined: it did not. */
  readonly since: number | undefined;
  readonly news: string;
  readonly cleartext: boolean;
  /** `late`: this side has broken off before; `unread`: it will, because it can't read what comes; `lost`: nothing comes; `reset`: it writes first. */
  readonly fate: 'read' | 'late' | 'unread' | 'lost' | 'reset';
  /** How it is that nobody reads it, of one that is `reset`. */
  readonly reset?: string;
}

/** What the side at the other end gets to see. */
export const sight = ({ since, news: what, cleartext, fate, reset = '' }: Sight): string => {
  if (fate === 'reset') return `${reset} It would have said: ${what}.`;
  if (fate !== 'read') return `${unseen[fate]} It would have said: ${what}.`;
  const before =
    since === undefined
      ? 'In the middle of the handshake an alert arrives:'
      : `It believed that the handshake was over ${stepsLong(since)} ago. Now an alert says:`;
  const late =
    since === undefined
      ? ''
      : ' A program notices this only when it next reads from the connection. **It may never get that far**: if it goes on writing, or the other side closes with data unread, the transport is reset and the alert is lost. Then all there is to see is “connection reset” or “broken pipe”.';
  const open = cleartext ? ' The alert travels in the clear: everybody on the wire can read it as well.' : '';
  return `${before} ${what}.${late}${open}`;
};

const unseen: Readonly<Record<Exclude<Sight['fate'], 'read' | 'reset'>, string>> = {
  late: 'Nothing: it has broken off before and reads no more.',
  unread: 'The alert arrives, but this side can’t make anything of it: it refuses in its turn.',
  lost: 'Nothing: the alert does not arrive. It waits, until the connection ends.',
};

/** A failure as a story. */
interface Tale {
  readonly title: string;
  readonly gist: string;
  readonly lead: readonly string[];
}

/** Which program shakes hands a second time in a connection, and which does not. */
const renegotiation =
  'Programs differ. OpenSSL’s **client** shakes hands again when a server asks with HelloRequest, and its **server** refuses a client that begins by itself (seen with 3.0.19; SSL_OP_ALLOW_CLIENT_RENEGOTIATION changes that). Go refuses unless told otherwise (crypto/tls, Config.Renegotiation), and so does .NET’s server from .NET 7 on (AllowRenegotiation). With HTTP/2 nobody may (RFC 9113, 9.2.1), and TLS 1.3 has no such thing. A server that asks for a certificate only when it has seen the request needs it, and fails with every client that refuses.';

/** For an alert that nobody's check explains: it was made up. `goesOn`: it is a warning of TLS 1.2. */
export const bareAlert = (from: Role, alert: AnyAlert, number: number, goesOn: boolean): Tale => ({
  title: `The ${from} sends ${alert}`,
  gist: `The ${from} sends !!${alert} (${number})!!, ${goesOn ? 'a warning, after which the connection goes on' : 'although none of its own checks has failed'}.`,
  lead: [
    `${capital(from)} to ${from === 'client' ? 'server' : 'client'}: ${newsOf(alert)}.`,
    ...(goesOn ? ['This is a warning. In TLS 1.2 the connection goes on after one.'] : []),
    ...(alert === 'no_renegotiation' ? [renegotiation] : []),
  ],
});

/** For an alert that arrives although the other side never sent it. */
export const forgedAlert = (to: Role, from: Role, alert: AnyAlert, number: number, cleartext: boolean): Tale => ({
  title: `The ${to} gets an alert that the ${from} never sent`,
  gist: `Somebody on the wire sends the ${to} !!${alert} (${number})!! in the ${from}’s name${cleartext ? `, and the ${to} can’t tell` : ''}.`,
  lead: [
    `It says ${alert}: ${newsOf(alert)}.`,
    cleartext
      ? `Somebody on the wire has made it up. As long as nothing is protected, anybody can: the ${to} has no way to tell, and believes it.`
      : `Somebody has put it on the wire in the ${from}’s name.`,
  ],
});

export interface Cut {
  /** Somebody on the wire, or the side that has left: because it got an alert that the other never sent, or just so. */
  readonly by: 'wire' | { readonly side: Role; readonly forged?: { readonly name: AnyAlert; readonly open: boolean } };
  /** Those who saw the connection end, and what they had by then. */
  readonly witnesses: readonly {
    readonly who: Role;
    readonly connected: boolean;
    /** What it was waiting for. */
    readonly waitsFor: readonly string[];
  }[];
}

/** The connection has ended, and nobody has said why. */
export const cut = ({ by, witnesses }: Cut): Tale => ({
  title: 'The connection ends without a word',
  gist: cutGist(witnesses),
  lead: [deedOf(by), endless(witnesses.some(({ connected }) => connected))],
});

/** What there is to learn from such an end. */
const endless = (connected: boolean): string =>
  connected
    ? 'This is why TLS says goodbye. Without `close_notify` **nobody can know whether there was more to come**: whoever sits on the wire can cut an answer short. A program that takes such an end for the end of the data can be deceived.'
    : 'The handshake is not done, and TLS has nothing to say about it. Programs report an end of file or a connection that was reset, and leave people guessing.';

function cutGist(witnesses: Cut['witnesses']): string {
  if (witnesses.some(({ connected }) => connected))
    return 'The connection ends without `close_notify`, and nobody can know whether more was to come.';
  const hopes = witnesses.map(({ who, waitsFor }) =>
    waitsFor.length > 0 ? `the ${who} waits for **${listed(waitsFor, 'or')}**` : `the ${who} is in the handshake`,
  );
  return `The connection ends while ${listed(hopes)}, and no alert says why.`;
}

function deedOf(by: Cut['by']): string {
  if (by === 'wire')
    return 'Somebody has cut the connection here, as one pulls a cable. No check has failed, so there is no alert, and no `close_notify` either.';
  const { side, forged } = by;
  if (!forged)
    return `The ${side} has closed the connection without saying \`close_notify\` first. No check has failed, so there is no alert.`;
  const open = forged.open
    ? ` It is not protected, so anybody could have written it: the ${side} has no way to tell, and believes it.`
    : '';
  return `The ${side} has closed the connection, because it got !!${forged.name}!! in the other side’s name. Somebody on the wire has forged it: the other side has never sent an alert, and gets none.${open}`;
}

/** What a side sees of such an end. */
export const cutSight = ({ connected, waitsFor }: Cut['witnesses'][number]): string => {
  if (connected) return 'It was connected. The connection ends, although the other side has not said `close_notify`.';
  const hope =
    waitsFor.length > 0 ? `It was waiting for ${listed(waitsFor, 'or')}.` : 'It was in the middle of the handshake.';
  return `${hope} The connection ends, and that is all it ever learns.`;
};

/** The same as a story of its own, for whoever knows no more than that side. */
export const cutSeen = (witness: Cut['witnesses'][number]): Tale => ({
  title: 'The connection ends without a word',
  gist: cutGist([witness]),
  lead: [cutSight(witness), endless(witness.connected)],
});

/** What other programs do about the same failure. */
export const conductTitle = 'What other programs do about it';
export const conductWords = {
  /** The first fatal alert ends the connection. */
  alerts: ([first = '', ...later]: readonly string[]): string =>
    later.length === 0
      ? `sends ${first}`
      : `sends ${first}; then ${later.join(', then ')}, which nobody reads any more. So the log of the other side names the first, which says something else than what was found`,
  closes: (): string => 'closes without an alert',
  accepts: (): string => 'accepts it',
};
export const seenWith = (programs: string): string => `Seen with ${programs}.`;
