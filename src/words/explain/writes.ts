// Prose for a write that breaks: the server has refused, and the client's program writes on before it reads why.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import type { AnyAlert } from './alerts.ts';

/** The alert that lies unread: its name with its number, the step in which it was sent, and what it says. */
export interface UnreadAlert {
  readonly name: AnyAlert;
  readonly number: number;
  readonly step: number;
  readonly news: string;
}

/** Of whoever sent what lies unread; without an alert: only its end was there to be read. */
export interface BrokenWrite {
  readonly who: Role;
  readonly by: Role;
  /** Undefined where nobody who tells this can know of it. */
  readonly alert: UnreadAlert | undefined;
  /** Whether the handshake was over for both, and what was refused came afterwards. */
  readonly afterwards: boolean;
}

/** What becomes of an alert that comes for a program which writes before it reads. @param breaks the step in which its write fails */
export const unreadAlert = (who: Role, by: Role, breaks: number): string =>
  `Nothing. The alert does come, but the ${who}’s program is writing, and does not read. The ${by} has closed the connection with data unread, so its machine does not say goodbye but **resets** it (RFC 9293, 3.6.1), and in **step ${breaks}** the ${who}’s next write fails. A program that still read then would find the alert on Linux; other systems may throw it away (RFC 9293, 3.10.7.4). Most programs report the failed write, and read no more.`;

export const title = (who: Role): string => `The ${who}’s write breaks`;

export const gist = ({ who, alert }: BrokenWrite): string =>
  alert
    ? `The ${who} writes on, and the write fails: **the connection was reset**. Why, says ${named(alert)} of step ${alert.step}, which nobody has read.`
    : `The ${who} writes on, and the write fails: **the connection was reset**. Why, it does not know.`;

const named = ({ name, number }: UnreadAlert): string => `!!${name} (${number})!!`;

/** Why it comes to this, and where it does not. */
export const lead = ({ who, by, afterwards }: BrokenWrite): readonly string[] =>
  afterwards ? [insideLead(who, by)] : lateLead(who, by);

const insideLead = (who: Role, by: Role): string =>
  `The handshake was over for both when the ${by} refused something that the ${who} had sent, and closed. Its alert is the first thing to be read, and whoever writes first finds the door shut, and never reads the note on it. TLS 1.2 is no different there.`;

const lateLead = (who: Role, by: Role): readonly string[] => [
  `In TLS 1.3 the ${who} holds the connection to be there as soon as its own Finished is said, **before the ${by} has judged what the ${who} showed**. If the ${by} refuses then, its alert is the first thing to be read on a connection that seemed to work. Whoever writes first finds the door shut, and never reads the note on it.`,
  `In TLS 1.2 the ${by} says Finished last: the ${who} has to read before it may write, so the same refusal arrives within the handshake, as an alert.`,
];

export const sight = ({ alert }: BrokenWrite): string =>
  alert
    ? `A connection that was there, and a write that fails. The alert would have said: ${alert.news}.`
    : 'A connection that was there, and a write that fails. That is all it ever learns.';

export const remedyTitle = 'How to find out why';
export const remedy = (who: Role, by: Role): string =>
  `Read the **${by}’s log**: it names what it refused. Or have the ${who} read before it writes: \`openssl s_client\` with nothing to send shows the alert, and so does the same connection with TLS 1.2 at most. A connect that has succeeded proves nothing in TLS 1.3: the ${by} has taken the ${who} when it answers.`;

/** To somebody on the wire, of what is said when the transport is gone. */
export const neverLeft = (who: Role) => ({
  title: 'Nothing on the wire',
  gist: `The ${who} seals a record and fails to write it: nothing of it leaves its machine, so there is nothing to see.`,
});

/** On the wire, where a reset has no keys. */
export const resetSeen = (by: Role): string =>
  `After it the ${by}’s machine **resets** the connection. That is TCP and no secret: who listens sees a connection that ended badly right after the handshake, and a short sealed record before. What it said, only the keys tell.`;

/** To the same run with another choice. */
export const ways = {
  clientFirst: 'Show it with a client that writes before it reads',
  serverFirst: 'Show it with a client that reads first',
  tls12: 'Show the same in TLS 1.2',
};
