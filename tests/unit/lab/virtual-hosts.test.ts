// A request for another host than the ClientHello named: the handshake asks nobody, and the answer is a status of HTTP.

import { describe, expect, it } from 'vitest';
import { toHex, toText } from '../../../src/bytes/index.ts';
import { defaultScenario, framesIn, run, type Scenario, supply, type Timeline } from '../../../src/lab/index.ts';
import { textOf } from '../../../src/story/index.ts';
import type { Role } from '../../../src/tls/index.ts';
import { narrated } from '../story/tellers.ts';

await supply();

const misdirected = (patch: Partial<Scenario>) =>
  run({ ...defaultScenario, mischief: [{ id: 'misdirected-request' }], ...patch });

/** The first that this side said under application keys. */
function said({ moments }: Timeline, by: Role) {
  for (const moment of moments)
    if (
      moment.who !== 'network' &&
      moment.who !== by &&
      moment.insight.kind === 'data' &&
      moment.insight.direction === 'received'
    )
      return moment.insight.bytes;
  throw new Error(`the ${by} said nothing`);
}

describe.each(['1.3', '1.2'] as const)('a misdirected request, in TLS %s', (version) => {
  it.each(['required', 'asked'] as const)(
    'is answered with 421, where the host of the page has its clients %s',
    (clientAuthentication) => {
      const timeline = misdirected({ version, clientAuthentication });
      expect(timeline.steps.map(({ name }) => name)).not.toContain('CertificateRequest');
      expect(timeline.circumstances.name).toBe('www.example');
      expect(toText(said(timeline, 'client'))).toContain('Host: api.example\r\n');
      expect(toText(said(timeline, 'server'))).toMatch(/^HTTP\/1\.1 421 Misdirected Request\r\n/);
    },
  );

  it('is answered with a header of HTTP/2 and nothing else, where that is spoken', () => {
    const timeline = misdirected({ version, alpn: 'h2' });
    const answer = said(timeline, 'server');
    expect(framesIn(answer).map(({ name, endsStream }) => [name, endsStream])).toEqual([
      ['SETTINGS', false],
      ['SETTINGS ACK', false],
      ['HEADERS', true],
    ]);
    expect(framesIn(answer).at(-1)?.end).toBe(answer.length);
    // Length 5, HEADERS, END_HEADERS and END_STREAM, stream 1; name 8 of the static table, three letters: 421.
    expect(toHex(answer).slice(-28)).toBe('0000050105000000010803343231');
  });

  it.each(['http/1.1', 'h2'] as const)('is told of where the answer is, in %s', (alpn) => {
    const timeline = misdirected({ version, alpn });
    const [answer] = timeline.steps.filter(({ kind, from }) => kind === 'data' && from === 'server');
    const told = narrated(timeline, answer?.number ?? 0);
    expect(told.title).toBe('The server does not answer for this host here');
    expect(textOf(told.remedy?.text ?? [])).toMatch(/^On the client: open a connection of its own/);
    const lead = told.lead.map(textOf).join(' ');
    expect(lead).toContain('Status 421, Misdirected Request: the page is there, but not over this connection.');
    const honest = run({ ...defaultScenario, version, alpn });
    const [page] = honest.steps.filter(({ kind, from }) => kind === 'data' && from === 'server');
    expect(
      narrated(honest, page?.number ?? 0)
        .lead.map(textOf)
        .join(' '),
    ).not.toContain('421');
  });

  it('is none where neither host asks', () => {
    const timeline = misdirected({ version, clientAuthentication: 'off' });
    expect(toText(said(timeline, 'server'))).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});
