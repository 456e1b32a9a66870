// Choosing from lists, and the rules for extensions that hold in both roles. Pure.

import { equal } from '../bytes/index.ts';
import { type Group, groups, type KeyKind, onCurve, type PublicKey, type Scheme, schemes } from '../crypto/index.ts';
import type { Identity } from '../pki/index.ts';
import { TlsFault } from './fault.ts';
import type { Version } from './insight.ts';
import { suite12, suite13 } from './keys/suite.ts';
import type { ChoiceReason } from './reason.ts';
import { type ExtensionName, extensionTypes, groupNames, signatureSchemes, suites, versions } from './wire/iana.ts';

/** The group with this code point, if this engine speaks it. */
export function groupOf(code: number): Group | undefined {
  return groups.find((group) => groupNames.codes[group.name] === code);
}

/** Code points of names. @throws RangeError for a name that the registry doesn't know: a mistake in the configuration */
export function codesOf(names: readonly string[], registry: { code(name: string): number | undefined }): number[] {
  return names.map((name) => {
    const code = registry.code(name);
    if (code === undefined) throw new RangeError(`unknown name ${name}`);
    return code;
  });
}

/** Code points of suites, without those of a version that is not spoken. @throws RangeError for an unknown name */
export function suiteCodes(names: readonly string[], spoken: readonly Version[]): number[] {
  const silent = (code: number): boolean =>
    (suite13(code) !== undefined && !spoken.includes('1.3')) ||
    (suite12(code) !== undefined && !spoken.includes('1.2'));
  return codesOf(names, suites).filter((code) => !silent(code));
}

/**
 * Checks what nobody looks at otherwise where supported_versions is there. RFC 9846 appendix E.5: a hello of SSL 3.0 MUST be refused;
 * like OpenSSL, this side refuses what is older, too.
 * @throws TlsFault obsolete-version
 */
export function checkLegacyVersion({ legacy_version }: { readonly legacy_version: number }): void {
  if (legacy_version > versions.codes['SSL 3.0']) return;
  throw new TlsFault('obsolete-version', { version: `0x${legacy_version.toString(16).padStart(4, '0')}` });
}

/** Which messages may carry an extension: RFC 9846 section 4.3. SH12 is the ServerHello of TLS 1.2. */
type Place = 'CH' | 'SH' | 'SH12' | 'HRR' | 'EE' | 'CR' | 'CT' | 'NST';
const places: Readonly<Partial<Record<ExtensionName, readonly Place[]>>> = {
  server_name: ['CH', 'SH12', 'EE'],
  max_fragment_length: ['CH', 'SH12', 'EE'],
  status_request: ['CH', 'SH12', 'CR', 'CT'],
  supported_groups: ['CH', 'EE'],
  signature_algorithms: ['CH', 'CR'],
  use_srtp: ['CH', 'SH12', 'EE'],
  heartbeat: ['CH', 'SH12', 'EE'],
  application_layer_protocol_negotiation: ['CH', 'SH12', 'EE'],
  signed_certificate_timestamp: ['CH', 'SH12', 'CR', 'CT'],
  client_certificate_type: ['CH', 'SH12', 'EE'],
  server_certificate_type: ['CH', 'SH12', 'EE'],
  padding: ['CH'],
  key_share: ['CH', 'SH', 'HRR'],
  pre_shared_key: ['CH', 'SH'],
  psk_key_exchange_modes: ['CH'],
  early_data: ['CH', 'EE', 'NST'],
  cookie: ['CH', 'HRR'],
  supported_versions: ['CH', 'SH', 'HRR'],
  certificate_authorities: ['CH', 'CR'],
  oid_filters: ['CR'],
  post_handshake_auth: ['CH'],
  signature_algorithms_cert: ['CH', 'CR'],
  // Of TLS 1.2; a ClientHello that offers both versions carries them.
  ec_point_formats: ['CH', 'SH12'],
  encrypt_then_mac: ['CH', 'SH12'],
  extended_master_secret: ['CH', 'SH12'],
  session_ticket: ['CH', 'SH12'],
  renegotiation_info: ['CH', 'SH12'],
};

