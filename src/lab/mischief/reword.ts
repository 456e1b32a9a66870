// Bends that know the messages' form: a message is decoded, its body changed, and encoded again. It must not know single entries.

import type { Bytes } from '../../bytes/index.ts';
import { type Hash, sha256 } from '../../crypto/index.ts';
import {
  type CommonConfig,
  type ExtensionName,
  extensionTypes,
  type Insight,
  type MessageName,
} from '../../tls/index.ts';
import { suites13 } from '../../tls/keys/index.ts';
import {
  type Body,
  type Dialect,
  decodeMessage,
  encodeMessage,
  type Message,
  type Spoken,
} from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { bent } from '../catalogue/bend.ts';
import type { Scenario, SuiteChoice } from '../scenario.ts';

/** What both sides of a scenario speak after the hellos. */
export function dialectOf({ version, keyExchange }: Scenario): '1.3' | '1.2' | '1.2 RSA' {
  if (version === '1.3') return '1.3';
  return keyExchange === 'static' ? '1.2 RSA' : '1.2';
}

/** The hash of a suite of TLS 1.3. */
export function hashOf(suite: SuiteChoice): Hash {
  return suites13.find(({ name }) => name === suite)?.hash ?? sha256;
}

/**
 * The same configuration, but each message of this name says something else. The extensions of `Extension` lists keep their typed
 * bodies; one that the list's table doesn't know can be added as `{ name: undefined, type, body: bytes }`.
 */
export function reworded<
  C extends CommonConfig,
  D extends Exclude<Dialect, 'hello'>,
  N extends Spoken<D> & MessageName,
>(config: C, name: N, dialect: D, change: (body: Body<N, D>) => Body<N, D>): C {
  return bent(config, name, (bytes) => {
    const decoded = decodeMessage(bytes, dialect);
    if (!decoded.ok || decoded.value.name !== name) return [bytes];
    const message = { ...decoded.value, body: change(decoded.value.body as never) } as Message;
    return [encodeMessage(message).bytes];
  });
}

/** The same configuration, but somebody is told everything that its side notes about itself. */
export function watching<C extends CommonConfig>(config: C, told: (insight: Insight) => void): C {
  const before = config.seams?.watch;
  const watch = (insight: Insight): void => {
    before?.(insight);
    told(insight);
  };
  return { ...config, seams: { ...config.seams, watch } };
}

type Hello<N extends 'ClientHello' | 'ServerHello'> = (body: Body<N>) => Body<N>;

/** The same cast, but the client's hellos say something else: both of them, where there is a retry. */
export function inClientHello(cast: Cast, change: Hello<'ClientHello'>): Cast {
  return { ...cast, client: reworded(cast.client, 'ClientHello', dialectOf(cast.scenario), change) };
}

/** The same cast, but the ServerHello says something else. */
export function inServerHello(cast: Cast, change: Hello<'ServerHello'>): Cast {
  return { ...cast, server: reworded(cast.server, 'ServerHello', dialectOf(cast.scenario), change) };
}

/** What every extension has, known or not. */
interface Carried {
  readonly type: number;
}
interface Opaque extends Carried {
  readonly name: undefined;
  readonly body: Bytes;
}

/**
 * The same cast, but the server answers the client's extensions with others. It does so in EncryptedExtensions; TLS 1.2 has no such
 * message, so there it is the ServerHello.
 */
export function inAnswers(
  cast: Cast,
  change: <E extends Carried>(extensions: readonly E[]) => readonly (E | Opaque)[],
): Cast {
  if (cast.scenario.version === '1.2')
    return inServerHello(cast, (body) => ({ ...body, extensions: change(body.extensions) }));
  const server = reworded(cast.server, 'EncryptedExtensions', '1.3', ({ extensions }) => ({
    extensions: change(extensions),
  }));
  return { ...cast, server };
}

/** An extension whose body is told byte by byte. */
export function opaque(name: ExtensionName, body: Bytes): Opaque {
  return { name: undefined, type: extensionTypes.codes[name], body };
}

/** The same list, but the extension of this one’s type gives way to it. */
export function replacing<E extends Carried>(extensions: readonly E[], other: E): readonly E[] {
  return extensions.map((each) => (each.type === other.type ? other : each));
}

/** The same list without the extension of this name. */
export function without<E extends Carried>(extensions: readonly E[], name: ExtensionName): readonly E[] {
  return extensions.filter(({ type }) => type !== extensionTypes.codes[name]);
}
