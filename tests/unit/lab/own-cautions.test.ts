// What should be known of certificates although they are accepted: each caution on real chains that have it, and none on one that has not.

import { expect, it } from 'vitest';
import { run, supply } from '../../../src/lab/index.ts';
import { manners } from '../../../src/lab/manners/index.ts';
import { cautionsIn } from '../../../src/lab/own/cautions.ts';
import { answerOf, type Warning } from '../../../src/lab/own/index.ts';
import { warningSentence } from '../../../src/words/own/index.ts';
import { caseNamed } from './cases.ts';

await supply();

/** What would be said if a verifier accepted the chain as it was sent: one that looks at less than this engine. */
async function leniently(name: string) {
  const { own } = await caseNamed(name);
  const path = own.client.shows?.[0]?.chain ?? [];
  return cautionsIn('client', { ok: true, path, checks: [], pathsTried: 1 }, own);
}

async function warningsIn(name: string): Promise<readonly Warning[]> {
  const { scenario, own } = await caseNamed(name);
  return answerOf(run(scenario, own), own).warnings.filter(({ what }) => what !== 'check');
}

it.each([
  ['sha1-client-leaf', [{ what: 'weak signature', of: 'client', algorithm: 'sha1WithRSAEncryption' }]],
  ['rsa-1024-intermediate', [{ what: 'weak key', of: 'client', bits: 1024 }]],
  ['bad-client-eku-server-only', [{ what: 'serverAuth only', of: 'client' }]],
  ['bad-intermediate-eku-server-only', [{ what: 'serverAuth only', of: 'client' }]],
  ['ok-p256', []],
] as const)('tells of %s what others would refuse', async (name, expected) => {
  const found = await leniently(name);
  expect(found).toHaveLength(expected.length);
  expect(found).toMatchObject(expected);
  for (const each of found) expect(warningSentence(each)).toMatch(/^In the client’s chain, .*\.$/);
});

it.each([
  ['ok-client-intermediate-in-server-store', { what: 'intermediate from trust', of: 'client', by: 'server' }],
  ['ok-server-intermediate-in-client-trust', { what: 'intermediate from trust', of: 'server', by: 'client' }],
  ['cn-only-server', { what: 'name in CN only', of: 'server', subject: 'api.harbour.example' }],
  ['ok-client-expires-tomorrow', { what: 'expires soon', of: 'client', days: 0 }],
] as const)('tells of %s what it is that only works here, or not for long', async (name, expected) => {
  const found = await warningsIn(name);
  expect(found).toHaveLength(1);
  expect(found).toMatchObject([expected]);
});

it('says nothing of what is in order', async () => {
  expect(await warningsIn('ok-p256')).toEqual([]);
  expect(await warningsIn('ok-sha1-root')).toEqual([]);
});

it('says that a verify depth is not looked at where the server’s program has no setting for it', async () => {
  const { scenario, own } = await caseNamed('bad-verify-depth-1-two-intermediates');
  const told = (name: 'go' | 'openssl' | 'nginx') => {
    const like = { ...own, server: { ...own.server, manner: manners[name] } };
    return answerOf(run(scenario, like), like).warnings.filter(({ what }) => what === 'depth unread');
  };
  expect(told('go').map(warningSentence)).toEqual([
    'A server on Go has no setting for how many intermediates it takes: the verify depth changes nothing here.',
  ]);
  expect([...told('openssl'), ...told('nginx')]).toEqual([]);
});
