// How both sides judge and refuse when they behave like other programs, and what lists of revoked certificates do: the engine's options, set by
// the data of a manner. It must not know a single program.

import { verifyChain } from '../../pki/index.ts';
import { judgeBy, type Revocation } from '../../pki/verifiers/index.ts';
import type { ClientConfig, CommonConfig, Role, ServerConfig } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import type { Manner } from '../manners/index.ts';
import type { Own } from './own.ts';
import { refusingByPage } from './page-refusal.ts';

/** The same cast, with each side's ways. */
export function conducted(cast: Cast, own: Own): Cast {
  const byPage = own.server.manner?.refusesByPage === true && cast.server.clientAuthentication !== 'off';
  const insists = cast.server.clientAuthentication === 'required';
  return {
    ...cast,
    client: clientWith(cast.client, own),
    server: serverWith(cast.server, own),
    ...(byPage && { script: refusingByPage(cast.script, insists) }),
  };
}

/** Whether both what one side is judged by and what it shows are the demo’s: then it is judged as in the demo, whoever judges. */
function isDemoHalf(own: Own, of: Role): boolean {
  const by = of === 'client' ? 'server' : 'client';
  return own[of].shows === undefined && own[by].trusts === undefined && (of === 'server' || !own.lists?.length);
}

function clientWith(client: ClientConfig, own: Own): ClientConfig {
  const { manner } = own.client;
  if (!manner) return client;
  const { unproven, heedsAuthorities: heedAuthorities, authoritiesAsWritten, strangeKeys } = manner;
  const ways = {
    heedAuthorities,
    authoritiesAsWritten,
    strangeKeys,
    ...(unproven.client && { unproven: unproven.client }),
  };
  return { ...client, ...commonOf(manner, 'client'), ...ways, ...(isDemoHalf(own, 'server') && demoJudge) };
}

function serverWith(server: ServerConfig, own: Own): ServerConfig {
  const { manner } = own.server;
  const depth = depthOf(own);
  const lists = revocationOf(own);
  const ways = {
    ...server,
    ...(depth !== undefined && { verifyDepth: depth }),
    // Whoever behaves like no other program looks at lists all the same.
    ...((manner || lists) && { judge: judgeBy(manner?.judges.client ?? {}, lists) }),
  };
  if (!manner) return ways;
  const { clientAuthentication: demand } = server;
  const unproven = demand === 'off' ? undefined : manner.unproven[demand];
  return {
    ...ways,
    ...commonOf(manner, 'server'),
    judge: ways.judge ?? judgeBy(manner.judges.client),
    ...(unproven && { unproven }),
    // The page is in HTTP/1.1.
    ...(manner.refusesByPage && { alpn: server.alpn.filter((name) => name !== 'h2') }),
    ...(manner.refusesByPage && demand === 'required' && { clientAuthentication: 'asked' as const }),
    plainNames: manner.plainNames,
    omitLongList: manner.omitsLongList,
    ...(isDemoHalf(own, 'client') && demoJudge),
  };
}

const demoJudge: Pick<CommonConfig, 'judge' | 'profile'> = { judge: verifyChain, profile: 'usual' };

function commonOf(manner: Manner, role: Role): Partial<CommonConfig> {
  const peer = role === 'client' ? 'server' : 'client';
  const { profile, alerts, judges } = manner;
  const heedKeyUsage = manner.heedsOwnKeyUsage[role];
  return { judge: judgeBy(judges[peer]), alerts: alerts[role], heedKeyUsage, ...(profile && { profile }) };
}

function depthOf({ server: { manner }, demands }: Own): number | undefined {
  const told = demands?.verifyDepth;
  if (!manner || manner.depth === 'as told') return told;
  return manner.depth === 'untold' ? undefined : (told ?? manner.depth);
}

/** What the server makes of lists. */
function revocationOf({ lists = [], demands, server: { manner } }: Own): Revocation | undefined {
  const told = (demands?.crl?.length ?? 0) > 0;
  if (!manner) return told || lists.length > 0 ? { lists, demand: told ? 'chain' : 'none' } : undefined;
  const { demand, when } = manner.revocation;
  const looks = when === 'told' ? told : when === 'given' && lists.length > 0;
  return looks ? { lists, demand } : undefined;
}
