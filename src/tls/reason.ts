// Why a side chose something, what a check of the protocol found, and why something was left aside: by name and with this run's values.
// Data only; how it is told is not known here.

import type { Role } from './terms.ts';
import type { Called } from './wire/iana.ts';

/** Why something was chosen. */
export type ChoiceReason =
  /** The first of the chooser's own list that will do: among all that were offered, or those with a key share. */
  | { readonly what: 'best version' | 'first offered' | 'first with a share' }
  | { readonly what: 'no share' | 'no groups listed' | 'cookie only' }
  | { readonly what: 'share asked for'; readonly group: Called }
  /** By the other side. */
  | { readonly what: 'accepted'; readonly by: Role }
  | { readonly what: 'decrypts' }
  /** Which authorities count: the peer named none, its chain leads to one of them, or whatever it names. */
  | { readonly what: 'signs'; readonly scheme: string; readonly authorities: 'any' | 'named' | 'unheeded' }
  | { readonly what: 'no certificate' | 'none signs' | 'none named' | 'only expired' };

/** What became of one of several certificates that a side could show. */
export interface Weighed {
  /** Null where it has none. */
  readonly subject: string | null;
  /**
   * `no scheme`: its key signs with none that the peer accepts. `not named`: no CA that the peer named has issued anything in its chain.
   * `expired`: it would do otherwise. `not reached`: one before it will do.
   */
  readonly fate: 'shown' | 'no scheme' | 'not named' | 'expired' | 'not reached';
}

/** What a check of the protocol found. */
export type ProtocolReason =
  | { readonly what: 'version offered' | 'suite offered' | 'protocol offered' }
  | { readonly what: 'master secret bound' | 'master secret unbound' }
  | { readonly what: 'signature fits'; readonly subject: string; readonly over: SignedContent }
  | { readonly what: 'signature does not fit'; readonly subject: string; readonly signer: Role }
  | { readonly what: 'same handshake'; readonly sender: Role }
  | { readonly what: 'another handshake' };

/** How the verify_data of a Finished is computed. */
export interface Checksum {
  readonly what: 'HMAC' | 'PRF';
  readonly hash: string;
}

/** What a signature of the handshake is over: all messages so far, or the key share with both randoms. */
export type SignedContent = 'messages' | 'share';

/** Why something was left aside. */
export type IgnoredReason =
  /** In bytes. */
  | { readonly what: 'early data'; readonly length: number }
  | { readonly what: 'closed' | 'handshake under way' | 'only asked' | 'no renegotiation' }
  | { readonly what: 'for middleboxes' | 'warning' | 'close_notify follows' }
  | { readonly what: 'no resumption'; readonly extensions: readonly Called[] };
