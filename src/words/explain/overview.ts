// Prose for a run as a whole, and for what a newcomer reads first. Texts are in the notation of `rich`; values come in, words go out.
// English, ready for other languages.

import type { Role, Version } from '../../tls/index.ts';
import { capital, counted, listed } from '../grammar.ts';
import type { Prose } from './prose.ts';

/** What this page is, for whom, and the three words without which nothing in it can be understood. */
export const introduction: Prose = {
  title: 'Two programs prove to each other who they are',
  gist: 'A client and a server open a secure connection. Usually only the server proves who it is. With **mutual TLS**, which this page plays, the client does so too.',
  lead: [
    'A **certificate** says which public key belongs to which name. Anybody may see it.',
    'A **CA**, a certification authority, vouches for it. Whoever trusts the CA believes the name.',
    'A **private key** is the secret half of that key. Its owner signs with it, and so proves that the certificate is theirs.',
    'For everybody who sets this up, teaches it, or wants to know why a connection was refused.',
  ],
  why: 'Nothing leaves your computer: both ends of the connection run in this page.',
};

export interface OverviewValues {
  readonly version: Version;
  readonly steps: number;
  /** Whether the server asked who the client is. */
  readonly asked: boolean;
  /** Whom each side knows at the end to be its peer. */
  readonly knows: Readonly<Record<Role, string | null>>;
  /** Whether the server shows its key by a signature; it does so by decrypting where there are no fresh key pairs. */
  readonly signs: boolean;
  /** Who says something under the keys in the end. */
  readonly talk: readonly Role[];
  readonly wire: OpenValues;
}

/** What can be read of a run by whoever listens. */
export interface OpenValues {
  /** The host that the client asks for. */
  readonly name: string | null;
  /** Who has shown a certificate that can be read on the wire, and who one that can't. */
  readonly open: readonly Role[];
  readonly hidden: readonly Role[];
  /** Whether data came, which always travel under keys. */
  readonly sealed: boolean;
}

/** A run in which nothing goes wrong, or nothing comes of it. */
export const goesWell = (v: OverviewValues): Prose => ({
  ...proofs(v),
  lead: [proofStory(v), course(v), privacy(v.wire)],
});

function proofs({ asked, knows: { client, server } }: OverviewValues): Pick<Prose, 'title' | 'gist'> {
  const first = `The server proves ${client === null ? 'who it is' : `that it is **${client}**`}`;
  if (server !== null)
    return {
      title: 'Client and server prove to each other who they are',
      gist: `${first}, and the client that it is **${server}**.`,
    };
  if (!asked)
    return { title: 'Only the server proves who it is', gist: `${first}, and does not ask who the client is.` };
  return {
    title: 'The server asks, and lets the client in without a name',
    gist: `${first}, asks who the client is, is shown no certificate, and goes on all the same.`,
  };
}

function proofStory({ knows, signs }: OverviewValues): string {
  const mutual = knows.server !== null;
  const checks = (who: string) =>
    `${who} that the certificate leads to a CA that it trusts, and that the proof fits the certificate.`;
  if (!signs) {
    const client = mutual ? ' The client shows one too, and signs with the private key that belongs to it.' : '';
    return `The server shows a **certificate**, and opens what the client has encrypted to its key.${client} ${checks(mutual ? 'Each checks' : 'The client checks')}`;
  }
  return mutual
    ? `Each shows a **certificate**, and signs with the private key that belongs to it. ${checks('Each checks')}`
    : `The server shows a **certificate**, and signs with the private key that belongs to it. ${checks('The client checks')}`;
}

function course({ version, steps, talk }: OverviewValues): string {
  const said = talk.length > 1 ? 'a request and its answer follow' : 'there is little to say';
  return `All this is **TLS ${version}** and takes **${counted(steps, 'step')}**: first both agree on how to speak and on keys, then come the proofs; then ${said}, and each says goodbye.`;
}

/** What is private on the wire. */
export function privacy({ name, open, hidden, sealed }: OpenValues): string {
  const asks = name === null ? [] : [`that somebody asks for **${name}**`];
  const shown = open.map((who) => `the ${who}’s certificate`);
  const seen = [...asks, ...shown];
  const can = seen.length > 0 ? `Whoever listens on the wire can read ${listed(seen)}.` : '';
  const closed = [...hidden.map((who) => `the ${who}’s certificate`), ...(sealed ? ['all data'] : [])];
  const cannot =
    closed.length > 0 ? `${capital(listed(closed))} travel${closed.length === 1 ? 's' : ''} encrypted.` : '';
  return [can, cannot].filter((sentence) => sentence !== '').join(' ');
}

/** Where a side stood just before a run went wrong. */
export interface Standing {
  readonly who: Role;
  readonly knows: string | null;
  readonly connected: boolean;
}

/** Where it goes wrong, and how both stood by then. @param label the step’s name */
export const goesWrong = (v: {
  readonly step: number;
  readonly steps: number;
  readonly label: string;
  readonly before: readonly Standing[];
}): string => `It shows in **step ${v.step} of ${v.steps}**, ${v.label}. Until then ${v.before.map(stood).join('; ')}.`;

function stood({ who, knows, connected }: Standing): string {
  const peer = who === 'client' ? 'server' : 'client';
  const knowledge =
    knows === null ? `had no proof of who the ${peer} is` : `had proof that the ${peer} is **${knows}**`;
  return `the ${who} ${knowledge}${connected ? ' and took itself for connected' : ''}`;
}

/** An end that no refusal explains. */
export const endsEarly: Pick<Prose, 'title' | 'gist'> = {
  title: 'The connection does not end as it should',
  gist: 'Nobody refuses, and yet the two never come to a proper goodbye.',
};

/** The ways on from an overview. */
export const doorWords = {
  proxied: { title: 'Put a proxy in between', line: 'Where TLS ends, the client’s certificate ends, too.' },
  label: 'Ways on',
  watch: (steps: number) => ({ title: 'Watch it step by step', line: `${counted(steps, 'step')}, at your own pace` }),
  refused: { title: 'See a client being refused', line: 'The server does not trust the client’s CA' },
  errors: { title: 'I have an error message', line: 'Find out which side said no, and why' },
  own: { title: 'I have a certificate', line: 'See whether it would work, and what to change' },
  failure: (step: number) => ({ title: 'Go to where it fails', line: `Step ${step}, and what each side gets to see` }),
} as const;
