// What a cast becomes with certificates that somebody brought. It must not know where they come from, nor what comes of them.

import { toHex } from '../../bytes/index.ts';
import { type KeyKind, sha256 } from '../../crypto/index.ts';
import { type Certificate, demoPki, type Shown } from '../../pki/index.ts';
import type { CommonConfig, Role } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { suiteOf } from '../choices.ts';
import type { KeyChoice } from '../scenario.ts';
import { isInTime } from '../world.ts';
import { conducted } from './manner-conduct.ts';
import { completed } from './manner-start.ts';
import type { Own } from './own.ts';

/** The same cast with what somebody brought in place of the demo’s. */
export function ownCast(cast: Cast, own: Own): Cast {
  const kinds = [...cast.client.identities, ...cast.server.identities, ...shownIn(own)].map(kindOf);
  const { version, keys, at } = cast.scenario;
  // What nobody brought must not be what fails: on another day it is issued anew.
  const pki = isInTime(cast.pki, at) ? cast.pki : demoPki(keys, at);
  const client = {
    ...cast.client,
    identities: [pki.client],
    anchors: [pki.serverRoot],
    ...configOf(cast, own, 'client', kinds),
  };
  const server = {
    ...cast.server,
    identities: [pki.server],
    anchors: [pki.clientRoot],
    ...configOf(cast, own, 'server', kinds),
  };
  // RFC 8422 5.1.1: in TLS 1.2 the groups are also the curves that a certificate’s key may be on.
  const curves = version === '1.2' && kinds.includes('P-521') ? ['secp521r1'] : [];
  const ready = {
    ...cast,
    pki,
    brought: new Set(certificatesOf(own).map(({ der }) => toHex(sha256.digest(der)))),
    client: { ...client, groups: [...client.groups, ...curves] },
    server: { ...server, suites: suitesFor(cast, server.identities) },
  };
  return conducted(ready, own);
}

/** All certificates that one side or the other was given to show. */
function shownIn({ client, server }: Own): readonly Shown[] {
  return [...(client.shows ?? []), ...(server.shows ?? [])];
}

function certificatesOf(own: Own): readonly Certificate[] {
  const { client, server } = own;
  return [...shownIn(own).flatMap(({ chain }) => chain), ...(client.trusts ?? []), ...(server.trusts ?? [])];
}

function kindOf({ chain, key }: Shown): KeyKind | undefined {
  return key?.kind ?? chain[0]?.publicKey?.kind;
}

function configOf(cast: Cast, own: Own, role: Role, kinds: readonly (KeyKind | undefined)[]): Partial<CommonConfig> {
  const { shows, trusts, version, accepts, manner } = own[role];
  const { profile } = own.demands ?? {};
  return {
    schemes: [...cast[role].schemes, ...rare.filter(({ kind }) => kinds.includes(kind)).flatMap(({ names }) => names)],
    ...(shows && { identities: manner ? shows.map((each) => completed(each, trusts ?? [], manner)) : shows }),
    ...(trusts && { anchors: trusts }),
    ...(version && { versions: [version] }),
    ...(accepts && { peerSchemes: accepts }),
    ...(profile && { profile }),
  };
}

/** Schemes that the demo’s hellos don’t offer, and the keys that need them. */
const rare: readonly { readonly kind: KeyKind; readonly names: readonly string[] }[] = [
  { kind: 'P-521', names: ['ecdsa_secp521r1_sha512'] },
  { kind: 'RSA-PSS', names: ['rsa_pss_pss_sha256', 'rsa_pss_pss_sha384', 'rsa_pss_pss_sha512'] },
];

/** In TLS 1.2 a suite says which kind of key signs. */
function suitesFor({ scenario }: Cast, identities: readonly Shown[]): readonly string[] {
  const kinds = identities.map((each): KeyChoice => (kindOf(each)?.startsWith('RSA') ? 'RSA' : 'P-256'));
  const named = (kinds.length > 0 ? kinds : [scenario.keys]).map((keys) => suiteOf({ ...scenario, keys }));
  return [...new Set(named)];
}
