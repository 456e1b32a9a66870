// What can differ between two runs, and what can be the same, as values; the sentences are beside it. Types only.

import type { FaultCause, Role, Version } from '../../tls/index.ts';

/** Which of two runs. */
export type Side = 'a' | 'b';

/** The same of both runs. */
export type OfBoth<Value> = Readonly<Record<Side, Value>>;

/** How a run ends. */
export type Outcome =
  | { readonly ends: 'well' }
  | { readonly ends: 'cut off' }
  /** `ofPeer`: it is about who the other side is. */
  | { readonly ends: 'refused'; readonly by: Role; readonly ofPeer: boolean; readonly cause: FaultCause };

/** An alert by its name and its number. */
export interface AlertName {
  readonly name: string;
  readonly code: number;
}

/** When a side learns that the other one has refused: before or after it counted itself as connected, and whether by an alert. */
export interface Learning {
  readonly connected: boolean;
  /** `reset`: it was writing, and reads nothing any more. */
  readonly how: 'alert' | 'cut' | 'reset';
}

/** What a client shows when it is asked; `nobody`: it is not asked, or shows nothing at all; `unreadable`: what it shows is no certificate. */
export type Showing = { readonly who: string } | { readonly who: null } | 'nobody' | 'unreadable';

export type Difference =
  | ({ readonly what: 'outcome' } & OfBoth<Outcome>)
  | ({ readonly what: 'alert' } & OfBoth<AlertName | null>)
  | ({ readonly what: 'learning'; readonly who: Role } & OfBoth<Learning>)
  | { readonly what: 'open alert'; readonly open: Side }
  | { readonly what: 'unread request'; readonly side: Side }
  | { readonly what: 'asking'; readonly side: Side }
  | ({ readonly what: 'insisting' } & OfBoth<'asked' | 'required'>)
  | ({ readonly what: 'showing' } & OfBoth<Showing>)
  /** Of the first certificate that a side shows, by its key’s kind, and by a time in ms since the Unix epoch. */
  | ({ readonly what: 'issuer' | 'key'; readonly of: Role } & OfBoth<string>)
  | ({ readonly what: 'valid until'; readonly of: Role } & OfBoth<number>)
  | { readonly what: 'other certificate'; readonly of: Role }
  /** Of the client’s name. */
  | { readonly what: 'readable name'; readonly readable: Side; readonly name: string }
  | ({ readonly what: 'sealing' } & OfBoth<string>)
  | ({ readonly what: 'round trips' } & OfBoth<number>)
  /** A message that comes earlier in one run than another message of both, and later in the other. */
  | {
      readonly what: 'order';
      readonly name: string;
      readonly from: Role;
      readonly than: string;
      readonly earlier: Side;
    }
  | ({ readonly what: 'suite' | 'group' | 'protocol' } & OfBoth<string | null>)
  | ({ readonly what: 'clock' } & OfBoth<number>)
  | ({ readonly what: 'size' } & OfBoth<number>);

export type Sameness =
  | { readonly what: 'everything' }
  | { readonly what: 'good end' }
  | { readonly what: 'refusal'; readonly cause: FaultCause }
  | { readonly what: 'alert'; readonly alert: AlertName }
  | { readonly what: 'version'; readonly version: Version }
  /** The one that a side shows, by the name in it. */
  | { readonly what: 'certificate'; readonly of: Role; readonly name: string };
