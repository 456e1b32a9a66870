// The scripts that are taken along: OpenSSL does what the run did, and sends the same alerts; curl agrees on whether it goes well.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import {
  catalogue,
  defaultScenario,
  endsWell,
  run,
  type Scenario,
  supply,
  type Timeline,
} from '../../src/lab/index.ts';
import { toScript } from '../../src/story/export/index.ts';
import type { Version } from '../../src/tls/index.ts';
import { withPrograms } from './program.ts';

await supply();

const versions: readonly Version[] = ['1.3', '1.2'];

/** Where OpenSSL sends another alert than this engine, by run, with what it sends and why. */
const exceptions: Readonly<Record<string, { readonly sends: readonly string[]; readonly why: string }>> = {
  'no-server-certificate (1.3)': {
    sends: ['server protocol_version'],
    why: 'OpenSSL without a certificate knows nothing of TLS 1.3.',
  },
  'server-no-digital-signature (1.2)': {
    sends: ['server handshake_failure'],
    why: 'OpenSSL does not sign with such a key, and says so before the client can.',
  },
  ...Object.fromEntries(
    versions.flatMap((version) => [
      [
        `revocation-list-outdated (${version})`,
        {
          sends: ['server certificate_expired'],
          why: 'For OpenSSL a list that has expired is like a certificate that has.',
        },
      ],
      [
        `revocation-list-missing (${version})`,
        { sends: ['server unknown_ca'], why: 'OpenSSL calls a list that is missing an unknown CA.' },
      ],
    ]),
  ),
};

const openssl = { program: 'openssl', from: 'openssl' };
const curl = { program: 'curl', from: 'curl', asked: '--version' };

const scenarios = versions.flatMap((version): readonly (readonly [string, Scenario])[] => {
  const named = (name: string, patch: Partial<Scenario>) =>
    [`${name} (${version})`, { ...defaultScenario, version, ...patch }] as const;
  return [
    named('honest', {}),
    ...(['off', 'asked'] as const).map((clientAuthentication) => named(clientAuthentication, { clientAuthentication })),
    ...(['P-384', 'RSA', 'Ed25519'] as const).map((keys) => named(keys, { keys })),
    named('AES-256', { suite: 'TLS_AES_256_GCM_SHA384' }),
    named('ChaCha20', { suite: 'TLS_CHACHA20_POLY1305_SHA256' }),
    named('secp384r1', { group: 'secp384r1' }),
    named('HTTP/2', { alpn: 'h2' }),
    named('no ALPN', { alpn: 'none' }),
    named('another day', { at: Date.UTC(2028, 0, 1) }),
    named('another name', { name: 'www.example' }),
    named('an address', { name: '192.0.2.7' }),
    version === '1.3'
      ? named('retry', { retry: true, compatibility: true })
      : named('static RSA', { keys: 'RSA', keyExchange: 'static' }),
    ...catalogue()
      .filter(({ expect: expected }) => expected[version] !== undefined)
      .map(({ id }) => named(id, { mischief: [{ id }] })),
  ];
});

const about = { run: 'A run' };
const scripts = scenarios.flatMap(([name, scenario]) => {
  const timeline = run(scenario);
  const script = toScript(timeline, about);
  return script.ok ? [{ name, timeline, text: script.text }] : [];
});

withPrograms('scripts', [openssl, curl], () => {
  it.concurrent.each(scripts)('$name', async ({ name, timeline, text }) => {
    const port = await freePort();
    const { stdout, stderr } = await shell(text, port);
    const sent = [...stdout.matchAll(/^The (client|server) sends: fatal (\w+)$/gm)].map(
      ([, who, what]) => `${who} ${what}`,
    );
    const { sends = fatalIn(timeline), why } = exceptions[name] ?? {};
    expect(sent, `${why ?? ''}${stdout}${stderr}`).toEqual(sends);
    if (text.includes('command -v curl') && !stdout.includes('curl is not asked'))
      expect(stderr === '', stderr).toBe(endsWell(timeline) && sends.length === 0);
  });

  it('are there for more than what goes well', () => {
    expect(scripts.length).toBeGreaterThan(80);
    const names = scripts.map(({ name }) => name);
    expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
  });
});

function fatalIn({ steps, moments }: Timeline): readonly string[] {
  return steps.flatMap(({ from, said }) => {
    const moment = moments[said];
    if (!moment || moment.who === 'network' || moment.insight.kind !== 'alert') return [];
    return moment.insight.level === 'fatal' ? [`${from} ${moment.insight.description}`] : [];
  });
}

/** What a script prints, on both ways. */
async function shell(script: string, port: number) {
  const child = spawn('sh', ['-s'], { env: { ...process.env, PORT: String(port), LC_ALL: 'C.UTF-8' } });
  child.stdin.end(script);
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  return { stdout, stderr };
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