interface Carried {
  readonly type: number;
}

/**
 * The rules that hold for every extension of a message.
 * @param offered for an answer: the code points of the request's extensions
 * @throws TlsFault duplicate-extension, misplaced-extension, unsolicited-extension
 */
export function checkExtensions(
  message: string,
  place: Place,
  extensions: readonly Carried[],
  offered?: readonly number[],
): void {
  const seen = new Set<number>();
  for (const { type } of extensions) {
    const name = extensionTypes.name(type) ?? `extension ${type}`;
    const carried = { message, extension: name };
    if (seen.has(type)) throw new TlsFault('duplicate-extension', carried);
    seen.add(type);
    const allowed = places[name as ExtensionName];
    if (allowed && !allowed.includes(place)) throw new TlsFault('misplaced-extension', carried);
    if (offered && !offered.includes(type)) {
      throw new TlsFault('unsolicited-extension', carried);
    }
  }
}

/** What a side that must show a certificate decided. */
export type Choice =
  | { readonly identity: Identity; readonly scheme: Scheme; readonly reason: ChoiceReason }
  | { readonly identity: undefined; readonly reason: ChoiceReason };

/** What a certificate to be shown has to suit. */
export interface Wish {
  readonly version: Version;
  /** Schemes that this side may use, in order of preference. */
  readonly own: readonly string[];
  /** Code points of the schemes that the peer accepts. */
  readonly accepted: readonly number[];
  /** Distinguished names (DER) that the peer named; empty: any will do. */
  readonly authorities?: readonly Uint8Array[];
  /** Whether those names count; without it, they do. */
  readonly heed?: boolean;
  /** Kinds of keys that will do; without it, any. */
  readonly keys?: (kind: KeyKind) => boolean;
}

/**
 * Picks the identity to show: the first whose key can sign with a scheme that the peer accepts, and whose chain leads to an
 * authority that the peer named, if it named any and that counts.
 */
export function chooseIdentity(identities: readonly Identity[], wish: Wish): Choice {
  if (identities.length === 0) return { identity: undefined, reason: { what: 'no certificate' } };
  const { authorities = [], heed = true } = wish;
  let unsigned = 0;
  for (const identity of identities) {
    const scheme = schemeFor(identity, wish);
    if (!scheme) unsigned++;
    else if (!heed || authorities.length === 0 || leadsTo(identity, authorities)) {
      const counting = authorities.length === 0 ? 'any' : heed ? 'named' : 'unheeded';
      return { identity, scheme, reason: { what: 'signs', scheme: scheme.name, authorities: counting } };
    }
  }
  return { identity: undefined, reason: { what: unsigned === identities.length ? 'none signs' : 'none named' } };
}

// The one that goes with the key in TLS 1.3 comes first: the hash is as strong as the curve.
function schemeFor({ key }: Identity, { version, own, accepted, keys }: Wish): Scheme | undefined {
  if (keys && !keys(key.kind)) return undefined;
  const fitting = schemes.filter(
    (scheme) => fits(scheme, key, version) && accepted.includes(signatureSchemes.codes[scheme.name]),
  );
  const usable = own.flatMap((name) => fitting.filter((scheme) => scheme.name === name));
  return usable.find(({ keyKind }) => keyKind === key.kind) ?? usable[0];
}

/**
 * Whether a scheme may sign a handshake with this kind of key. RFC 9846 4.3.3: in TLS 1.2, an ECDSA scheme stands for a hash only, and
 * PKCS#1 v1.5 may sign; in TLS 1.3 neither.
 */
export function fits({ name, keyKind }: Scheme, key: Pick<PublicKey, 'kind'>, version: Version): boolean {
  if (version === '1.3') return keyKind === key.kind && !name.startsWith('rsa_pkcs1');
  return keyKind === key.kind || (name.startsWith('ecdsa') && onCurve(key));
}

function leadsTo({ chain }: Identity, authorities: readonly Uint8Array[]): boolean {
  return chain.some(({ issuer }) => authorities.some((authority) => equal(authority, issuer.der)));
}
