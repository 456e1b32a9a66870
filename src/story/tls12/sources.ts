// Gathers what the chapters of TLS 1.2 need on top: what its suites mean, its master secret, its hellos. It must not know prose.

import type { SeenMessage } from '../../tls/index.ts';
import { isDowngraded } from '../../tls/wire/index.ts';
import type { HelloValues } from '../../words/explain/index.ts';
import { shortSuite } from '../../words/grammar.ts';
import type { MasterValues, Suite12Values, Voucher } from '../../words/tls12/index.ts';
import { accountOf, allOf } from '../account.ts';
import { type Episode, earlier, helloValues } from '../explain/sources.ts';
import { agreementOf } from '../messages/outcomes.ts';
import { bytesOf, extensionsOf, fieldNamed, valueNamed } from '../reading.ts';

/** What a ClientHello offers. Without a list of versions, its head says which one. */
export function helloValues12(message: SeenMessage): HelloValues {
  const values = helloValues(message);
  const only = valueNamed(message.field, 'legacy_version') ?? '';
  return values.versions.length > 0 ? values : { ...values, versions: [only] };
}

/** Version and suite of a ServerHello, with the parts that the suite's name is made of. */
export function suiteValues({ field }: SeenMessage): Suite12Values {
  const suite = valueNamed(field, 'cipher_suite') ?? '';
  const signed = /^TLS_ECDHE_(\w+)_WITH_/.exec(suite)?.[1];
  const version = valueNamed(field, 'legacy_version') ?? '';
  return { version, suite, signed, cipher: shortSuite(suite), hash: hashIn(suite) };
}

/** Whether the random of a ServerHello carries the mark of a server that could have spoken TLS 1.3. */
export function isMarked(message: SeenMessage): boolean {
  const random = fieldNamed(message.field, 'random');
  return random !== undefined && isDowngraded(bytesOf(message, random));
}

/** Whether both sides make fresh key shares; otherwise the secret is encrypted to the server's key. */
export function fresh(episode: Episode): boolean {
  return !suiteOf(episode).startsWith('TLS_RSA_');
}

/** `SHA-256`: the hash that keys are made with. */
export function hashOf(episode: Episode): string {
  return hashIn(suiteOf(episode));
}

/** The group of the key exchange; empty where there is none. */
export function exchangeGroup({ timeline, step }: Episode): string {
  const offer = earlier(timeline, step, 'ServerKeyExchange');
  return (offer && valueNamed(offer.field, 'named_curve')) ?? '';
}

/** How the master secret is made in this run. */
export function masterOf(episode: Episode): MasterValues {
  const told = accountOf(episode.timeline);
  const extended = allOf(told, 'check').some(({ what, ok }) => what === 'extended master secret' && ok);
  const block = allOf(told, 'secret').find(({ secret }) => secret.id === 'key_block')?.secret;
  const agreement = agreementOf(episode, 'pre_master_secret');
  return { extended, hash: hashOf(episode), blockBytes: block?.value.length, agreement };
}

/** What first finds out that somebody has changed a hello: the client’s signature, the keys, or Finished. */
export function voucherOf({ timeline, step }: Episode): Voucher {
  const all = [...timeline.steps, ...timeline.ghosts];
  if (all.some(({ name, from }) => name === 'CertificateVerify' && from === 'client')) return 'signature';
  const hello = earlier(timeline, step, 'ServerHello');
  return hello && extensionsOf(hello).includes('extended_master_secret') ? 'keys' : 'finished';
}

/** The suite that the server picked. */
export function suiteOf({ timeline, step }: Episode): string {
  const hello = earlier(timeline, step, 'ServerHello');
  return (hello && valueNamed(hello.field, 'cipher_suite')) ?? '';
}

function hashIn(suite: string): string {
  return suite.endsWith('SHA384') ? 'SHA-384' : 'SHA-256';
}
