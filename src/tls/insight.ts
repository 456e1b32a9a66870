// What an endpoint says about itself while it works: plain data, in the order in which it happened. Everything the page
// shows is made of these. No behaviour.

import type { Bytes, Field } from '../bytes/index.ts';
import type { Verdict } from '../pki/index.ts';
import type { Fault } from './fault.ts';
import type { KeySource, Secret } from './keys/secret.ts';
import type { Checksum, ChoiceReason, IgnoredReason, ProtocolReason, Weighed } from './reason.ts';
import type { Direction, Epoch, Role, Version } from './terms.ts';
import type { AlertName, Called } from './wire/iana.ts';
import type { MessageName } from './wire/message.ts';
import type { ContentType } from './wire/record.ts';

/** What was chosen or checked, by its name. */
type WithName<What extends string> = { readonly [W in What]: { readonly what: W; readonly value: string } }[What];

/** A handshake message as this side said or heard it. */
export interface SeenMessage {
  readonly name: MessageName | 'Unknown';
  /** Position among the handshake messages of this direction, from 0. */
  readonly ordinal: number;
  /** Header included. */
  readonly bytes: Bytes;
  readonly field: Field;
  readonly epoch: Epoch;
}

/** A stretch of a record's content that belongs to one handshake message. */
export interface Part {
  /** The message's ordinal in this direction. */
  readonly message: number;
  /** Range in the record's content (cleartext: the fragment; sealed: TLSInnerPlaintext.content). */
  readonly start: number;
  readonly end: number;
  /** Offset of the first byte inside the message. */
  readonly offset: number;
}

/** A record as this side sealed or opened it. */
export interface SeenRecord {
  /** Position among the records of this direction, from 0. */
  readonly ordinal: number;
  /** The bytes on the wire, header included. */
  readonly bytes: Bytes;
  readonly field: Field;
  /** The true type of the content. */
  readonly type: ContentType | 'unknown';
  readonly epoch: Epoch;
  /** Only for protected records: sequence number, nonce and what the record held. */
  readonly protection?: {
    readonly sequence: number;
    readonly nonce: Bytes;
    readonly plaintext: Bytes;
    readonly plaintextField: Field;
  };
  readonly parts: readonly Part[];
}

/** What a connection has agreed on. */
export interface Facts {
  readonly version: Version;
  readonly suite: string;
  /** Null where the key exchange needs none: static RSA. */
  readonly group: string | null;
  readonly alpn: string | null;
  readonly serverName: string | null;
  /** Subject of the peer's verified certificate, or null: nobody. */
  readonly peer: string | null;
}

export type Insight =
  | {
      readonly kind: 'state';
      readonly name: string;
      readonly version: Version | null;
      readonly waitsFor: readonly string[];
    }
  | { readonly kind: 'said'; readonly message: SeenMessage }
  | { readonly kind: 'heard'; readonly message: SeenMessage }
  | { readonly kind: 'sealed'; readonly record: SeenRecord }
  | { readonly kind: 'opened'; readonly record: SeenRecord }
  | { readonly kind: 'secret'; readonly secret: Secret }
  | {
      readonly kind: 'keys';
      readonly direction: Direction;
      readonly epoch: Epoch;
      /** 0 for the first keys of an epoch, one more for each KeyUpdate. */
      readonly generation: number;
      readonly cipher: string;
      readonly key: Bytes;
      readonly iv: Bytes;
      /** What they come from. */
      readonly secret: KeySource;
    }
  | ({
      readonly kind: 'chose';
      /** Names, or subjects of certificates: null for an identity without one. */
      readonly among: readonly (Called | null)[];
      readonly reason: ChoiceReason;
      /** Of several certificates, what became of each. */
      readonly weighed?: readonly Weighed[];
    } & (
      | WithName<'version' | 'suite' | 'group' | 'scheme' | 'alpn' | 'certificate'>
      /** The group that is asked for, if any. */
      | { readonly what: 'retry'; readonly value?: Called }
      | { readonly what: 'no certificate' }
    ))
  | { readonly kind: 'verdict'; readonly of: Role; readonly verdict: Verdict }
  | ({
      /** A check of the protocol itself. */
      readonly kind: 'check';
      readonly ok: boolean;
      readonly reason: ProtocolReason;
    } & (
      | WithName<'signature' | 'version' | 'suite' | 'alpn'>
      | { readonly what: 'finished'; readonly value: Checksum }
      | { readonly what: 'extended master secret' }
    ))
  | { readonly kind: 'ignored'; readonly what: string; readonly reason: IgnoredReason }
  /** The check that refused: cause, this run's values, and the alert it leads to. */
  | (Fault & {
      readonly kind: 'fault';
      /** Null: it closes without one. */
      readonly alert: AlertName | null;
      readonly field?: Field;
      readonly bytes?: Bytes;
    })
  | {
      readonly kind: 'alert';
      readonly direction: 'sent' | 'received';
      readonly level: 'warning' | 'fatal';
      readonly code: number;
      /** The registry's name, or `unknown`. */
      readonly description: AlertName | 'unknown';
      readonly epoch: Epoch;
    }
  | { readonly kind: 'connected'; readonly facts: Facts }
  | { readonly kind: 'data'; readonly direction: 'sent' | 'received'; readonly bytes: Bytes }
  | { readonly kind: 'closed'; readonly how: 'close_notify' | 'alert' | 'fault' | 'transport' };

/** What came of one call of an endpoint, in the order in which it happened. */
export type TurnItem =
  | { readonly kind: 'insight'; readonly insight: Insight }
  /** Bytes for the wire: one record. */
  | { readonly kind: 'wire'; readonly bytes: Bytes }
  /** This side sends no more: close the transport's sending half. */
  | { readonly kind: 'end' };
export type Turn = readonly TurnItem[];
