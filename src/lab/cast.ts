// Who plays: both sides' configuration and randomness, as a scenario demands them. Mischief only ever
// changes what is built here; this file knows none.

import { seededEnv } from '../crypto/index.ts';
import type { DemoPki } from '../pki/index.ts';
import type { Revocation } from '../pki/verifiers/index.ts';
import { type CommonConfig, clientDefaults, serverDefaults } from '../tls/index.ts';
import { protocols, suiteOf } from './choices.ts';
import type { Circumstances, Trust } from './circumstances.ts';
import type { Beginning } from './conversation.ts';
import type { Parts } from './parts.ts';
import type { GroupChoice, Scenario } from './scenario.ts';
import { http1, speaking } from './script.ts';
import type { stepsOf } from './steps.ts';
import { honestWire } from './wire.ts';
import { scenarioPki } from './world.ts';

/** Everything a run starts from, and what it is made of. */
export interface Cast extends Beginning {
  readonly scenario: Scenario;
  readonly pki: DemoPki;
  /** How what happened is gathered into steps; absent: as usual. */
  readonly gather?: typeof stepsOf;
  /** See `Circumstances`. */
  readonly brought?: ReadonlySet<string>;
  /** By which lists of revoked certificates the server judges, where a scenario brings some: its `judge` knows, and can’t be asked. */
  readonly revocation?: Revocation;
}

/**
 * The cast of a scenario in which nobody misbehaves: its mischief is left out.
 * @param parts what is needed where TLS 1.2 or HTTP/2 is to be spoken
 */
export function honestCast(scenario: Scenario, { tls12, http2 }: Partial<Parts> = {}): Cast {
  const { version, group, seed, clientAuthentication, alpn, at, name } = scenario;
  const pki = scenarioPki(scenario.keys);
  const records = { ...clientDefaults.records, coalesce: scenario.coalesced, compatibility: scenario.compatibility };
  const common = { versions: [version], records, ...(tls12 && { tls12 }) };
  const guess = scenario.retry ? wrongGuess(group) : group;
  return {
    scenario,
    pki,
    client: {
      ...clientDefaults,
      ...common,
      alpn: protocols[alpn].client,
      serverName: name,
      groups: [guess, ...clientDefaults.groups.filter((name) => name !== guess)],
      shares: [guess],
      identities: [pki.client],
      anchors: [pki.serverRoot],
    },
    server: {
      ...serverDefaults,
      ...common,
      alpn: protocols[alpn].server,
      suites: [suiteOf(scenario)],
      groups: [group],
      identities: [pki.server],
      anchors: [pki.clientRoot],
      clientAuthentication,
    },
    envs: { client: seededEnv(`${seed} client`, at), server: seededEnv(`${seed} server`, at) },
    script: speaking({ 'http/1.1': http1, ...(http2 && { h2: http2 }) }, authorityOf(name)),
    tap: honestWire,
  };
}

/**
 * What a cast starts from, for those who tell of the run.
 * @param measured the name of what goes wrong in the table of what real peers do
 */
export function circumstancesOf({ scenario, client, server, envs, brought }: Cast, measured?: string): Circumstances {
  const { version, keyExchange, group } = scenario;
  return {
    now: envs.client.now,
    version,
    suite: server.suites[0] ?? scenario.suite,
    keyExchange,
    group,
    name: client.serverName,
    clientAuthentication: server.clientAuthentication,
    trust: { client: trustOf(client, client.heedAuthorities), server: trustOf(server, true) },
    ...(measured !== undefined && { measured }),
    ...(brought && { brought }),
  };
}

function trustOf({ anchors, identities }: CommonConfig, heedsAuthorities: boolean): Trust {
  return { anchors, chains: identities.map(({ chain }) => chain), heedsAuthorities };
}

/** RFC 3986 section 3.2.2: an IPv6 address stands in brackets. */
function authorityOf(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}

/** A group that the server of this scenario doesn't take. */
function wrongGuess(group: GroupChoice): GroupChoice {
  return group === 'x25519' ? 'secp256r1' : 'x25519';
}
