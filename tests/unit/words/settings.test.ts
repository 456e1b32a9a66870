// The table of settings: for which cause, program and side there are lines, and that what is missing is listed.

import { describe, expect, it } from 'vitest';
import type { OwnCause } from '../../../src/lab/own/index.ts';
import type { Role } from '../../../src/tls/index.ts';
import { remedySentence } from '../../../src/words/remedies/own.ts';
import { tasksFor } from '../../../src/words/settings/deeds.ts';
import { adviceOn, gaps, type ProgramName, programTitles, usualValues } from '../../../src/words/settings/index.ts';
import { programs } from '../../../src/words/settings/programs.ts';
import type { Deed, Program } from '../../../src/words/settings/setting.ts';

const roles: readonly Role[] = ['client', 'server'];
const values = { client: usualValues('client'), server: usualValues('server') };
const names = programTitles.map(([name]) => name);
const program = (name: ProgramName): Program => programs[name];

/** What is set in a program; the other deeds are done with OpenSSL or keytool, whichever program it is for. */
const settable: Readonly<Record<Role, readonly Deed[]>> = {
  client: ['show', 'trust', 'partial chains', 'depth', 'lists', 'name', 'versions', 'schemes'],
  server: ['show', 'trust', 'partial chains', 'demand', 'ask', 'depth', 'lists', 'versions', 'schemes'],
};

/** The twenty commonest causes, on either side. */
function commonest(of: Role): readonly OwnCause[] {
  const by = of === 'client' ? 'server' : 'client';
  const which = { of, by, subject: 'S', leaf: true } as const;
  return [
    { what: 'intermediate not sent', of, by, issuer: 'I', file: 'intermediate.pem' },
    { what: 'CA not trusted', of, by, issuer: 'I', sent: false },
    { what: 'nobody trusted', of, by, issuer: 'I' },
    { what: 'trust mixed up', of, by, issuer: 'I', swapped: true },
    { what: 'renewed CA', of, by, issuer: 'I' },
    { what: 'only the intermediate trusted', of, by, intermediate: 'M', issuer: 'I' },
    { what: 'self-signed', of, by, subject: 'S' },
    { what: 'expired', ...which, when: 0 },
    { what: 'not yet valid', ...which, when: 0 },
    { what: 'wrong purpose', ...which },
    { what: 'not a CA', ...which, leaf: false, missing: 'cA' },
    { what: 'path length', ...which, leaf: false },
    { what: 'name constraints', ...which },
    { what: 'critical extension', ...which },
    { what: 'other name', of: 'server', by: 'client', expected: 'a.example', found: ['b.example'] },
    { what: 'no certificate', of, by },
    { what: 'key of another', of },
    { what: 'CA first', of },
    { what: 'revoked', ...which, since: 0, why: 'keyCompromise' },
    { what: 'revocation list', of, by, issuer: 'I', why: { what: 'outdated', when: 0 } },
  ];
}

describe.each(roles)('the twenty commonest causes with the %s’s certificate', (of) => {
  it.each(commonest(of).map((cause) => [cause.what, cause] as const))('%s: have lines and a sentence', (_, cause) => {
    expect(remedySentence(cause, values)).toMatch(/^[A-Z].*\.$/);
    const acting = new Set(tasksFor(cause).map(({ side }) => side));
    for (const side of acting)
      for (const name of ['openssl', 'nginx', 'node', 'go', 'java', 'curl'] as const)
        if (program(name)[side]) {
          const found = adviceOn(cause, values, { [side]: name });
          expect({ name, side, lines: found.length }).toMatchObject({ lines: expect.toSatisfy((n: number) => n > 0) });
          for (const { program: which, lines } of found) {
            expect(which).toBe(name);
            expect(lines).not.toMatch(/undefined|\[object/);
          }
        }
  });

  it('are twenty', () => {
    expect(new Set(commonest(of).map(({ what }) => what)).size).toBe(20);
  });
});

it('lists every gap, and nothing that is there', () => {
  const missing = names.flatMap((name) =>
    roles.flatMap((side) => {
      const settings = program(name)[side];
      return settings ? settable[side].flatMap((deed) => (settings[deed] ? [] : [`${name} ${side} ${deed}`])) : [];
    }),
  );
  const listed = gaps.flatMap(({ program: name, side, deeds }) => deeds.map((deed) => `${name} ${side} ${deed}`));
  expect(listed.sort()).toEqual(missing.sort());
  for (const { why } of gaps) expect(why).toMatch(/^[A-Z].*\.$/);
});

it('names fourteen programs, and for all lines a page over HTTPS', () => {
  expect(names).toHaveLength(14);
  for (const name of names)
    for (const side of roles)
      for (const setting of Object.values(program(name)[side] ?? {})) {
        expect(setting.source).toMatch(/^https:\/\/[a-z.]+\//);
        expect(setting.lines(values[side])).not.toMatch(/undefined|\[object/);
      }
});

it('puts the names of files, and the host, where they belong', () => {
  const cause: OwnCause = { what: 'CA not trusted', of: 'client', by: 'server', issuer: 'I', sent: false };
  const own = { ...values, server: { ...values.server, trusts: 'my-ca.pem' } };
  const [nginx, ...more] = adviceOn(cause, own, { server: 'nginx' });
  expect(more).toEqual([]);
  expect(nginx).toEqual({
    program: 'nginx',
    title: 'nginx',
    side: 'server',
    deed: 'trust',
    lines: 'ssl_client_certificate my-ca.pem;\nssl_verify_client on;',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html',
  });
});
