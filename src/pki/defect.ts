// What can be wrong with the form of a certificate, by name and with its values. Data only.

import type { FlawCause } from '../bytes/index.ts';

/** What breaks a standard without making a certificate unreadable. */
export type Defect = DefectCause & {
  /** Where it is demanded. */
  readonly section: string;
};

export type DefectCause =
  | { readonly what: 'extension twice' | 'extension critical'; readonly name: string }
  | { readonly what: 'extension unreadable'; readonly name: string; readonly flaw: FlawCause }
  | { readonly what: 'algorithms differ' | 'form of time' }
  | { readonly what: BrokenRule };

/** Rules about what a certificate holds, by what breaks them. */
export type BrokenRule =
  | 'serial number'
  | 'CA without a name'
  | 'no issuer name'
  | 'no name at all'
  | 'no domain name'
  | 'constraints without a CA'
  | 'CA not critical'
  | 'path length without a CA'
  | 'keyCertSign without a CA'
  | 'CA without a key identifier'
  | 'CA without its issuer’s key identifier'
  | 'no issuer’s key identifier'
  | 'no alternative name';
