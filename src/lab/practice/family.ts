// A small PKI with all its keys, whoever made it. It must not know files beyond what they are called.

import type { PrivateKey } from '../../crypto/index.ts';
import type { Certificate } from '../../pki/index.ts';

/** Somebody with a key and a certificate. */
export interface Holder {
  /** What its files are called, without their endings: `client`. */
  readonly file: string;
  readonly key: PrivateKey;
  readonly certificate: Certificate;
  /** The attributes of its subject, most general first. */
  readonly subject: readonly (readonly [type: string, value: string])[];
  /** Who issued it; absent: it did so itself. */
  readonly issuer?: Holder;
}

/** Authorities that somebody trusts, the root first. */
export interface Trusted {
  /** What comes before the names of its files: `server-`; empty where there is but one. */
  readonly prefix: string;
  readonly authorities: readonly Holder[];
}

export interface Family {
  readonly trusted: readonly Trusted[];
  /** A server and a client. */
  readonly ends: readonly Holder[];
}

/** Everybody in a family: the ends first, then those who issued for them. */
export function holders({ trusted, ends }: Family): readonly Holder[] {
  return [...ends, ...trusted.flatMap(({ authorities }) => authorities)];
}

/** A holder and those above it, without a root, unless it is one itself. */
export function lineOf(holder: Holder): readonly Holder[] {
  const above = holder.issuer?.issuer ? lineOf(holder.issuer) : [];
  return [holder, ...above];
}
