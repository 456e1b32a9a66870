// Tells a pill: the checks that passed in a quiet stretch of one side. Its words come from words/locals/.

import type { Work } from '../../diagram/index.ts';
import type { Step, Timeline } from '../../lab/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import { protocolValue } from '../../words/causes/index.ts';
import { factNames, checks as words } from '../../words/locals/index.ts';
import type { SectionName } from '../../words/references.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf, type Told, versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { CheckList } from '../explain/narration.ts';
import { pillsLike } from '../explain/rows.ts';
import { type Episode, earlier, helloValues, judgements } from '../explain/sources.ts';
import { passed } from '../heads.ts';
import { chainChecks, checkList } from '../messages/checklists.ts';
import { present } from '../messages/facts.ts';
import { titleOf } from '../reading.ts';
import { plain } from '../rich.ts';

/** What stood behind a pill whose checks passed. */
export function passedChapter(episode: Episode, row: Work): Chapter {
  const by: Role = row.at === 'left' ? 'client' : 'server';
  const own = accountOf(episode.timeline).filter(({ who }) => who === by);
  return checkedChapter(episode, by, checksBehind(row, pillsLike(episode.timeline, row), own));
}

/** Each name on a pill stands for one check, and no check stands on two of them. @param own what the side told */
function checksBehind(row: Work, pills: readonly Work[], own: readonly Told[]): readonly Told[] {
  const names = ({ text }: Work): number => text.split(', ').length;
  const before = pills.slice(0, pills.indexOf(row)).reduce((sum, pill) => sum + names(pill), 0);
  return own.filter(({ insight }) => passed(insight) !== undefined).slice(before, before + names(row));
}

function checkedChapter(episode: Episode, by: Role, told: readonly Told[]): Chapter {
  const { timeline, step } = episode;
  const of = peerOf(by);
  const version = versionOf(timeline);
  const verdict = firstOf(told, 'verdict')?.verdict;
  const checks = allOf(told, 'check');
  const signature = checks.find((each) => each.what === 'signature');
  const finished = checks.find((each) => each.what === 'finished');
  const checksum = finished && plain(protocolValue(finished));
  const path = (verdict?.path ?? []).map((certificate) => plain(titleOf(certificate)));
  const prose = words.checked({
    by,
    of,
    peer: path[0] ?? shownBy(timeline, by, step),
    chain: verdict && {
      path,
      checks: verdict.checks.length,
      warned: verdict.checks.filter(({ outcome }) => outcome === 'warned').length,
      named: wantedName(episode, by),
    },
    signature: signature && { scheme: plain(signature.value), whole: version === '1.3' || of === 'client' },
    finished: checksum,
  });
  return {
    prose,
    checks: listsOf(
      episode,
      by,
      of,
      verdict !== undefined,
      verdict ? checks.filter((each) => each !== signature) : checks,
    ),
    facts: present([
      [factNames.path, path.join(' ← ')],
      [factNames.scheme, signature?.value],
      [factNames.checksum, checksum],
    ]),
    sections: sectionsOf(version, of, { chain: verdict !== undefined, signature, finished }),
  };
}

/** The name of the server that a client wanted. */
function wantedName({ timeline, step }: Episode, by: Role): string | undefined {
  const hello = by === 'client' ? earlier(timeline, step, 'ClientHello') : undefined;
  const name = hello && helloValues(hello).name;
  return name === undefined ? undefined : plain(name);
}

/** The signature is among the checks of the identity, where there are such. */
function listsOf(
  episode: Episode,
  by: Role,
  of: Role,
  chain: boolean,
  others: readonly InsightOf<'check'>[],
): readonly CheckList[] {
  return [...(chain ? chainChecks(episode, of, by) : []), ...checkList(by, others)];
}

/** The name in the certificate that a side found good before. */
function shownBy(timeline: Timeline, by: Role, { number }: Step): string | undefined {
  const [leaf] = firstOf(judgements(timeline, by, number), 'verdict')?.verdict.path ?? [];
  return leaf && plain(titleOf(leaf));
}

function sectionsOf(
  version: Version,
  of: Role,
  has: { readonly chain: boolean; readonly signature: unknown; readonly finished: unknown },
): readonly SectionName[] {
  const tls12 = version === '1.2';
  const certificate = of === 'client' ? 'clientCertificate12' : 'certificate12';
  const signed = of === 'client' ? 'certificateVerify12' : 'serverKeyExchange';
  return [
    ...(has.chain ? ([tls12 ? certificate : 'certificate', 'pathValidation'] as const) : []),
    ...(has.signature ? ([tls12 ? signed : 'certificateVerify'] as const) : []),
    ...(has.finished ? ([tls12 ? 'finished12' : 'finished'] as const) : []),
  ];
}
