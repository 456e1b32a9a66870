// What checks of certificates looked at and what they found, by name and with its values. Data only: how it is told is not known here.

import type { PssRefusal } from '../crypto/index.ts';
import type { Defect } from './defect.ts';
import type { KeyUsage } from './extension.ts';
import type { GeneralNameKind } from './general-name.ts';
import type { KeyTitle } from './public-key.ts';

/** What a check looked at. Undefined members: the certificate has no such extension. */
export type CheckValue =
  | { readonly what: 'issuer'; readonly issuer: string }
  | { readonly what: 'version'; readonly version: number; readonly serial: string }
  | { readonly what: 'critical extensions'; readonly names: readonly string[] }
  | { readonly what: 'basic constraints'; readonly ca: boolean | undefined }
  | { readonly what: 'key usage'; readonly usages: readonly KeyUsage[] | undefined }
  | { readonly what: 'purposes'; readonly purposes: readonly string[] | undefined }
  /** How many CAs may stand below it, and how many do. */
  | { readonly what: 'path length'; readonly limit: number; readonly found: number }
  /** In hex, with colons. */
  | { readonly what: 'key identifier'; readonly id: string }
  | { readonly what: 'key'; readonly key: KeyTitle }
  | { readonly what: 'name'; readonly expected: string; readonly found: readonly string[] }
  | { readonly what: 'algorithm'; readonly name: string }
  /** In milliseconds since the Unix epoch. */
  | { readonly what: 'validity'; readonly from: number; readonly to: number }
  | { readonly what: 'constraints'; readonly subject: string; readonly by: readonly string[] }
  /** The list that counts, in milliseconds since the Unix epoch; or that there is none. */
  | { readonly what: 'list'; readonly issuer: string; readonly from: number; readonly to: number | undefined }
  | { readonly what: 'no list'; readonly issuer: string };

/** Why a check passed or failed, or what is odd. Certificates are called by their titles, times are in milliseconds. */
export type CheckReason =
  | DeadEndReason
  | Violation
  | { readonly what: 'trusted root'; readonly subject: string }
  | { readonly what: 'well formed' }
  | { readonly what: 'malformed'; readonly defect: Defect }
  | { readonly what: 'rules broken'; readonly defects: readonly Defect[] }
  | { readonly what: 'critical extensions known' }
  | { readonly what: 'critical extension unknown'; readonly name: string }
  | { readonly what: 'is a CA' | 'is trusted as a CA' | 'is no CA' | 'need be no CA' | 'must be no CA' }
  | { readonly what: 'every use allowed' }
  | { readonly what: 'use allowed' | 'use missing'; readonly needed: KeyUsage }
  | { readonly what: 'every purpose allowed' | 'purposes of a root' }
  | { readonly what: 'purpose allowed'; readonly purpose: string }
  | { readonly what: 'purpose missing'; readonly purpose: string; readonly role: 'server' | 'client' }
  | { readonly what: 'path short enough' | 'path too long' }
  | { readonly what: 'issuer’s key' | 'another key'; readonly issuer: string }
  | { readonly what: 'unsupported key' | 'strong key' | 'weak key' }
  | { readonly what: 'name found'; readonly expected: string; readonly found: string }
  | { readonly what: 'name missing'; readonly expected: string; readonly role: 'server' | 'client' }
  | { readonly what: 'trusted as it is' }
  | { readonly what: 'signature unsupported'; readonly refusal: SignatureRefusal }
  /** Without a signer: by its own key. */
  | { readonly what: 'signed' | 'not signed'; readonly signer: string | undefined }
  | { readonly what: 'not yet valid' | 'expired' | 'valid'; readonly at: number }
  | { readonly what: 'names permitted' }
  | RevocationReason;

/** What a list of revoked certificates says about one, or why none says anything. */
export type RevocationReason =
  | { readonly what: 'not revoked' | 'not known to be revoked'; readonly issuer: string }
  /** The reason by the name of RFC 5280 5.3.1, where one is given. */
  | { readonly what: 'revoked'; readonly since: number; readonly why: string | undefined }
  /** There are lists, but of these issuers. */
  | { readonly what: 'no list'; readonly issuer: string; readonly instead: readonly string[] }
  /** Lists of the issuer’s name, but of another key. */
  | { readonly what: 'list of another key' | 'list badly signed' | 'may sign no lists'; readonly issuer: string }
  | { readonly what: 'list outdated' | 'list not yet valid'; readonly issuer: string; readonly when: number }
  | { readonly what: 'list not understood'; readonly issuer: string; readonly extension: string };

/** Why a path leads to no anchor. */
export type DeadEndReason =
  | { readonly what: 'chain too long' | 'too many paths' | 'nothing trusted' }
  /** Whether it is the whole chain, or the root of one. */
  | { readonly what: 'self-signed'; readonly subject: string; readonly alone: boolean }
  /** The issuer has the name of a trusted root, but not its key. */
  | { readonly what: 'namesake'; readonly subject: string; readonly issuer: string }
  | { readonly what: 'no issuer'; readonly subject: string; readonly issuer: string }
  /** It is trusted, but by this verifier only together with the root above it. */
  | { readonly what: 'not a root'; readonly subject: string; readonly issuer: string };

/** How a name breaks the constraints of a CA, or why nobody can judge it by them. */
export type Violation =
  | { readonly what: 'too many names'; readonly names: number; readonly subtrees: number }
  | { readonly what: 'name excluded'; readonly name: ConstrainedName; readonly subtree: string }
  | { readonly what: 'name not permitted'; readonly name: ConstrainedName }
  | { readonly what: 'constraint unsupported'; readonly name: ConstrainedName }
  /** The name can't be read for its kind, or a subtree of that kind can't. */
  | { readonly what: 'constraint unreadable'; readonly name: ConstrainedName; readonly subtree: string | undefined };

export interface ConstrainedName {
  readonly kind: GeneralNameKind;
  readonly text: string;
}

/** Why a signature of a certificate is not even looked at. */
export type SignatureRefusal = PssRefusal | { readonly what: 'algorithm'; readonly name: string };
