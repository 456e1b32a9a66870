// What `check` says beside its answer: what was tried and works, and the lines for the program that a side is said to be like.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../../tools/check/check.ts';
import { readFlags } from '../../../tools/check/flags.ts';
import { report } from '../../../tools/check/report.ts';

const folder = fileURLToPath(new URL('../../corpus/cases/', import.meta.url));

async function asked(name: string, flags: readonly string[], json = true) {
  const common = ['--at', '2026-12-01T12:00:00Z', '--name', 'api.harbour.example', ...(json ? ['--json'] : [])];
  const args = flags.map((each) => (/\.(pem|key|crt)$/.test(each) ? `${folder}${name}/${each}` : each));
  const { status, text } = report(await check(readFlags([...args, ...common]), 0), json);
  return { status, text, said: json ? JSON.parse(text) : undefined };
}

const sides = (client: string) =>
  `--client ${client} --client-key client.key --client-trusts client-trusts.pem --server server.pem --server-key server.key --server-trusts server-trusts.pem`.split(
    ' ',
  );

describe('check', () => {
  const name = 'bad-client-intermediate-on-disk-not-sent';

  it('tries what lies there, and names the file', async () => {
    const { status, said } = await asked(name, [...sides('client.pem'), '--also', 'intermediate.pem']);
    expect(status).toBe(1);
    expect(said.tries).toEqual([
      {
        change: 'After its own certificate the client also sends “Harbour Device CA E1” (from intermediate.pem).',
        outcome: 'works',
      },
    ]);
    expect(said.remedy).toContain('which lies in intermediate.pem, to client.pem of the client');
    expect(Object.keys(said.lines).length).toBeGreaterThan(10);
  });

  it('tries nothing that does not lie there', async () => {
    const { said } = await asked(name, sides('client.pem'));
    expect(said.tries).toEqual([]);
  });

  it('gives the lines of the program that a side is like, and of no other', async () => {
    const { said } = await asked(name, [...sides('client.pem'), '--client-like', 'curl', '--server-like', 'nginx']);
    expect(Object.keys(said.lines)).toEqual(['curl', 'nginx']);
    expect(said.lines.curl).toEqual([
      {
        side: 'client',
        lines: 'curl --cert client.pem --key client.key https://api.harbour.example/',
        source: 'https://curl.se/docs/manpage.html',
      },
    ]);
    expect(said.lines.nginx).toMatchObject([{ side: 'server', lines: expect.stringContaining('server-trusts.pem') }]);
  });

  it('shows a few lines in text', async () => {
    const { text } = await asked(name, [...sides('client.pem'), '--also', 'intermediate.pem'], false);
    expect(text).toContain('Tried, and it works: After its own certificate');
    expect(text).toContain('OpenSSL, client (https://docs.openssl.org/');
    expect(text).not.toContain('Kafka');
  });

  it('tries another certificate where a side does not start', async () => {
    const flags = `--client client.pem --client-key client.key --client-trusts client-trusts.pem --server server.crt --server-key server.key --server-chain server-chain.pem --server-trusts server-trusts.pem`;
    const { said } = await asked('bad-ca-first-in-file', flags.split(' '));
    expect(said).toMatchObject({ outcome: 'does not start', who: 'client' });
    expect(said.tries).toMatchObject([{ outcome: 'works' }]);
  });

  it('says of what works that nothing is to be done', async () => {
    const flags = sides('client.pem').filter((each) => !/chain/.test(each));
    const { status, said } = await asked('ok-ed25519', flags);
    expect(status).toBe(0);
    expect(said).toMatchObject({ outcome: 'works', remedy: null, tries: [] });
    expect(said.lines).toBeUndefined();
  });
});
