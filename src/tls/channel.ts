// What stands behind an outbox: messages go to the sender, keys to sender or receiver, insights into the turn. Here the bend
// is applied, so that the transcript absorbs what is really said.

import type { Bytes } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import type { CommonConfig } from './config.ts';
import type { Channel } from './handshake.ts';
import type { Insight, TurnItem } from './insight.ts';
import type { Receiver } from './record/receiver.ts';
import type { Sender } from './record/sender.ts';
import type { TrafficKeys } from './record/traffic.ts';
import type { Direction, Role } from './terms.ts';
import { type AlertName, alertDescriptions, alertLevels } from './wire/iana.ts';
import { decodeMessage, encodeMessage, type Message, messageName } from './wire/message.ts';

/** The parts of an endpoint that a channel works with. */
export interface Ends {
  readonly role: Role;
  readonly config: CommonConfig;
  readonly env: Env;
  readonly sender: Sender;
  readonly receiver: Receiver;
}

/** A channel that writes into `turn`. */
export function channelInto(turn: TurnItem[], ends: Ends): Channel {
  const { env, sender, receiver } = ends;
  return {
    env,
    note: (insight) => note(insight, turn, ends),
    send: (message) => say(message, turn, ends),
    sendChangeCipherSpec: () => sender.changeCipherSpec(turn),
    warn: (description) => sayAlert('warning', description, turn, ends),
    expectEarlyData: (expected) => receiver.expectEarlyData(expected),
    keys: (direction) => (direction === 'read' ? receiver.keys : sender.keys),
    install: (direction, keys) => install(direction, keys, turn, ends),
  };
}

function note(insight: Insight, turn: TurnItem[], { config }: Ends): void {
  config.seams?.watch?.(insight);
  turn.push({ kind: 'insight', insight });
}

function say(message: Message, turn: TurnItem[], ends: Ends): readonly Bytes[] {
  const { role, config, sender } = ends;
  const honest = encodeMessage(message);
  const dialect = ('dialect' in message ? message.dialect : undefined) ?? '1.3';
  const said = config.seams?.bend?.({ role, name: message.name, bytes: honest.bytes }) ?? [honest.bytes];
  for (const bytes of said) {
    const field = bytes === honest.bytes ? honest.field : decodeMessage(bytes, dialect).field;
    const { epoch, messages: ordinal } = sender;
    const seen = { name: messageName(bytes, dialect), ordinal, bytes, field, epoch };
    note({ kind: 'said', message: seen }, turn, ends);
    sender.message(bytes, turn);
  }
  return said;
}

/** Sends an alert, after whatever was queued before. */
export function sayAlert(level: 'warning' | 'fatal', description: AlertName, turn: TurnItem[], { sender }: Ends): void {
  const code = alertDescriptions.codes[description];
  sender.flush(turn);
  const insight = { kind: 'alert', direction: 'sent', level, code, description, epoch: sender.epoch } as const;
  turn.push({ kind: 'insight', insight });
  sender.content('alert', Uint8Array.of(alertLevels.codes[level], code), turn);
}

function install(direction: Direction, keys: TrafficKeys, turn: TurnItem[], { sender, receiver }: Ends): void {
  if (direction === 'read') receiver.install(keys);
  else sender.install(keys, turn);
  const { epoch, generation, suite, key, iv, secret } = keys;
  const insight = { kind: 'keys', direction, epoch, generation, cipher: suite.aead.name, key, iv, secret } as const;
  turn.push({ kind: 'insight', insight });
}
