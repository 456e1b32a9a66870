// Tells a pill: the checks that passed in a quiet stretch of one side, or the one that failed. Its words come from words/locals/.

import type { Row, Work } from '../../diagram/index.ts';
import type { Step, Timeline } from '../../lab/index.ts';
import { isFailed } from '../../pki/index.ts';
import { alertDescriptions, type Role, type Version } from '../../tls/index.ts';
import { factNames, checks as words } from '../../words/locals/index.ts';
import type { SectionName } from '../../words/references.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf, type Told, versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { Parts } from '../explain/narrate.ts';
import type { CheckList, Fact, Narration } from '../explain/narration.ts';
import { awaited, earlier, helloValues, judgements, type Scene, sceneOf } from '../explain/sources.ts';
import { passed } from '../heads.ts';
import { chainChecks, checkList } from '../messages/checklists.ts';
import { present } from '../messages/facts.ts';
import { commonName, titleOf } from '../reading.ts';
import { plain, rich } from '../rich.ts';

/**
 * What stood behind a pill.
 * @param rows all of the picture
 * @param parts with `refusals`, where it failed
 */
export function narratePill(
  timeline: Timeline,
  row: Work,
  rows: readonly Row[],
  parts: Parts,
): Chapter | Narration | undefined {
  const by: Role = row.at === 'left' ? 'client' : 'server';
  const step = timeline.steps[row.step - 1];
  if (!step) return undefined;
  const scene = sceneOf(timeline, step);
  const own = accountOf(timeline).filter(({ who }) => who === by);
  const pills = pillsLike(row, rows);
  if (row.outcome !== 'failed') return passedChapter(scene, by, checksBehind(row, pills, own));
  const fault = own.filter(({ insight }) => insight.kind === 'fault')[pills.indexOf(row)];
  const refusal = parts.refusals?.(scene, by);
  return fault && refusal && failedNarration(timeline, by, fault, refusal);
}

/** The pills of the same side and outcome, in time order, which is that of their numbers. */
function pillsLike({ at, outcome }: Work, rows: readonly Row[]): readonly Work[] {
  return rows
    .filter((row): row is Work => row.kind === 'work' && row.at === at && row.outcome === outcome)
    .sort((a, b) => Number(a.id.split(':')[2]) - Number(b.id.split(':')[2]));
}

/** Each name on a pill stands for one check, and no check stands on two of them. @param own what the side told */
function checksBehind(row: Work, pills: readonly Work[], own: readonly Told[]): readonly Told[] {
  const names = ({ text }: Work): number => text.split(', ').length;
  const before = pills.slice(0, pills.indexOf(row)).reduce((sum, pill) => sum + names(pill), 0);
  return own.filter(({ insight }) => passed(insight) !== undefined).slice(before, before + names(row));
}

function passedChapter(scene: Scene, by: Role, told: readonly Told[]): Chapter {
  const { timeline, step } = scene;
  const of = peerOf(by);
  const version = versionOf(timeline);
  const verdict = firstOf(told, 'verdict')?.verdict;
  const checks = allOf(told, 'check');
  const signature = checks.find(({ what }) => what === 'signature');
  const finished = checks.find(({ what }) => what === 'finished');
  const path = (verdict?.path ?? []).map((certificate) => plain(titleOf(certificate)));
  const prose = words.checked({
    by,
    of,
    peer: path[0] ?? shownBy(timeline, by, step),
    chain: verdict && {
      path,
      checks: verdict.checks.length,
      warned: verdict.checks.filter(({ outcome }) => outcome === 'warned').length,
      named: wantedName(scene, by),
    },
    signature: signature && { scheme: plain(signature.value), whole: version === '1.3' || of === 'client' },
    finished: finished && plain(finished.value),
  });
  return {
    prose,
    checks: listsOf(
      scene,
      by,
      of,
      verdict !== undefined,
      verdict ? checks.filter((each) => each !== signature) : checks,
    ),
    facts: present([
      [factNames.path, path.join(' ← ')],
      [factNames.scheme, signature?.value],
      [factNames.checksum, finished?.value],
    ]),
    sections: sectionsOf(version, of, { chain: verdict !== undefined, signature, finished }),
  };
}

/** The name of the server that a client wanted. */
function wantedName({ timeline, step }: Scene, by: Role): string | undefined {
  const hello = by === 'client' ? earlier(timeline, step, 'ClientHello') : undefined;
  const name = hello && helloValues(hello).name;
  return name === undefined ? undefined : plain(name);
}

/** The signature is among the checks of the identity, where there are such. */
function listsOf(
  scene: Scene,
  by: Role,
  of: Role,
  chain: boolean,
  others: readonly InsightOf<'check'>[],
): readonly CheckList[] {
  return [...(chain ? chainChecks(scene, of, by) : []), ...checkList(by, others)];
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

/** A refusal as the side that refuses lives it: without what becomes of the alert, which is told with the alert. */
function failedNarration(timeline: Timeline, by: Role, { at, insight }: Told, refusal: Narration): Narration {
  const before = accountOf(timeline).filter((told) => told.who === by && told.at < at);
  const state = allOf(before, 'state').at(-1);
  const verdict = allOf(before, 'verdict').find((each) => !each.verdict.ok)?.verdict;
  const alert = insight.kind === 'fault' ? insight.alert : undefined;
  const [leaf] = verdict?.path ?? [];
  const prose = words.refused({
    by,
    state: state && { name: state.name, waitsFor: awaited(timeline, state) },
    checks: verdict && {
      of: leaf ? plain(commonName(leaf.subject.text)) : undefined,
      failed: verdict.checks.filter(isFailed).length,
      count: verdict.checks.length,
    },
  });
  const { otherSide: _, logs: __, conduct: ___, ...own } = refusal;
  return {
    ...own,
    gist: rich(prose.gist),
    why: rich(prose.why),
    breaksWithout: rich(prose.breaksWithout),
    facts: stateFacts(state?.name, alert && `${alert} (${alertDescriptions.codes[alert]})`),
  };
}

function stateFacts(state: string | undefined, alert: string | undefined): readonly Fact[] {
  return present([
    [factNames.state, state],
    [factNames.leadsTo, alert],
  ]);
}
