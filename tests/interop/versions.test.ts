// Which version is spoken: every offer of a client meets every server, our engine at one end and OpenSSL at the other.

import { afterEach, describe, expect, it } from 'vitest';
import { clientDefaults, type Version } from '../../src/tls/index.ts';
import { type Expected, openSslAlert } from './alerts.ts';
import { pemOf, pkiOf } from './credentials.ts';
import { closeAll, HOST, nodeClient, nodeServer, type OurEnd, ourClient, ourServer, relay } from './ends.ts';
import { Program, withOpenssl } from './program.ts';
import { likeSsl3 } from './tampering.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
type Range = readonly [min: Version, max: Version];
const ranges: readonly Range[] = [
  ['1.2', '1.2'],
  ['1.3', '1.3'],
  ['1.2', '1.3'],
];

interface Meeting {
  readonly client: Range;
  readonly server: Range;
  readonly best: Version | undefined;
}

const meetings = ranges.flatMap((client) =>
  ranges.map((server): readonly [string, Meeting] => {
    const best = (['1.3', '1.2'] as const).find((version) =>
      [client, server].every((range) => range.includes(version)),
    );
    return [`client ${text(client)}, server ${text(server)}: ${best ?? 'none'}`, { client, server, best }];
  }),
);
const agreeing = meetings.filter(([, { best }]) => best !== undefined);
const parting = meetings.filter(([, { best }]) => best === undefined);

function text([min, max]: Range): string {
  return min === max ? `{${min}}` : `{${min}, ${max}}`;
}

function nodeRange([min, max]: Range) {
  return { minVersion: `TLSv${min}`, maxVersion: `TLSv${max}` } as const;
}

/** The server notices, and sends protocol_version before anything is agreed on. */
function alertFor({ client: [offered] }: Meeting): Expected {
  const scenario = offered === '1.2' ? 'client12_server13' : 'client13_server12';
  return openSslAlert(`no_shared_version_${scenario}`, 'server', offered);
}

describe('our client, OpenSSL’s server', () => {
  it.each(agreeing)('%s', async (_, { client, server, best }) => {
    const theirs = await nodeServer({ ...pemOf(pki.server), ...nodeRange(server) });
    const ours = ourClient(theirs.port, { versions: client });
    expect((await theirs.connected).getProtocol()).toBe(`TLSv${best}`);
    expect((await ours.first('connected')).facts.version).toBe(best);
  });

  it.each(parting)('%s', async (_, meeting) => {
    const theirs = await nodeServer({ ...pemOf(pki.server), ...nodeRange(meeting.server) });
    const ours = ourClient(theirs.port, { versions: meeting.client });
    await onlyAlert(ours, 'received', alertFor(meeting));
    expect(ours.all('fault')).toEqual([]);
  });
});

describe('our server, OpenSSL’s client', () => {
  it.each(agreeing)('%s', async (_, { client, server, best }) => {
    const ours = await ourServer({ versions: server });
    const theirs = nodeClient(ours.port, nodeRange(client));
    expect((await theirs.connected).getProtocol()).toBe(`TLSv${best}`);
    expect((await ours.end.first('connected')).facts.version).toBe(best);
  });

  it.each(parting)('%s', async (_, meeting) => {
    const ours = await ourServer({ versions: meeting.server });
    const theirs = nodeClient(ours.port, nodeRange(meeting.client));
    const expected = alertFor(meeting);
    expect(await theirs.failed).toBe(expected.shown);
    await onlyAlert(ours.end, 'sent', expected);
    expect(ours.end.all('fault')[0]?.cause).toBe('no-common-version');
  });
});

// RFC 9846 E.5: a hello with the version number of SSL 3.0 MUST be refused, whatever supported_versions says.
describe.each(ranges)('a hello like that of SSL 3.0, beside an offer of TLS %s to %s', (...range) => {
  const refusal = { number: 70, name: 'protocol_version' };

  it('is refused by our server', async () => {
    const { port, end } = await ourServer({ versions: range });
    const theirs = nodeClient(await relay(port, likeSsl3('client')), nodeRange(range));
    await onlyAlert(end, 'sent', refusal);
    expect(await theirs.failed).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });

  it('is refused by our client', async () => {
    const theirs = await nodeServer({ ...pemOf(pki.server), ...nodeRange(range) });
    const ours = ourClient(await relay(theirs.port, likeSsl3('server')), { versions: range });
    await onlyAlert(ours, 'sent', refusal);
    expect(await theirs.failed).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });
});

// RFC 7507 3: who offers less than it can because a first attempt failed says so, and is told that somebody made it fail.
describe('a fallback to TLS 1.2', () => {
  const refusal = { number: 86, name: 'inappropriate_fallback' };

  it('of our client is refused by OpenSSL’s server that speaks TLS 1.3, and by no other', async () => {
    const offer = { versions: ['1.2'], suites: [...clientDefaults.suites, 'TLS_FALLBACK_SCSV'] } as const;
    const wide = await nodeServer({ ...pemOf(pki.server), ...nodeRange(['1.2', '1.3']) });
    await onlyAlert(ourClient(wide.port, offer), 'received', refusal);
    const narrow = await nodeServer({ ...pemOf(pki.server), ...nodeRange(['1.2', '1.2']) });
    expect((await ourClient(narrow.port, offer).first('connected')).facts.version).toBe('1.2');
  });

  withOpenssl('of openssl s_client', () => {
    it('is refused by our server that speaks TLS 1.3, and by no other', async () => {
      const fallback = (port: number) =>
        Program.openssl(['s_client', '-connect', `${HOST}:${port}`, '-tls1_2', '-fallback_scsv']);
      const wide = await ourServer({ versions: ['1.2', '1.3'] });
      const refused = fallback(wide.port);
      await onlyAlert(wide.end, 'sent', refusal);
      await refused.exit;
      expect(refused.stderr).toContain('SSL alert number 86');
      const narrow = await ourServer({ versions: ['1.2'] });
      const taken = fallback(narrow.port);
      expect((await narrow.end.first('connected')).facts.version).toBe('1.2');
      await taken.stop();
    });
  });
});

async function onlyAlert(
  end: OurEnd,
  direction: 'sent' | 'received',
  { number, name }: Pick<Expected, 'number' | 'name'>,
): Promise<void> {
  await end.first('closed');
  const alert = { direction, level: 'fatal', code: number, description: name, epoch: 'cleartext' };
  expect(end.all('alert')).toEqual([expect.objectContaining(alert)]);
}
