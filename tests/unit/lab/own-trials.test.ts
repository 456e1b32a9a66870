// "Try it": what lies in the folder of a refused situation, put in its place, makes it work; and what does not lie there is not made up.

import { describe, expect, it } from 'vitest';
import { run, supply } from '../../../src/lab/index.ts';
import {
  type Answer,
  answerOf,
  causeOf,
  type OwnSide,
  owns,
  type Situation,
  trialsOf,
  unstarted,
} from '../../../src/lab/own/index.ts';
import { type Certificate, type Shown, sameName } from '../../../src/pki/index.ts';
import { answerWords, changeSentence } from '../../../src/words/own/index.ts';
import { type Case, caseNamed, caseNames } from './cases.ts';

await supply();

const answerTo = ({ scenario, own }: Situation): Answer => answerOf(run(scenario, own), own);
const answerIn = (each: Case): Answer => (each.stuck ? unstarted(each.stuck.of, each.stuck.obstacle) : answerTo(each));
const isRoot = ({ subject, issuer }: Certificate) => sameName(subject, issuer);

/** Whether it works when everybody sends every CA above them that lies there and trusts every root, with whichever certificate has a key. */
function canWork({ scenario, own, all }: Case): boolean {
  const certificates = all.certificates.map(({ thing }) => thing);
  const roots = certificates.filter(isRoot);
  const paired = certificates.flatMap((leaf): readonly Shown[] => {
    const key = all.keys.find(({ thing }) => owns(thing, leaf))?.thing;
    return key ? [{ chain: [leaf], key }] : [];
  });
  const whole = ({ chain, key }: Shown): Shown => ({ chain: [...chain, ...aboveAll(chain, certificates)], key });
  const choices = ({ shows = [] }: OwnSide) => [...shows, ...paired].map(whole);
  return choices(own.client).some((client) =>
    choices(own.server).some((server) => {
      const of = (side: OwnSide, shown: Shown) => ({
        ...side,
        shows: [shown],
        trusts: [...(side.trusts ?? []), ...roots],
      });
      const most = { ...own, client: of(own.client, client), server: of(own.server, server) };
      return answerTo({ scenario, own: most }).outcome === 'works';
    }),
  );
}

function aboveAll(chain: readonly Certificate[], certificates: readonly Certificate[]): readonly Certificate[] {
  const found = [...chain];
  for (const each of found)
    for (const one of certificates) if (sameName(one.subject, each.issuer) && !found.includes(one)) found.push(one);
  return found.slice(chain.length);
}

/** Changes of what stands in files; the others are of a setting, the clock, or what is asked for. */
const ofFiles = ['send along', 'swap trust', 'trust', 'trust only', 'show', 'swap shown', 'leave out', 'take list'];

describe('what was tried', () => {
  const helped: string[] = [];
  const byFiles: string[] = [];

  it.each(caseNames)(
    'of %s works, or nothing that lies there would help; and what to change is said',
    async (name) => {
      const each = await caseNamed(name);
      const answer = answerIn(each);
      if (answer.outcome === 'works') return;
      const cause = causeOf(answer, each.own, each.spare);
      expect(answerWords(answer, undefined, cause).remedy).toMatch(/^[A-Z].*\.$/);
      const trials = trialsOf(each, answer, each.spare, answerTo);
      for (const trial of trials) {
        expect(answerTo(trial).outcome).toBe('works');
        for (const change of trial.changes) expect(changeSentence(change)).toMatch(/^[A-Z].*\.$/);
      }
      if (trials.length > 0) helped.push(name);
      const files = trials.some(({ changes }) => changes.every(({ what }) => ofFiles.includes(what)));
      if (files) byFiles.push(name);
      else expect(canWork(each)).toBe(false);
    },
    30_000,
  );

  it('helps by what lies there in all of these, and by the clock or a setting in more', () => {
    expect(byFiles).toEqual([
      'bad-both-mixed-up',
      'bad-ca-first-in-file',
      'bad-ca-list-too-long',
      'bad-client-ca-unknown-root-sent',
      'bad-client-intermediate-on-disk-not-sent',
      'bad-self-signed-client-unknown',
      'bad-server-ca-unknown-root-sent',
      'ok-client-intermediate-in-client-trust',
    ]);
    expect(helped).toHaveLength(25);
  });
});
