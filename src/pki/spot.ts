// What checks look at: a certificate at its place in a path, and what they may find. It knows no single check.

import type { Certificate } from './certificate.ts';
import type { Cause, CheckId, Profile } from './check.ts';
import type { KeyUsage } from './extension.ts';
import type { CheckReason, CheckValue, DeadEndReason } from './reason.ts';
import type { verifierOf } from './signature.ts';

/** What a key is needed for, and so must be allowed to do if its certificate has a keyUsage. */
export interface KeyUse {
  readonly needed: KeyUsage;
  readonly cause: Cause;
  /** Where it is demanded. */
  readonly section: string;
}

/** A path with everything that its checks depend on. */
export interface Candidate {
  /** Leaf first. */
  readonly path: readonly Certificate[];
  /** Whether the last one is an anchor. */
  readonly anchored: boolean;
  /** Why there is no anchor, when there is none. */
  readonly deadEnd?: { readonly cause: Cause; readonly reason: DeadEndReason };
  readonly role: 'server' | 'client';
  readonly name: string | undefined;
  readonly now: number;
  readonly profile: Profile;
  readonly use: KeyUse;
  /** Whether the issuer's key made the certificate's signature; remembered by the caller. */
  signed(certificate: Certificate, issuer: Certificate): boolean;
  /** How signatures of an algorithm are checked, or why they are not. */
  readonly verifierOf: typeof verifierOf;
}

/** A certificate at its place in a path. */
export interface Spot extends Candidate {
  readonly index: number;
  readonly certificate: Certificate;
  readonly issuer: Certificate | undefined;
  readonly leaf: boolean;
  readonly anchor: boolean;
}

/** What a look at a certificate found. */
export interface Finding {
  readonly value: CheckValue;
  readonly reason: CheckReason;
  /** Present when the check failed. */
  readonly cause?: Cause;
  /** Whether it did not pass, and is no reason to refuse either. */
  readonly odd?: boolean;
  /** Where the demand is, if elsewhere than the check as a whole. */
  readonly section?: string;
  readonly profile?: Profile;
}

/** One kind of check. */
export interface CheckKind {
  readonly id: CheckId;
  readonly section: string;
  /** Undefined where the check has nothing to look at. */
  look(spot: Spot): Finding | undefined;
}

/** What people call a certificate: its common name, else an alternative name, else its whole subject. */
export function titleOf({ subject, subjectAltName, serial }: Certificate): string {
  return subject.commonName ?? subjectAltName?.[0]?.text ?? (subject.text || `serial ${serial}`);
}
