// By which rules other verifiers judge a chain, where this engine's are not theirs: options, each by itself. It must not know a single
// program.

import type { CheckId } from '../check.ts';
import type { KeyUsage } from '../extension.ts';
import type { GeneralNameKind } from '../general-name.ts';

/** Where a certificate stands in its path. */
export type Rank = 'leaf' | 'between' | 'anchor';

/** What a verifier does otherwise than this engine. What is left out is as here. */
export interface Rules {
  /** Checks that it does not make of a certificate in this place. */
  readonly skips?: Readonly<Partial<Record<Rank, readonly CheckId[]>>>;
  /** Which trusted certificates end a path: any; those that are signed by themselves; those, and other CAs, but no leaf that a CA issued. */
  readonly endsAt?: 'any' | 'self-signed' | 'no issued leaf';
  /** Whether it goes back and tries another issuer of the same name, or stands by the first that it finds. */
  readonly tries?: 'all' | 'first';
  /** Whether names of issuer and subject are compared as they are written, byte for byte. */
  readonly namesAsWritten?: boolean;
  /** Whether an authorityKeyIdentifier of another key is only a hint, and no reason to pass an issuer by. */
  readonly keyIdentifiersHint?: boolean;
  /** Which CAs are taken without basicConstraints, besides anchors of version 1: those whose keyUsage has keyCertSign. */
  readonly authorities?: Readonly<Record<'between' | 'anchor', 'none' | 'keyCertSign'>>;
  /** Uses of the leaf's key of which any will do. */
  readonly leafUses?: readonly KeyUsage[];
  /** Whether anyExtendedKeyUsage does not stand for every purpose. */
  readonly anyPurposeIsNone?: boolean;
  /** Critical extensions that it knows on top, by name or dotted OID. */
  readonly understands?: readonly string[];
  /** Those that it doesn't know although this engine does. */
  readonly ignorant?: readonly string[];
  /** RSA keys of fewer bits are too weak. */
  readonly rsaBits?: number;
  /** Whether signatures with SHA-1 hold. */
  readonly sha1?: boolean;
  readonly hosts?: HostRules;
  readonly constraints?: ConstraintRules;
}

/** How the name that a client looks for is compared with those of a certificate. */
export interface HostRules {
  /** Whether the common name counts where no alternative name is a DNS name. */
  readonly commonName: boolean;
  /** Whether a wildcard may be a part of the first label. */
  readonly partialWildcards: boolean;
  /** Whether a name with an underscore can be looked for. */
  readonly underscores: boolean;
}

/** How names are compared with the constraints of CAs. */
export interface ConstraintRules {
  /** Whether the common name of a leaf without a DNS name counts as one. */
  readonly commonName: boolean;
  /** Kinds of names whose constraints are passed over. */
  readonly passedOver: readonly GeneralNameKind[];
  /** Kinds of names whose constraints are like an extension that nobody understands. */
  readonly unknown: readonly GeneralNameKind[];
  /** Whether the subject counts as a directoryName, and its mailboxes as mailboxes. */
  readonly subject: boolean;
}
