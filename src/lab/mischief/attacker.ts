// The hands of an attacker on the wire, and the choices that make its work worthwhile: it reads what is in the clear and has keys of its
// own, and nobody else's. It must not know single entries.

import { type Bytes, concat, fromUint } from '../../bytes/index.ts';
import { type Env, primitives, seededEnv } from '../../crypto/index.ts';
import { alertDescriptions, alertLevels, contentTypes, groupNames, suites, versions } from '../../tls/index.ts';
import { groupOf } from '../../tls/keys/index.ts';
import { type Body, encodeRecord } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { suiteOf } from '../choices.ts';
import type { Scenario } from '../scenario.ts';
import type { Tap } from '../wire.ts';
import { dialectOf } from './reword.ts';
import { rewording } from './tap.ts';

/** A suite that both sides could speak as well as the scenario's. */
export function otherSuite(scenario: Scenario): string {
  const suite = scenario.suite === 'TLS_AES_256_GCM_SHA384' ? 'TLS_CHACHA20_POLY1305_SHA256' : 'TLS_AES_256_GCM_SHA384';
  return suiteOf({ ...scenario, suite, keyExchange: 'ephemeral' });
}

/** @throws RangeError for a name that the registry doesn't know */
export function codeOf(suite: string): number {
  const code = suites.code(suite);
  if (code === undefined) throw new RangeError(`no suite is called ${suite}`);
  return code;
}

/** The same cast, but the server takes this suite if it is offered. */
export function preferring(cast: Cast, suite: string): Cast {
  return { ...cast, server: { ...cast.server, suites: [suite, ...cast.server.suites] } };
}

/** The same cast, but both sides speak TLS 1.2 as well. */
export function speakingBoth(cast: Cast): Cast {
  const spoken = ['1.3', '1.2'] as const;
  const older = suiteOf({ ...cast.scenario, version: '1.2' });
  return {
    ...cast,
    client: { ...cast.client, versions: spoken },
    server: { ...cast.server, versions: spoken, suites: [...cast.server.suites, older] },
  };
}

/** Takes the server's favourite, the other suite, out of the ClientHello. */
export function strikingSuite(scenario: Scenario): Tap {
  const struck = codeOf(otherSuite(scenario));
  return rewording('ClientHello', dialectOf(scenario), (hello) => ({
    ...hello,
    cipher_suites: hello.cipher_suites.filter((code) => code !== struck),
  }));
}

type Struck = NonNullable<Body<'ClientHello'>['extensions'][number]['name']>;

/** Takes an extension out of the ClientHello. */
export function strikingExtension(name: Struck, dialect: ReturnType<typeof dialectOf>): Tap {
  return rewording('ClientHello', dialect, (hello) => ({
    ...hello,
    extensions: hello.extensions.filter((each) => each.name !== name),
  }));
}

/** The attacker's chance: its own, so that nobody else's changes by it. */
function attackersEnv({ at }: Scenario): Env {
  return seededEnv('attacker', at);
}

/** A share of the attacker's own in the group with this code; in a group that it doesn't know, it leaves what is there. */
function shareIn(code: number, there: Bytes, env: Env): Bytes {
  return groupOf(code)?.share(env).public ?? there;
}

/** One KeyShareEntry. */
interface Share {
  readonly group: number;
  readonly key_exchange: Bytes;
}

/** TLS 1.3: every share in the ClientHello becomes the attacker's. */
export function swappingInHello({ scenario }: Cast): Tap {
  const env = attackersEnv(scenario);
  const own = (entry: Share): Share => ({ ...entry, key_exchange: shareIn(entry.group, entry.key_exchange, env) });
  return rewording('ClientHello', '1.3', (hello) => ({
    ...hello,
    extensions: hello.extensions.map((each) =>
      each.name === 'key_share' ? { ...each, body: { client_shares: each.body.client_shares.map(own) } } : each,
    ),
  }));
}

/** TLS 1.2: the share in the ServerKeyExchange becomes the attacker's. */
export function swappingServers({ scenario }: Cast): Tap {
  const env = attackersEnv(scenario);
  return rewording('ServerKeyExchange', '1.2', (said) => ({
    ...said,
    params: { ...said.params, public: shareIn(said.params.named_curve, said.params.public, env) },
  }));
}

/** TLS 1.2: the client's share becomes the attacker's. Its group is to be read in the ServerKeyExchange. */
export function swappingClients({ scenario }: Cast): Tap {
  const env = attackersEnv(scenario);
  return rewording('ClientKeyExchange', '1.2', ({ exchange_keys: { point } }) => ({
    exchange_keys: { point: shareIn(groupNames.codes[scenario.group], point, env) },
  }));
}

/** Static RSA: the client's secret becomes the attacker's. The key to encrypt to is to be read in the server's Certificate. */
export function swappingSecret({ pki, scenario }: Cast): Tap {
  const env = attackersEnv(scenario);
  const key = pki.server.chain[0]?.publicKey;
  return rewording('ClientKeyExchange', '1.2 RSA', (said) => {
    const premaster = concat(fromUint(versions.codes['TLS 1.2'], 2), env.random(46));
    const sealed = key?.kind === 'RSA' ? primitives.take('rsa').encryptPkcs1(key, premaster, env) : undefined;
    return sealed ? { encrypted_pre_master_secret: sealed } : said;
  });
}

/** A record with an alert that nothing protects. */
export function cleartextAlert(
  level: keyof typeof alertLevels.codes,
  description: keyof typeof alertDescriptions.codes,
): Bytes {
  const content = Uint8Array.of(alertLevels.codes[level], alertDescriptions.codes[description]);
  return encodeRecord(contentTypes.codes.alert, versions.codes['TLS 1.2'], content);
}
