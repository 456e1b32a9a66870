// Prose for a client that has several certificates to choose from. Texts are in the notation of `rich`; values come in, words go out.
// English, ready for other languages.

import type { Weighed } from '../../tls/index.ts';
import type { Prose } from '../explain/prose.ts';

interface Chosen {
  readonly count: number;
  /** Whose it is; null: none matches. */
  readonly shown: string | null;
  /** How many would do, but have expired. */
  readonly expired: number;
}

/** Which of several certificates a client shows, or that it shows none. */
export const chosen = ({ count, shown, expired }: Chosen): Prose => ({
  title: shown === null ? `None of ${count} certificates matches` : `One of ${count} certificates is picked`,
  gist:
    shown === null
      ? `The client has ${count} certificates, and **none is ${expired > 0 ? 'still valid of those that would do' : 'what the server asked for'}**: it sends an empty list.`
      : `Of its ${count} certificates the client shows **${shown}**: the first that is what the server asked for.`,
  lead: [
    'The CertificateRequest says what will do: the signatures that the server accepts, in TLS 1.2 the kinds of keys as well, and, if the server names any, the CAs that it takes certificates of. The client goes through what it has, one after the other.',
    ...(expired > 0 ? [expiredUnshown] : []),
    ...(shown === null
      ? [
          'Nobody tells the server of this: all that it gets to see is an empty Certificate, as from a client that has none.',
        ]
      : []),
  ],
  why: 'A certificate that the server can’t use would only be refused. So the server says first what it takes, and the client looks before it shows anything of itself.',
});

/** Which clients look at dates before they show anything. */
const expiredUnshown =
  'This client looks at the dates as well, and keeps back what has expired: so does Chromium on Windows, which doesn’t offer such a certificate at all. OpenSSL and Go show whatever they are given, and let the server judge.';

/** What became of each. */
export const fates: Readonly<Record<Weighed['fate'], string>> = {
  shown: 'is shown',
  'no scheme': 'passed over: its key signs in no way that the server accepts',
  'not named': 'passed over: no CA that the server named has issued it, nor any above it',
  expired: 'passed over: it would do, but has expired',
  'not reached': 'not looked at: one before it will do',
};

export const unnamed = 'no certificate';
