// Bends that know the messages' form: a message is decoded, its body changed, and encoded again. It must not know single entries.

import type { CommonConfig, MessageName } from '../../tls/index.ts';
import {
  type Body,
  type Dialect,
  decodeMessage,
  encodeMessage,
  type Message,
  type Spoken,
} from '../../tls/wire/index.ts';
import { bent } from '../catalogue/bend.ts';
import type { Scenario } from '../scenario.ts';

/** What both sides of a scenario speak after the hellos. */
export function dialectOf({ version, keyExchange }: Scenario): '1.3' | '1.2' | '1.2 RSA' {
  if (version === '1.3') return '1.3';
  return keyExchange === 'static' ? '1.2 RSA' : '1.2';
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
