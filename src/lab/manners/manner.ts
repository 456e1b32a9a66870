// What a program does otherwise than this engine: a manner, as data. It must not know a single program.

import type { Profile } from '../../pki/index.ts';
import type { Revocation, Rules } from '../../pki/verifiers/index.ts';
import type { Alerts, Role, Unproven, Version } from '../../tls/index.ts';

/** The ways of one program, as they were measured or as its source says. */
export interface Manner {
  readonly program: string;
  readonly version: string;
  /** Where this comes from. */
  readonly source: 'measured' | 'from its source' | 'from its documentation';
  /** The sides that it can be. */
  readonly plays: readonly Role[];
  /** Whether its client shows only what leads to an authority that the server names. */
  readonly heedsAuthorities: boolean;
  /** Whether it compares their names byte for byte. */
  readonly authoritiesAsWritten: boolean;
  /** What its client does with a key on a curve that this page can’t sign with, where it starts with one. */
  readonly strangeKeys: Readonly<Partial<Record<Version, 'show' | 'refuse'>>>;
  /** Whether a side that has only its leaf takes what is above it out of its own trust file, and sends that along. */
  readonly completesChain: boolean;
  /** In which versions its server leaves the list of CAs out when it grows too long. */
  readonly omitsLongList: readonly Version[];
  /** In which versions it heeds the keyUsage of its own certificate. */
  readonly heedsOwnKeyUsage: Readonly<Record<Role, readonly Version[]>>;
  /** Whether its server takes names of letters, digits and hyphens only. */
  readonly plainNames: boolean;
  readonly loads: Loads;
  /** How deep a chain may be: as somebody says, or so deep if nobody does; or it can’t be told. */
  readonly depth: 'as told' | 'untold' | number;
  readonly revocation: RevocationManner;
  /** What it insists on; absent: what verifiers usually do. */
  readonly profile?: Profile;
  /** How it judges a chain, by whose it is. */
  readonly judges: Readonly<Record<Role, Rules>>;
  /** What it does about a chain that does not hold, as a client, or as a server that asks or insists; absent: it refuses at once. */
  readonly unproven: Readonly<Partial<Record<'client' | 'asked' | 'required', Unproven>>>;
  /** Whether a server that insists lets the handshake end all the same, and refuses with a page of its own. */
  readonly refusesByPage: boolean;
  /** Alerts other than this engine’s, by who sends them. */
  readonly alerts: Readonly<Record<Role, Alerts>>;
}

/** What a program does not start with, of its own files. */
export interface Loads {
  /** RSA keys in its chain must have so many bits. */
  readonly rsaBits: number;
  /** Signatures in its chain that it does not take, but that of a root on itself. */
  readonly notSignedWith: readonly string[];
  /** The sides that take a key that does not belong to the certificate, and find out later. */
  readonly keyOfAnother: readonly Role[];
  /** Whether it takes keys on curves that this page can’t sign with. */
  readonly strangeCurves: boolean;
  /** Whether each certificate has to be followed by its issuer’s, and by nothing else. */
  readonly inOrder: boolean;
  /** Whether a certificate has to name somebody. */
  readonly named: boolean;
  /** So many certificates may be in its chain. */
  readonly most?: number;
  /** Whether its client has to trust somebody. */
  readonly trustsSomebody: boolean;
}

export interface RevocationManner {
  readonly demand: Revocation['demand'];
  /** It looks at lists when told to, or whenever it has some; or it knows none. */
  readonly when: 'told' | 'given' | 'never';
}
