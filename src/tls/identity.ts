// Choosing the certificate to show, and the scheme to sign with: the same in both roles. Pure.

import { equal } from '../bytes/index.ts';
import { type KeyKind, onCurve, type PrivateKey, type PublicKey, type Scheme, schemes } from '../crypto/index.ts';
import { nameIn, type Shown, sameName } from '../pki/index.ts';
import { TlsFault } from './fault.ts';
import type { ChoiceReason, Weighed } from './reason.ts';
import type { Version } from './terms.ts';
import { signatureSchemes } from './wire/iana.ts';

/** What a side that must show a certificate decided. */
export type Choice = {
  readonly reason: ChoiceReason;
  /** What became of each that there is. */
  readonly weighed: readonly Weighed[];
} & ({ readonly identity: Shown; readonly scheme: Scheme } | { readonly identity: undefined });

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
  /** Whether they are compared byte for byte. */
  readonly asWritten?: boolean;
  /** What the clock says, where what has expired by then is passed over; without it, dates don’t count. */
  readonly now?: number | undefined;
  /** What is done with a key of a kind that we know no scheme for; without it, it is passed over. */
  readonly strange?: 'show' | 'refuse' | undefined;
  /** Kinds of keys that will do; without it, any. */
  readonly keys?: (kind: KeyKind) => boolean;
}

/**
 * Picks the identity to show: the first whose key can sign with a scheme that the peer accepts, whose chain leads to an
 * authority that the peer named, if it named any and that counts, and which has not expired, if that counts.
 */
export function chooseIdentity(identities: readonly Shown[], wish: Wish): Choice {
  if (identities.length === 0) return { identity: undefined, reason: { what: 'no certificate' }, weighed: [] };
  const { authorities = [], heed = true, asWritten = false, now } = wish;
  const fates: Weighed['fate'][] = [];
  const weighed = () => identities.map((each, at) => ({ subject: subjectOf(each), fate: fates[at] ?? 'not reached' }));
  for (const identity of identities) {
    const scheme = schemeFor(identity, wish) ?? standIn(identity, wish);
    if (!scheme) fates.push('no scheme');
    else if (heed && authorities.length > 0 && !leadsTo(identity, authorities, asWritten)) fates.push('not named');
    else if (hasExpired(identity, now)) fates.push('expired');
    else {
      const counting = authorities.length === 0 ? 'any' : heed ? 'named' : 'unheeded';
      fates.push('shown');
      return {
        identity,
        scheme,
        reason: { what: 'signs', scheme: scheme.name, authorities: counting },
        weighed: weighed(),
      };
    }
  }
  const what = fates.includes('expired') ? 'only expired' : fates.includes('not named') ? 'none named' : 'none signs';
  return { identity: undefined, reason: { what }, weighed: weighed() };
}

/** Whom a certificate that can be shown is about; null without one. */
export function subjectOf({ chain: [leaf] }: Shown): string | null {
  return leaf?.subject.text ?? null;
}

// The one that goes with the key in TLS 1.3 comes first: the hash is as strong as the curve.
function schemeFor({ chain, key: held }: Shown, { version, own, accepted, keys }: Wish): Scheme | undefined {
  const key = held ?? chain[0]?.publicKey;
  if (!key || (keys && !keys(key.kind))) return undefined;
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

/** The scheme by whose name a key is shown that we can’t sign with. @throws TlsFault unsupported-key */
function standIn({ chain: [leaf], key }: Shown, { own, accepted, strange }: Wish): Scheme | undefined {
  if (!strange || key || !leaf || leaf.publicKey) return undefined;
  if (strange === 'refuse') throw new TlsFault('unsupported-key', { what: 'own', subject: leaf.subject.text });
  return schemes.find(({ name }) => own.includes(name) && accepted.includes(signatureSchemes.codes[name]));
}

/** The key to sign with. @throws TlsFault no-private-key */
export function keyOf({ chain, key }: Shown): PrivateKey {
  if (!key) throw new TlsFault('no-private-key', { subject: chain[0]?.subject.text ?? '' });
  return key;
}

function leadsTo({ chain }: Shown, authorities: readonly Uint8Array[], asWritten: boolean): boolean {
  const named = asWritten ? [] : authorities.flatMap((authority) => nameIn(authority) ?? []);
  return chain.some(
    ({ issuer }) =>
      authorities.some((authority) => equal(authority, issuer.der)) || named.some((name) => sameName(name, issuer)),
  );
}

function hasExpired({ chain: [leaf] }: Shown, now = Number.NEGATIVE_INFINITY): boolean {
  return leaf !== undefined && leaf.notAfter < now;
}

/** Whether a certificate lets its key sign. */
export function maySign({ chain: [leaf] }: Shown): boolean {
  return leaf?.keyUsage?.includes('digitalSignature') ?? true;
}
