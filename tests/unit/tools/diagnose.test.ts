// The command that reads logs: what comes out is what the page would say.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fromLink } from '../../../src/lab/index.ts';
import { report } from '../../../tools/diagnose/report.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function asked(log: string) {
  const { status, text } = await report(log, true);
  return { status, said: JSON.parse(text) };
}

describe('diagnose', () => {
  it('leads to runs, the likeliest first, each with the words that it rests on and a link that plays it', async () => {
    const { status, said } = await asked('remote error: tls: expired certificate');
    expect(status).toBe(0);
    expect(said).toMatchObject({
      known: true,
      readings: [{ kind: 'alert', alerts: ['certificate_expired'] }],
      unread: [],
    });
    expect(said.sentence).toContain('It does not tell why');
    expect(said.suggestions[0]).toMatchObject({ entry: 'client-expired', version: '1.3', printedBy: 'client' });
    for (const { entry, version, because, link } of said.suggestions) {
      expect(because).toContain('“remote error: tls: expired certificate”');
      const read = await fromLink(link);
      expect(read).toMatchObject({ ok: true, scenario: { version, mischief: [{ id: entry }] } });
    }
  });

  it('says what a line does not say', async () => {
    const { said } = await asked('error:0A000086:SSL routines::certificate verify failed (UnsupportedCertPolicyThing)');
    expect(said.unread).toEqual(['UnsupportedCertPolicyThing']);
    expect(said.suggestions[0].because).toContain('“UnsupportedCertPolicyThing”, which I can’t place');
  });

  it('admits that it knows nothing of a text, and says so by its status', async () => {
    const { status, said } = await asked('all is well');
    expect(status).toBe(1);
    expect(said).toMatchObject({ known: false, suggestions: [], readings: [], unread: [] });
    expect(said.sentence).toContain('don’t know');
  });

  it('tells of a file before anything was sent', async () => {
    const { text } = await report(
      'nginx: [emerg] SSL_CTX_use_PrivateKey("/x.key") failed (SSL: error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch)',
      false,
    );
    expect(text).toMatch(/^.*“key values mismatch”\. Nothing was sent yet: this private key does not belong/);
  });

  it('is a command', { timeout: 30_000 }, () => {
    const run = (args: readonly string[], input = '') =>
      spawnSync(process.execPath, ['--import', 'tsx', 'tools/diagnose.ts', ...args], {
        cwd: root,
        input,
        encoding: 'utf8',
      });
    const piped = run(['--json', '-'], 'alert 116\n');
    expect(piped.status).toBe(0);
    expect(JSON.parse(piped.stdout).suggestions[0].entry).toBe('no-client-certificate');
    const missing = run(['/no/such/file.log']);
    expect([missing.status, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toContain('/no/such/file.log');
    expect(run(['--help']).stdout).toContain('npm run -s diagnose');
  });
});
