// Why a side can't even start with its own files, by name and with its values: src/words tells it. Data only.

import type { FlawCause } from '../../bytes/index.ts';
import type { Item, KeyRefusal } from '../../pki/containers/index.ts';

/** What keeps a program from starting. Certificates are called by their subjects. */
export type Obstacle =
  /** Whether that certificate is a CA’s, with the one of the key after it. */
  | { readonly what: 'key of another'; readonly subject: string; readonly upsideDown: boolean }
  /** What is there in its place, if anything is. */
  | { readonly what: 'no certificate'; readonly instead: Item['kind'] | undefined }
  | { readonly what: 'no key in the file' | 'key locked' }
  /** Of its own chain, by what a program demands before it starts. */
  | { readonly what: 'weak key'; readonly subject: string; readonly bits: number }
  | { readonly what: 'weak signature'; readonly subject: string; readonly algorithm: string }
  | { readonly what: 'strange curve' | 'out of order' | 'nobody named'; readonly subject: string }
  | { readonly what: 'too many certificates'; readonly found: number; readonly most: number }
  | { readonly what: 'nothing trusted' }
  | { readonly what: 'key refused'; readonly keyType: string; readonly why: KeyRefusal }
  /** The flaw is one clause about its bytes. */
  | { readonly what: 'unreadable certificate'; readonly flaw: FlawCause | undefined };
