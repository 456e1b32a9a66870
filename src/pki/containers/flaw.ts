// What can be wrong with a file, or be odd about it, as values. The sentences for them are words'.

import type { FlawCause } from '../../bytes/index.ts';

/** What a file is instead of what it should be. */
export type Stranger =
  | 'BCFKS'
  | 'BKS'
  | 'GZIP'
  | 'HTML'
  | 'JSON'
  | 'LFS'
  | 'OpenSSH key'
  | 'PDF'
  | 'PGP'
  | 'SSH public key'
  | 'ZIP'
  | 'nothing of ours'
  | 'picture'
  | 'text';

/** Why nothing, or not everything, can be had from a file. */
export type FileFlaw =
  | { readonly what: 'empty' | 'too large' | 'nested too deeply' }
  /** Whoever was to hand over its bytes could not. */
  | { readonly what: 'unreadable' }
  | { readonly what: 'stranger'; readonly stranger: Stranger }
  /** The bytes, or those in a PEM block with this label, end before what they say of themselves. */
  | { readonly what: 'cut off' | 'part missing' | 'structure' | 'no base64'; readonly label?: string }
  | { readonly what: 'end missing' | 'ellipsis'; readonly label: string }
  | { readonly what: 'labels differ'; readonly begin: string; readonly end: string }
  | { readonly what: 'dashes' | 'lower case' }
  /**
   * The contents are there and can't be read without the right password. `given`: whether one was tried. `unguessed`: the empty one was
   * not, since that takes long.
   */
  | { readonly what: 'locked'; readonly given: boolean; readonly checked: boolean; readonly unguessed?: true }
  /** A way of encrypting that this page does not undo. */
  | { readonly what: 'cipher'; readonly name: string; readonly weak: boolean }
  | { readonly what: 'too much work'; readonly iterations: number }
  | { readonly what: 'public-key protection' };

/** Something that whoever brought a file should know, although it can be used. */
export type Remark =
  | { readonly what: 'not DER' }
  | { readonly what: 'unreadable certificate'; readonly flaw: FlawCause }
  | { readonly what: 'Latin-1 password' }
  | { readonly what: 'key has its own password'; readonly name: string | undefined }
  | { readonly what: 'no check value' | 'key without certificate' | 'key of none' | 'wrong order' }
  | { readonly what: 'several keys'; readonly names: readonly string[] }
  | { readonly what: 'Kubernetes secret' }
  | { readonly what: 'key not used'; readonly keyType: string; readonly why: KeyRefusal }
  | { readonly what: 'only'; readonly kind: 'certificate request' | 'public key' | 'parameters' | 'secret key' };

/** Why a private key can't sign here. */
export type KeyRefusal = 'too short' | 'too long' | 'kind' | 'agrees only' | 'explicit curve' | 'primes' | 'unreadable';

/** Thrown inside this folder and where somebody takes a file apart; whoever opens one gets it as a value. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(readonly flaw: FileFlaw) {
    super(flaw.what);
  }
}
