// Why an entry of the catalogue fits a line of a log, as values: whoever has words for it tells it. It must not know single programs.

import type { AlertName, Role, Version } from '../../tls/index.ts';

/** Every one quotes the words that it rests on. */
interface Quoting {
  readonly by: Role;
  readonly excerpt: string;
}

export type Clue = Quoting &
  (
    | /** A side was told this alert, and gets just that here; `perhaps`: out of several that its text may stand for. */
    {
        readonly why: 'alert-told';
        readonly alert: AlertName;
        readonly perhaps: boolean;
        readonly version: Version;
      }
    /** A side was told so in words that stand for what is minded here. */
    | { readonly why: 'reason-told' }
    /** A side says itself what it minds; or says only what it minds among other things, perhaps with words that nobody here can place. */
    | { readonly why: 'reason-said' }
    | { readonly why: 'reason-hinted'; readonly unread: string | undefined }
    /** It minds something else here, but something like it. */
    | { readonly why: 'kin' }
    /** Programs that send other alerts than the usual one, or none. */
    | {
        readonly why: 'habit';
        readonly programs: readonly string[];
        readonly sends: readonly AlertName[];
        readonly alert: AlertName;
      }
    /** TLS 1.3: the client was done before it was refused, and its write may break before it reads the alert. */
    | { readonly why: 'late'; readonly alert: AlertName }
    /** Some end the connection without an alert, where others send one. */
    | { readonly why: 'torn'; readonly alert: AlertName }
    /** A side says only that the handshake failed. */
    | { readonly why: 'failed-only' }
    /** Whoever refuses sends an alert that gets lost. */
    | { readonly why: 'alert-lost' }
    /** A side sees the end, and nothing else. */
    | { readonly why: 'end-seen' }
    /** The line tells of just this, whoever notices. */
    | { readonly why: 'shown' }
  );

/** What an entry answers: what happened between the two, as somebody asks who comes with an alert. */
export type Question = 'unshown' | 'client-refused' | 'server-refused' | 'not-agreed' | 'disturbed';

/** Why a text leads nowhere: there is none, or nothing in it is known. */
export type Puzzle =
  | { readonly why: 'empty' }
  /** What it has all the same: the line that looks most like it, and which of the words that one looks for. */
  | {
      readonly why: 'unknown';
      readonly has: readonly Landmark[];
      readonly line: string | undefined;
      readonly lines: number;
    };

/** A word that a line about a refused handshake usually has. */
export type Landmark = 'alert' | 'certificate' | 'handshake' | 'error' | 'tls';
