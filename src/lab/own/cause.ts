// Why a handshake with somebody's own certificates does not work, as finely as what they brought lets it be told: by name and with its values,
// data for words. It must not know how it is found.

import type { Role } from '../../tls/index.ts';

/** Whose certificate it is, and who refuses it. */
export interface Sides {
  readonly of: Role;
  readonly by: Role;
}
/** Which certificate: its title, and whether it is the side’s own or a CA’s above it. */
export interface Which extends Sides {
  readonly subject: string;
  readonly leaf: boolean;
}

/** Why nobody vouches for a certificate. */
export type Distrust = Sides &
  (
    | { readonly what: 'intermediate not sent'; readonly issuer: string; readonly file: string | undefined }
    /** Whether an intermediate is missing or its root is not trusted can’t be told: nothing above the certificate is known. */
    | { readonly what: 'issuer unknown'; readonly subject: string; readonly issuer: string }
    /** Whether it was sent along, which does not help. */
    | { readonly what: 'CA not trusted'; readonly issuer: string; readonly sent: boolean }
    /** Whether both trust files are in each other’s place. */
    | { readonly what: 'trust mixed up'; readonly issuer: string; readonly swapped: boolean }
    | { readonly what: 'nobody trusted'; readonly issuer: string }
    | { readonly what: 'renewed CA'; readonly issuer: string }
    | { readonly what: 'only the intermediate trusted'; readonly intermediate: string; readonly issuer: string }
    | { readonly what: 'self-signed'; readonly subject: string }
    /** The CA’s own certificate has its name in other bytes than what it issued: in capitals, or as another kind of string. */
    | { readonly what: 'name written otherwise'; readonly issuer: string }
  );

export type OwnCause =
  | Distrust
  /** On which day, in milliseconds since the Unix epoch. */
  | (Which & { readonly what: 'expired' | 'not yet valid'; readonly when: number | undefined })
  | (Which & { readonly what: 'wrong purpose' | 'path length' | 'name constraints' | 'critical extension' })
  /** The reason by the name of RFC 5280 5.3.1, where one is given. */
  | (Which & { readonly what: 'revoked'; readonly since: number | undefined; readonly why: string | undefined })
  | (Which & { readonly what: 'not a CA'; readonly missing: 'cA' | 'keyCertSign' })
  | (Which & { readonly what: 'key usage'; readonly missing: 'digitalSignature' | 'keyEncipherment' })
  | (Which & { readonly what: 'CA as leaf' | 'weak' | 'unusual key' | 'weak signature' | 'damaged' | 'broken rule' })
  /** A trusted CA of that name has another key: it was renewed, or the certificate is damaged. */
  | (Which & { readonly what: 'renewed or damaged'; readonly issuer: string })
  | (Sides & { readonly what: 'depth'; readonly depth: number })
  /** The client asks for a name that the server takes for none. */
  | (Sides & { readonly what: 'odd name'; readonly name: string })
  | (Sides & { readonly what: 'other name'; readonly expected: string; readonly found: readonly string[] })
  | (Sides & { readonly what: 'revocation list'; readonly issuer: string; readonly why: ListTrouble })
  | (Sides & { readonly what: 'no certificate' | 'list too long' | 'no common version' | 'scheme not listed' })
  | { readonly what: AtStart | 'key missing' | 'signed with another key'; readonly of: Role };

/** What is wrong with a list of revoked certificates; of which other issuers there are some. */
export type ListTrouble =
  | { readonly what: 'missing'; readonly instead: readonly string[] }
  | { readonly what: 'outdated' | 'not yet valid'; readonly when: number }
  | { readonly what: 'bad' };

/** What keeps a side from starting. */
export type AtStart =
  | 'key of another'
  | 'CA first'
  | 'no certificate in the file'
  | 'no key in the file'
  | 'key locked'
  | 'key refused'
  | 'weak file'
  | 'unreadable certificate'
  | 'out of order'
  | 'nobody named'
  | 'too many certificates'
  | 'nothing to trust';
