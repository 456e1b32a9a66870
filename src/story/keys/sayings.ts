// Who got to have which value, and when: everything that endpoints said about keys, and what of it everybody could read on the wire.
// A secret is here only if an endpoint said that it had it. It must not know the order in which values are shown.

import { type Bytes, type Field, toHex } from '../../bytes/index.ts';
import { remembered, type Timeline } from '../../lab/index.ts';
import type { Role, SeenMessage, Version } from '../../tls/index.ts';
import type { Secret, Zeros } from '../../tls/keys/index.ts';
import { accountOf, type InsightOf, peerOf, type Told, versionOf } from '../account.ts';
import { bytesOf, fieldNamed, valueNamed } from '../reading.ts';
import type { Knower, Way } from './shape.ts';
import { type ValueId, valueName } from './value.ts';
import { cutWay, trafficWay, wayOf } from './ways.ts';

/** From `told` on, `who` has this value. */
export interface Saying {
  readonly of: ValueId;
  /** Its name, the same for the same value of either side. */
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
  const run: Run = {
    version: versionOf(timeline),
    retried: timeline.steps.some(({ name }) => name === 'HelloRetryRequest'),
  };
  const seen = new Set<string>();
  return accountOf(timeline)
    .flatMap((told) => sayings(told, run))
    .map((said) => ({ ...said, id: valueName(said.of) }))
    .filter(({ id, who, value }) => {
      // Who listens gets to see, or can compute, whatever goes by.
      const key = who === 'eavesdropper' ? `${id} ${toHex(value)}` : `${id} ${who}`;
      const known = seen.has(key);
      seen.add(key);
      return !known;
    });
});

type Said = Omit<Saying, 'id'>;
/** A public value in a message: whose it is, and which. */
type Travelling = Pick<Saying, 'of' | 'value'>;

interface Run {
  readonly version: Version;
  readonly retried: boolean;
}

function sayings(told: Told, run: Run): readonly Said[] {
  const { who, insight } = told;
  const { version } = run;
  switch (insight.kind) {
    case 'secret':
      return ofSecret(told, insight.secret, run);
    case 'keys':
      return ofKeys(told, insight);
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

function ofSecret(told: Told, secret: Secret, { version, retried }: Run): readonly Said[] {
  // A client that offers both versions has made a share that TLS 1.2 does not use.
  if (version === '1.2' && secret.kind === 'share') return [];
  const { id: of, value } = secret;
  const way = wayOf(secret, told.who, retried);
  const own: Said = { of, who: told.who, told, value, way, ...('label' in secret && { label: secret.label }) };
  return isOpen(secret) ? [own, { ...own, who: 'eavesdropper' }] : [own];
}

/** Whether nothing secret went into it, so that anybody can compute it: the beginning of the schedule without a PSK. */
function isOpen(secret: Secret | Zeros): boolean {
  if (secret.kind === 'extract') return isOpen(secret.salt) && isOpen(secret.ikm);
  if (secret.kind === 'expand') return secret.over === 'no messages' && isOpen(secret.from);
  return secret.kind === 'zeros';
}

function ofKeys(told: Told, insight: InsightOf<'keys'>): readonly Said[] {
  const { who } = told;
  const { secret, key, iv, direction } = insight;
  if (secret.kind === 'prf') {
    const of = direction === 'write' ? who : peerOf(who);
    return [
      { of: { kind: 'cut', of, part: 'key' }, who, told, value: key, way: cutWay(insight, 'key', of, secret) },
      { of: { kind: 'cut', of, part: 'IV' }, who, told, value: iv, way: cutWay(insight, 'iv', of, secret) },
    ];
  }
  return (['key', 'iv'] as const).map((part) => {
    const value = insight[part];
    const of = { kind: 'write', from: secret.id, part } as const;
    return { of, who, told, value, label: part, way: trafficWay(value, part, secret) };
  });
}

/** The halves of the key exchange that a message carries: in the hellos of TLS 1.3, in the KeyExchange messages of TLS 1.2. */
function travelling(message: SeenMessage, from: Role, version: Version): readonly Travelling[] {
  const { name, field } = message;
  const value = (of: ValueId, place: Field | undefined): readonly Travelling[] => {
    const data = place && fieldNamed(place, 'data');
    return data ? [{ of, value: bytesOf(message, data) }] : [];
  };
  const share = (place: Field | undefined, group: string, key: string): readonly Travelling[] => {
    const named = place && valueNamed(place, group);
    return place && named ? value({ kind: 'share', of: from, group: named }, fieldNamed(place, key)) : [];
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
        ...value({ kind: 'point' }, fieldNamed(field, 'point')),
        ...value('encrypted_pre_master_secret', fieldNamed(field, 'encrypted_pre_master_secret')),
      ];
    default:
      return [];
  }
}
