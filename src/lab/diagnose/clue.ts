// Why an entry of the catalogue fits a line of a log, as values: whoever has words for it tells it. It must not know single programs.

import type { AlertName, Role, Version } from '../../tls/index.ts';

export type Clue =
  /** A side was told this alert, and gets just that here; `perhaps`: out of several that its text may stand for. */
  | {
      readonly why: 'alert-told';
      readonly by: Role;
      readonly alert: AlertName;
      readonly perhaps: boolean;
      readonly version: Version;
    }
  /** A side was told so in words that stand for what is minded here. */
  | { readonly why: 'reason-told'; readonly by: Role; readonly excerpt: string }
  /** A side says itself what it minds; or says only what it minds among other things. */
  | { readonly why: 'reason-said' | 'reason-hinted'; readonly by: Role; readonly excerpt: string }
  /** It minds something else here, with the same alert. */
  | { readonly why: 'same-alert'; readonly by: Role; readonly excerpt: string; readonly alert: AlertName }
  /** A program sends other alerts than the usual one, or none. */
  | {
      readonly why: 'habit';
      readonly program: string;
      readonly by: Role;
      readonly sends: readonly AlertName[];
      readonly alert: AlertName;
    }
  /** Whoever refuses sends an alert that gets lost. */
  | { readonly why: 'alert-lost'; readonly by: Role }
  /** A side sees the end, and nothing else. */
  | { readonly why: 'end-seen'; readonly by: Role };

/** Why a text leads nowhere: there is none, it tells that somebody doesn't speak TLS, or nothing in it is known. */
export type Puzzle = 'empty' | 'not-tls' | 'unknown';
