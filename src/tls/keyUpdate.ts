// KeyUpdate (RFC 9846 section 4.7.3): the same in both roles, so it has a room of its own.

import { TlsFault } from './fault.ts';
import { nextTrafficSecret } from './keys/schedule.ts';
import { type Heard, noteSecret, type Outbox } from './outbox.ts';
import { trafficKeys } from './record/protect.ts';
import type { TrafficKeys } from './record/traffic.ts';
import type { Direction } from './terms.ts';

const NOT_REQUESTED = 0;
const REQUESTED = 1;

/** The peer has new keys for what it writes, and may ask this side for new ones too. */
export function onKeyUpdate<S, C>(state: S, heard: Heard<'KeyUpdate'>, out: Outbox<C>): S {
  const { request_update } = heard.body;
  if (request_update !== NOT_REQUESTED && request_update !== REQUESTED) {
    throw new TlsFault('bad-key-update', { value: request_update });
  }
  renew('read', out);
  if (request_update === REQUESTED) sayKeyUpdate(false, out);
  return state;
}

/** Announces new keys for what this side writes, and switches to them. */
export function sayKeyUpdate<C>(requestPeer: boolean, out: Outbox<C>): void {
  out.send({ name: 'KeyUpdate', body: { request_update: requestPeer ? REQUESTED : NOT_REQUESTED } });
  renew('write', out);
}

function renew<C>(direction: Direction, out: Outbox<C>): void {
  const { suite, secret } = out.keys(direction) as TrafficKeys;
  if (secret.kind !== 'expand') throw new RangeError('TLS 1.2 has no KeyUpdate');
  out.install(direction, trafficKeys(suite, nextTrafficSecret(suite.hash, secret, noteSecret(out))));
}
