// What OpenSSL has to be told so that it plays a run: files, names, lists. It must not know how a command is written.

import { toHex } from '../../bytes/index.ts';
import { publicOf, samePublicKey, sha256 } from '../../crypto/index.ts';
import { type Certificate, hasWeakDigest, privateKeyToPem, type Shown, sameName, toPem } from '../../pki/index.ts';
import type { CommonConfig, Role } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { entryNamed } from '../catalogue/index.ts';
import type { Own } from '../own/own.ts';
import { castOf } from '../run.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import { honestWire } from '../wire.ts';

/** What is in a file, in PEM; or it is somebody’s own: then it is named and never written. */
export type FileText = { readonly pem: string } | 'own';

/** One side’s part. */
export interface SideCommands {
  /** The chain that it shows, leaf first, and the leaf’s key; absent: it shows none. */
  readonly shows?: { readonly chain: FileText; readonly above?: FileText; readonly key: FileText };
  /** What its clock says, in milliseconds since the Unix epoch, as all times here. */
  readonly now: number;
  /** The CAs that it trusts; absent: nobody. */
  readonly trusts?: FileText;
  readonly version: '1.2' | '1.3';
  /** By IANA’s names, the favourite first; of the version alone. */
  readonly suites: readonly string[];
  readonly groups: readonly string[];
  readonly alpn: readonly string[];
  /** Schemes that it names, where it must not name all that it knows: a client those for its peer, a server those for clients. */
  readonly schemes?: readonly string[];
  /** How strong keys and digests in chains have to be (SSL_CTX_set_security_level), its own included; absent: as it is built. */
  readonly level?: 0 | 2;
}

export interface Commands {
  readonly client: SideCommands & { readonly name: string | null };
  readonly server: SideCommands & {
    readonly clientAuthentication: 'off' | 'asked' | 'required';
    /** How many intermediates it takes. */
    readonly depth?: number;
    /** Lists of revoked certificates that it demands, in PEM; absent: it asks for none. */
    readonly lists?: string;
  };
  readonly compatibility: boolean;
  /** All certificates are as valid as in the run from the first time on, and until the second; absent: from ever, for ever. */
  readonly from?: number;
  readonly until?: number;
}

/** Why OpenSSL can’t play a run. */
export type Unplayed =
  /** Nobody knows what was played. */
  | 'unknown'
  /** A message or a record is not what an honest program would say. */
  | 'bent'
  /** Something happens on the wire. */
  | 'tapped'
  /** The two say something else to each other, or leave without a word. */
  | 'scripted'
  /** The key is not that of the certificate: OpenSSL does not start with those. */
  | 'another key'
  /** What both sides show is too weak for OpenSSL: whoever may start with it would take it from the other, too. */
  | 'weak on both sides'
  /** OpenSSL can’t read a certificate. */
  | 'unreadable'
  /** The key was not brought. */
  | 'no key'
  /** A side judges as another program does. */
  | 'other manners';

/** What is told OpenSSL by another option than what bends a message here. */
const byOption: Readonly<Record<string, (cast: Cast) => Partial<Record<Role, readonly string[]>>>> = {
  'no-common-scheme': (cast) => ({ client: [alien(cast)] }),
  'client-cannot-sign': (cast) => ({ server: [alien(cast)] }),
};

/** What OpenSSL does not read. */
const unreadable = ['client-not-der', 'server-not-der'];

/**
 * What OpenSSL has to be told to play a run, or why it can’t.
 * @param own the certificates that were in use, if they were somebody’s
 */
export function commandsOf(timeline: Timeline, own?: Own): Commands | Unplayed {
  const { scenario } = timeline;
  if (!scenario) return 'unknown';
  const told = scenario.mischief.filter(({ id }) => byOption[id] === undefined);
  const honest = castOf({ ...scenario, mischief: [] }, own);
  const cast = told.reduce<Cast>((now, each) => entryNamed(each.id)?.apply(now, each) ?? now, honest);
  return hindrance(cast, honest, told) ?? commandsFor(cast, timeline, scenario);
}

function hindrance(cast: Cast, honest: Cast, mischief: readonly Mischief[]): Unplayed | undefined {
  const sides = [cast.client, cast.server];
  if (mischief.some(({ id }) => unreadable.includes(id))) return 'unreadable';
  if (sides.some(({ seams }) => seams?.bend || seams?.seal)) return 'bent';
  if (cast.tap !== honestWire) return 'tapped';
  if (cast.script !== honest.script) return 'scripted';
  if (sides.some(({ judge, unproven, alerts }) => unproven || alerts || (judge && !cast.revocation)))
    return 'other manners';
  const shown = sides.flatMap(({ identities }) => identities.slice(0, 1));
  if (shown.some(({ key }) => !key)) return 'no key';
  if (shown.length > 1 && shown.every(isWeak)) return 'weak on both sides';
  return shown.every(fits) ? undefined : 'another key';
}

/** At security level 2, which OpenSSL is built with in most places: then it does not even start with it. */
function isWeak({ chain }: Shown): boolean {
  return chain.some(({ publicKey, signatureAlgorithm, subject, issuer }) => {
    const short = publicKey !== undefined && 'n' in publicKey && publicKey.bits < 2048;
    return short || (hasWeakDigest(signatureAlgorithm.name) && !sameName(subject, issuer));
  });
}

