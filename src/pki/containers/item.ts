// What can be in a file, once it is open.

import type { Bytes, FlawCause } from '../../bytes/index.ts';
import type { PrivateKey } from '../../crypto/index.ts';
import type { Certificate } from '../certificate.ts';
import type { Crl } from '../crl.ts';
import type { KeyRefusal, Remark } from './flaw.ts';

interface Named {
  /** A friendly name or an alias, where the file gives one. */
  readonly name?: string;
}

export interface CertificateItem extends Named {
  readonly kind: 'certificate';
  readonly der: Bytes;
  /** Undefined when it can't be read by the rules of DER; `flaw` says why. */
  readonly certificate: Certificate | undefined;
  readonly flaw?: FlawCause;
  readonly keyType: string;
  /** Whether a store holds it as something to trust. */
  readonly trusted?: boolean;
}

export interface KeyItem extends Named {
  readonly kind: 'private key';
  /** As it stands in the file once opened: PKCS#8, PKCS#1 or SEC 1. */
  readonly der: Bytes;
  readonly keyType: string;
  /** Undefined when this page can't sign with it. */
  readonly key: PrivateKey | undefined;
  readonly refusal?: KeyRefusal;
  /** What it was encrypted with. */
  readonly encryption?: string;
}

/** A private key that no password has opened yet. */
export interface LockedItem extends Named {
  readonly kind: 'locked key';
  readonly encryption: string;
}

export interface CrlItem {
  readonly kind: 'crl';
  readonly der: Bytes;
  readonly crl: Crl;
}

/** What is no use here, but has a name. */
export interface OtherItem extends Named {
  readonly kind: 'certificate request' | 'public key' | 'parameters' | 'secret key';
  readonly der: Bytes;
  readonly keyType?: string;
  readonly subject?: string;
}

export type Item = CertificateItem | KeyItem | LockedItem | CrlItem | OtherItem;

/** What was found in one part of a file. */
export interface Found {
  readonly items: readonly Item[];
  readonly remarks: readonly Remark[];
  /** What a password has opened of a PKCS#12 file, as it stands there: SafeContents, in DER. */
  readonly contents?: readonly Bytes[];
}

export const NOTHING: Found = { items: [], remarks: [] };

/** Everything that several parts hold, in order. */
export function gathered(found: readonly Found[]): Found {
  const contents = found.flatMap((each) => each.contents ?? []);
  return {
    ...(contents.length > 0 && { contents }),
    items: found.flatMap(({ items }) => items),
    remarks: found.flatMap(({ remarks }) => remarks),
  };
}
