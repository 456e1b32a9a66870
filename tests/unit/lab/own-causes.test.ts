// Why it does not work, by the ways of other programs: who has to act differs with who refuses, and for what.

import { expect, it } from 'vitest';
import { run, supply } from '../../../src/lab/index.ts';
import { type MannerName, manners } from '../../../src/lab/manners/index.ts';
import { answerOf, causeOf, type Own, unstartedWith } from '../../../src/lab/own/index.ts';
import { answerWords } from '../../../src/words/own/index.ts';
import { caseNamed } from './cases.ts';

await supply();

async function causeIn(name: string, like: MannerName) {
  const { scenario, own: given, spare } = await caseNamed(name);
  const manner = manners[like];
  const own: Own = { ...given, client: { ...given.client, manner }, server: { ...given.server, manner } };
  const answer = unstartedWith(own) ?? answerOf(run(scenario, own), own);
  const cause = causeOf(answer, own, spare);
  return { cause, remedy: answerWords(answer, undefined, cause).remedy };
}

it.each([
  ['issuer-in-other-case', 'gnutls', { what: 'name written otherwise', of: 'client' }],
  ['underscore-in-name', 'gnutls', { what: 'odd name', by: 'server' }],
  ['underscore-in-name', 'java', { what: 'other name', by: 'client' }],
  ['brainpool-client', 'java', { what: 'unusual key', of: 'client' }],
  ['ku-server-key-encipherment-only', 'gnutls', { what: 'key usage', of: 'server' }],
  ['intermediate-only-in-server-trust', 'openssl', { what: 'only the intermediate trusted', by: 'server' }],
  ['bad-client-intermediate-not-in-file', 'nginx', { what: 'issuer unknown', of: 'client', by: 'server' }],
  ['bad-no-client-certificate-required', 'nginx', { what: 'no certificate', of: 'client' }],
  ['sha1-client-leaf', 'openssl', { what: 'weak file', of: 'client' }],
] as const)('of %s like %s', async (name, like, expected) => {
  const { cause, remedy } = await causeIn(name, like);
  expect(cause).toMatchObject(expected);
  expect(remedy).toMatch(/^[A-Z].*\.$/);
});
