// Tells keys that a side installs: out of which secret, for which direction, what they protect from here on.
// Its words come from words/locals/.

import { equal } from '../../bytes/index.ts';
import type { Keys } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { secretName } from '../../tls/keys/index.ts';
import { size } from '../../words/grammar.ts';
import { factNames, keys as words } from '../../words/locals/index.ts';
import type { SectionName } from '../../words/references.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf, versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { Fact } from '../explain/narration.ts';
import type { Episode } from '../explain/sources.ts';
import { present } from '../messages/facts.ts';

type Installed = InsightOf<'keys'>;

/** The keys of a row, which stands for one direction or for both. */
export function keysChapter({ timeline, lens }: Episode, row: Keys): Chapter {
  const by: Role = row.at === 'left' ? 'client' : 'server';
  const generation = Number(row.id.split(':')[4] ?? 0);
  const all = accountOf(timeline).flatMap(({ who, at, insight }) =>
    insight.kind === 'keys' && insight.epoch === row.epoch && insight.generation === generation
      ? [{ who, at, insight }]
      : [],
  );
  const own = all.filter(
    ({ who, insight }) => who === by && (row.direction === 'both' || insight.direction === row.direction),
  );
  const [first] = own;
  const version = versionOf(timeline);
  const ends = own.flatMap(({ at, insight }) => {
    const end = all.find((other) => other.who !== by && other.at < at && other.insight.direction !== insight.direction);
    return end ? [equal(end.insight.key, insight.key)] : [];
  });
  const installed = own.map(({ insight }) => insight);
  const prose = words.installed({
    by,
    of: peerOf(by),
    version,
    epoch: row.epoch,
    direction: row.direction,
    generation,
    cipher: first?.insight.cipher ?? '',
    keyBytes: first?.insight.key.length ?? 0,
    ivBytes: first?.insight.iv.length ?? 0,
    secrets: { read: secretOf(installed, 'read'), write: secretOf(installed, 'write') },
    group: settledGroup(timeline, by),
    // What the other side holds, one side can’t look up.
    likeness: ends.length === 0 || lens !== 'everything' ? 'first' : ends.every((same) => same) ? 'same' : 'other',
    asked: timeline.steps.some(({ name }) => name === 'CertificateRequest'),
  });
  return { prose, facts: factsOf(installed), sections: sectionsOf(version === '1.2', generation) };
}

function secretOf(installed: readonly Installed[], way: Installed['direction']): string | undefined {
  const found = installed.find(({ direction }) => direction === way);
  return found && secretName(found.secret.id);
}

/** The group of the key exchange, once it is settled; null with static RSA. */
function settledGroup(timeline: Timeline, by: Role): string | null {
  const account = accountOf(timeline);
  const chosen = allOf(account, 'chose')
    .filter((each) => each.what === 'group')
    .at(-1)?.value;
  return firstOf(account, 'connected', by)?.facts.group ?? chosen ?? null;
}

function factsOf(installed: readonly Installed[]): readonly Fact[] {
  const [first] = installed;
  if (!first) return [];
  const secrets = installed.map(
    ({ direction, secret }): Fact => ({
      name: factNames.secrets[direction],
      value: secretName(secret.id),
      mono: true,
    }),
  );
  return [
    ...present([
      [factNames.cipher, first.cipher],
      [factNames.key, size(first.key.length)],
      [factNames.iv, size(first.iv.length)],
    ]),
    ...secrets,
  ];
}

function sectionsOf(tls12: boolean, generation: number): readonly SectionName[] {
  if (tls12) return ['keyBlock', 'changeCipherSpec', 'recordProtection12'];
  return generation > 0 ? ['keyUpdateSecrets', 'trafficKeys'] : ['keySchedule', 'trafficKeys'];
}
