// Who got to have which value, and when: everything that endpoints said about keys, and what of it everybody could read on the wire.
// A secret is here only if an endpoint said that it had it. It must not know the order in which values are shown.

import { type Bytes, type Field, toHex } from '../../bytes/index.ts';
import { remembered, type Timeline } from '../../lab/index.ts';
import type { Role, Secret, SeenMessage, Version } from '../../tls/index.ts';
import { accountOf, peerOf, type Told, versionOf } from '../account.ts';
import { bytesOf, fieldNamed, valueNamed } from '../reading.ts';
import type { Knower, Way } from './shape.ts';
import { cutWay, type Derived, trafficWay, wayOf } from './ways.ts';

/** From `told` on, `who` has this value. */
export interface Saying {
  readonly id: string;
  readonly who: Knower;
  readonly told: Told;
  readonly value: Bytes;
  readonly label?: string;
  /** Absent for what was read in a message. */
  readonly way?: Way;
}

/** All of a run, in time order; for each value and each who, only how they first came to it. */
export const sayingsOf: (timeline: Timeline) => readonly Saying[] = remembered((timeline) => {
  const derived: Readonly<Record<Role, Map<string, Secret>>> = { client: new Map(), server: new Map() };
  const open = new Set<string>();
  const version = versionOf(timeline);
  const seen = new Set<string>();
  return accountOf(timeline)
    .flatMap((told) => sayings(told, version, derived, open))
    .filter(({ id, who, value }) => {
      // Who listens gets to see, or can compute, whatever goes by.
      const key = who === 'eavesdropper' ? `${id} ${toHex(value)}` : `${id} ${who}`;
      const known = seen.has(key);
      seen.add(key);
      return !known;
    });
});

/** A public value in a message: whose it is, and which. */
interface Travelling {
  readonly id: string;
  readonly value: Bytes;
}

function sayings(
  told: Told,
  version: Version,
  derived: Readonly<Record<Role, Map<string, Secret>>>,
  open: Set<string>,
): readonly Saying[] {
  const { who, insight } = told;
  switch (insight.kind) {
    case 'secret':
      return ofSecret(told, insight.secret, version, derived[who], open);
    case 'keys':
      return ofKeys(told, derived[who]);
    case 'said':
      return travelling(insight.message, who, version).flatMap((each) => [
        { ...each, who, told },
        { ...each, who: 'eavesdropper', told },
      ]);
    case 'heard':
      return travelling(insight.message, peerOf(who), version).map((each) => ({ ...each, who, told }));
    default:
      return [];
  }
}

function ofSecret(
  told: Told,
  secret: Secret,
  version: Version,
  derived: Map<string, Secret>,
  open: Set<string>,
): readonly Saying[] {
  const { name: id, value, label } = secret;
  // A client that offers both versions has made a share that TLS 1.2 does not use.
  if (version === '1.2' && id.endsWith(' share')) return [];
  const way = wayOf(secret, told.who, derived);
  derived.set(id, secret);
  if (isOpen(secret, open)) open.add(id);
  const own: Saying = { id, who: told.who, told, value, way, ...(label !== undefined && { label }) };
  return open.has(id) ? [own, { ...own, who: 'eavesdropper' }] : [own];
}

/** Whether nothing secret went into it, so that anybody can compute it: the beginning of the schedule without a PSK. */
function isOpen({ operation, from, inputs }: Secret, open: ReadonlySet<string>): boolean {
  if (operation !== 'HKDF-Extract' && operation !== 'Derive-Secret') return false;
  const plain = inputs.every(({ name, value }) => name === 'Transcript-Hash("")' || value.every((byte) => byte === 0));
  return plain && from.every((name) => open.has(name));
}

function ofKeys(told: Told, derived: Derived): readonly Saying[] {
  const { who, insight } = told;
  if (insight.kind !== 'keys') return [];
  const { secret, key, iv, direction } = insight;
  if (secret === 'key_block') {
    const writer = direction === 'write' ? who : peerOf(who);
    return [
      { id: `${writer}_write_key`, who, told, value: key, way: cutWay(insight, 'key', writer, derived) },
      { id: `${writer}_write_IV`, who, told, value: iv, way: cutWay(insight, 'iv', writer, derived) },
    ];
  }
  return [
    { id: `${secret} key`, who, told, value: key, label: 'key', way: trafficWay(insight, 'key', derived) },
    { id: `${secret} iv`, who, told, value: iv, label: 'iv', way: trafficWay(insight, 'iv', derived) },
  ];
}

/** The halves of the key exchange that a message carries: in the hellos of TLS 1.3, in the KeyExchange messages of TLS 1.2. */
function travelling(message: SeenMessage, from: Role, version: Version): readonly Travelling[] {
  const { name, field } = message;
  const value = (id: string, place: Field | undefined): readonly Travelling[] => {
    const data = place && fieldNamed(place, 'data');
    return data ? [{ id, value: bytesOf(message, data) }] : [];
  };
  const share = (place: Field | undefined, group: string, key: string): readonly Travelling[] => {
    const named = place && valueNamed(place, group);
    return place && named ? value(`${from} ${named} share`, fieldNamed(place, key)) : [];
  };
  switch (`${version} ${name}`) {
    case '1.3 ClientHello':
      return (fieldNamed(field, 'client_shares')?.children ?? []).flatMap((entry) =>
        share(entry, 'group', 'key_exchange'),
      );
    case '1.3 ServerHello':
      return share(fieldNamed(field, 'server_share'), 'group', 'key_exchange');
    case '1.2 ServerKeyExchange':
      return share(field, 'named_curve', 'public');
    case '1.2 ClientKeyExchange':
      // It is in the group that the server has named; the message does not say it again.
      return [
        ...value('client share', fieldNamed(field, 'point')),
        ...value('encrypted_pre_master_secret', fieldNamed(field, 'encrypted_pre_master_secret')),
      ];
    default:
      return [];
  }
}