/** Whoever shows something weak has to start with it, and the other to judge it as ever. */
function levelsOf({ client, server }: Cast): Partial<Record<Role, 0 | 2>> {
  const weak = ({ identities: [shown] }: CommonConfig) => shown !== undefined && isWeak(shown);
  if (weak(client)) return { client: 0, server: 2 };
  return weak(server) ? { client: 2, server: 0 } : {};
}

function fits({ chain: [leaf], key }: Shown): boolean {
  return key !== undefined && leaf?.publicKey !== undefined && samePublicKey(publicOf(key), leaf.publicKey);
}

function commandsFor(cast: Cast, timeline: Timeline, scenario: Scenario): Commands {
  const { client, server, revocation, brought } = cast;
  const schemes = Object.assign({}, ...scenario.mischief.map(({ id }) => byOption[id]?.(cast)));
  const levels = levelsOf(cast);
  const side = (config: CommonConfig, role: Role): SideCommands => ({
    ...sideOf(config, brought, schemes[role]),
    ...(levels[role] !== undefined && { level: levels[role] }),
    now: cast.envs[role].now,
  });
  const { shows, ...silent } = side(client, 'client');
  const { verifyDepth: depth, clientAuthentication } = server;
  const lists = revocation?.lists.map(({ der }) => toPem('X509 CRL', der)).join('');
  return {
    client: { ...silent, ...(shows && showsItself(timeline) && { shows }), name: client.serverName },
    server: {
      ...side(server, 'server'),
      groups: [...server.groups, ...curvesFor(cast)],
      clientAuthentication,
      ...(depth !== undefined && { depth }),
      ...(lists !== undefined && { lists }),
    },
    compatibility: scenario.compatibility,
    ...window(cast, scenario.at),
  };
}

/** In TLS 1.2 OpenSSL takes certificates only with keys on a curve that is among its groups (RFC 8422 section 5.1.1). */
function curvesFor({ client, server }: Cast): readonly string[] {
  const older = server.versions.includes('1.2') && client.groups.some((group) => server.groups.includes(group));
  const kinds = [client, server].flatMap(({ identities: [shown] }) =>
    shown?.chain.map(({ publicKey }) => publicKey?.kind),
  );
  const curves = kinds.flatMap((kind) =>
    kind && kind in curveNames ? [curveNames[kind as keyof typeof curveNames]] : [],
  );
  return older ? [...new Set(curves)].filter((curve) => !server.groups.includes(curve)) : [];
}

const curveNames = { 'P-256': 'secp256r1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' } as const;

/** What a client does on its own account, OpenSSL’s does whenever it has a certificate: so it gets one only if it was shown. */
function showsItself({ moments }: Timeline): boolean {
  const empty = { '1.3': 8, '1.2': 7 };
  return moments.every((moment) => {
    if (moment.who !== 'client' || moment.insight.kind !== 'said') return true;
    const { name, bytes, epoch } = moment.insight.message;
    return name !== 'Certificate' || bytes.length > empty[epoch === 'cleartext' ? '1.2' : '1.3'];
  });
}

function sideOf(
  { identities: [identity], anchors, versions, suites, groups, alpn }: CommonConfig,
  brought: ReadonlySet<string> | undefined,
  schemes: readonly string[] | undefined,
): Omit<SideCommands, 'now'> {
  const own = (certificates: readonly Certificate[]) =>
    certificates.some(({ der }) => brought?.has(toHex(sha256.digest(der))));
  const text = (certificates: readonly Certificate[]): FileText =>
    own(certificates) ? 'own' : { pem: certificates.map(({ der }) => toPem('CERTIFICATE', der)).join('') };
  const version = versions.includes('1.3') ? '1.3' : '1.2';
  const older = (suite: string) => suite.includes('_WITH_');
  return {
    ...(identity?.key && {
      shows: {
        chain: text(identity.chain),
        ...(identity.chain.length > 1 && {
          above: own(identity.chain) ? ('own' as const) : text(identity.chain.slice(1)),
        }),
        key: own(identity.chain.slice(0, 1)) ? ('own' as const) : { pem: privateKeyToPem(identity.key) },
      },
    }),
    ...(anchors.length > 0 && { trusts: text(anchors) }),
    version,
    suites: suites.filter((suite) => older(suite) === (version === '1.2')),
    groups,
    alpn,
    ...(schemes && { schemes }),
  };
}

/** The stretch of time around the run in which every certificate and every list is as valid as it was then. */
function window({ client, server, revocation }: Cast, now: number): Pick<Commands, 'from' | 'until'> {
  const certificates = [client, server].flatMap(({ identities: [shown], anchors }) => [
    ...(shown?.chain ?? []),
    ...anchors,
  ]);
  const edges = [
    // The whole last second counts.
    ...certificates.flatMap(({ notBefore, notAfter }) => [notBefore, notAfter + 1000]),
    ...(revocation?.lists ?? []).flatMap(({ thisUpdate, nextUpdate }) => [
      thisUpdate,
      ...(nextUpdate ? [nextUpdate] : []),
    ]),
  ];
  const before = edges.filter((edge) => edge <= now);
  const after = edges.filter((edge) => edge > now);
  return {
    ...(before.length > 0 && { from: Math.max(...before) }),
    ...(after.length > 0 && { until: Math.min(...after) }),
  };
}

/** A scheme for keys of another kind than everybody’s here. */
function alien({ scenario }: Cast): string {
  return scenario.keys === 'RSA' ? 'ecdsa_secp256r1_sha256' : 'rsa_pss_rsae_sha256';
}
