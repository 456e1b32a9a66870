import { describe, expect, it } from 'vitest';
import { catalogue, flawOf, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import { type Narration, narrate, tellerOf } from '../../../src/story/explain/index.ts';
import { textOf, toModel } from '../../../src/story/index.ts';
import type { Version } from '../../../src/tls/index.ts';
import { withKeyUpdates } from './key-runs.ts';
import {
  badSignature,
  lapsed,
  nothingToShow,
  played,
  played12,
  staticRsa,
  truncated,
  untrusted,
  variants,
} from './runs.ts';
import { narrated } from './tellers.ts';

const leftovers = /undefined|null,|NaN|\[object|!|—|\*\*|`| {2}|\bsimply\b|\.\./i;

const rowsOf = (timeline: Timeline) => toModel(timeline, timeline.steps.length).rows;

const at = (timeline: Timeline, id: string): Narration => {
  const row = rowsOf(timeline).find((each) => each.id === id);
  if (!row) throw new Error(`there is no row ${id}`);
  return narrated(timeline, row.step, id);
};

const wordsOf = ({ title, gist, lead, why, breaksWithout, found }: Narration): string =>
  [title, ...[gist, ...lead, why ?? [], breaksWithout ?? [], found?.text ?? []].map(textOf)].join('\n');

/** Every row is told; those that are no message by themselves, with words of their own. */
const tellsAll = (timeline: Timeline): void => {
  const told = rowsOf(timeline).flatMap((row) => {
    const local = ['local', 'failedCheck'].includes(tellerOf(timeline, row.step, row.id) ?? '');
    expect(local, row.id).toBe(row.kind !== 'message' || row.ghost === true);
    return local ? [{ row, told: at(timeline, row.id) }] : [];
  });
  for (const { row, told: each } of told) {
    expect(textOf(each.gist), row.id).toMatch(/^[A-Z].{20,}[^.]\.$/);
    expect(each.lead.length, row.id).toBeGreaterThan(0);
    expect(each.why, row.id).toBeDefined();
    expect(each.references.length, row.id).toBeGreaterThan(0);
    for (const { url } of each.references) expect(url).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#/);
    expect(wordsOf(each)).not.toMatch(leftovers);
    if (row.kind === 'keys') expect(each.facts.length, row.id).toBeGreaterThan(3);
    if (row.kind === 'work' && row.outcome === 'passed') {
      const outcomes = each.checks.flatMap(({ lines }) => lines.map(({ outcome }) => outcome));
      expect(outcomes).toContain('passed');
      expect(outcomes).not.toContain('failed');
    }
  }
};

describe('the rows of a picture that are no messages', () => {
  it.each(variants)('are all told: %s', (_, patch) => tellsAll(played(patch)));

  const plays = catalogue().flatMap(({ id }) =>
    (['1.2', '1.3'] as const).flatMap((version): [string, Version][] =>
      flawOf({ id }, { version }) === undefined ? [[id, version]] : [],
    ),
  );

  it.each(plays)('are all told, whatever goes wrong: %s in TLS %s', (id, version) =>
    tellsAll(played({ version, mischief: [{ id }] })),
  );

  it('are all told where keys change later and where the connection is cut', () => {
    tellsAll(withKeyUpdates());
    tellsAll(truncated);
  });

  it('ask for their words, and miss them when they are not there', () => {
    const timeline = played();
    const failed = rowsOf(played(untrusted)).find((row) => row.kind === 'work' && row.outcome === 'failed');
    expect(tellerOf(timeline, 7, 'work:client:1')).toBe('local');
    expect(tellerOf(timeline, 7, 'message:server:Finished')).toBe('message');
    expect(tellerOf(played(untrusted), 12, failed?.id)).toBe('failedCheck');
    expect(() => narrate(timeline, 7, undefined, 'work:client:1')).toThrow(RangeError);
  });

  it('give way to the step where there is no such row', () => {
    const timeline = played();
    expect(narrated(timeline, 7, 'keys:client:handshake:nowhere')).toEqual(narrated(timeline, 7));
    expect(narrated(timeline, 7, 'message:server:Finished')).toEqual(narrated(timeline, 7));
  });
});

describe('a pill', () => {
  it('tells the three checks behind it, with what they looked at', () => {
    const told = at(played(), 'work:client:1');
    expect(told.title).toBe('The client makes sure who the server is');
    expect(wordsOf(told)).toContain(
      'leads from api.example over Countersign Server Issuing CA to Countersign Server Root',
    );
    expect(wordsOf(told)).toContain('It names api.example, the server that was wanted.');
    expect(wordsOf(told)).toContain('made with ecdsa_secp256r1_sha256 over everything that was said before it');
    expect(wordsOf(told)).toContain('made with HMAC-SHA-256');
    expect(told.references.map(({ text }) => text)).toEqual([
      'RFC 9846, 4.5.1',
      'RFC 5280, 6.1',
      'RFC 9846, 4.5.2',
      'RFC 9846, 4.5.3',
    ]);
  });

  it('does not call passed what left a warning', () => {
    expect(wordsOf(at(played(), 'work:client:1'))).toContain('It took 30 checks, and all were passed.');
    expect(wordsOf(at(lapsed, 'work:client:1'))).toContain('It took 30 checks, and none failed; one left a warning.');
  });

  it('tells only the checks that are its own', () => {
    const timeline = played12();
    expect(wordsOf(at(timeline, 'work:client:1'))).toContain('over both randoms and the key share');
    const second = at(timeline, 'work:client:2');
    expect(second.title).toBe('The client checks the seal on the handshake');
    expect(second.checks).toHaveLength(1);
    expect(textOf(second.gist)).toContain('the same checksum as api.example');
    expect(at(played12(staticRsa), 'work:client:1').title).toBe('The client judges the server’s certificate');
    expect(at(played({ clientAuthentication: 'off' }), 'work:server:1').title).toContain('checks the seal');
  });

  it('tells the fault of the side that found it, without what becomes of the alert', () => {
    const told = at(played(untrusted), 'work:server:1');
    expect(told.title).toBe('The server does not know who issued this certificate');
    expect(textOf(told.gist)).toBe(
      'One of 8 checks of the chain of client.example fails, and one is enough: the server stops.',
    );
    expect(told.found?.title).toBe('What the server found');
    expect([told.otherSide, told.logs, told.conduct]).toEqual([undefined, undefined, undefined]);
    const signed = at(played(badSignature), 'work:server:2');
    expect(textOf(signed.gist)).toBe(
      'In the state WAIT_CV the server was waiting for CertificateVerify, and what came makes it stop.',
    );
    expect(signed.facts).toEqual([
      { name: 'State', value: 'WAIT_CV' },
      { name: 'Leads to', value: 'decrypt_error (51)' },
    ]);
  });

  it('tells each its own fault where both sides refuse', () => {
    const timeline = played({ mischief: [{ id: 'suites-stripped' }] });
    const failed = rowsOf(timeline).filter((row) => row.kind === 'work' && row.outcome === 'failed');
    expect(failed).toHaveLength(2);
    for (const row of failed) {
      const by = row.id.split(':')[1];
      expect(at(timeline, row.id).found?.title).toBe(`What the ${by} found`);
    }
  });
});

describe('keys', () => {
  it('say out of which secrets they come, for which direction', () => {
    const told = wordsOf(at(played(), 'keys:client:handshake:both'));
    expect(told).toContain('What it writes is sealed with a key out of client_handshake_traffic_secret');
    expect(told).toContain('what it reads is opened with a key out of server_handshake_traffic_secret');
    expect(told).toContain('AES-128-GCM, under keys from the key exchange in x25519');
    expect(told).toContain('EncryptedExtensions and all that follows');
    expect(told).toContain('The server holds the same keys, and yet no key was ever on the wire.');
  });

  it('say that the server could speak before it knows the client', () => {
    const told = wordsOf(at(played(), 'keys:server:application:write'));
    expect(told).toContain('has not heard the client’s and does not know who the client is');
  });

  it('say in TLS 1.2 what was not protected', () => {
    const told = wordsOf(at(played12(), 'keys:client:application:write'));
    expect(told).toContain('All before, certificates included, everybody could read.');
    expect(told).toContain('The key of 16 bytes and an IV of 4 bytes come from the key block');
    expect(told).not.toContain('handshake keys');
  });

  it('say that the two sides hold others, where somebody has meddled', () => {
    const timeline = played({ mischief: [{ id: 'suites-stripped' }] });
    expect(wordsOf(at(timeline, 'keys:client:handshake:both'))).toContain(
      'They are not the keys that the server holds.',
    );
  });

  it('tell new ones after a KeyUpdate', () => {
    const timeline = withKeyUpdates();
    const row = rowsOf(timeline).find(({ id }) => /^keys:.*:1$/.test(id));
    expect(wordsOf(at(timeline, row?.id ?? ''))).toContain('under new keys, number 2 in this connection');
  });
});

describe('milestones', () => {
  const told = (patch: Partial<Scenario>, id: string) => wordsOf(at(played(patch), id));

  it('say that in TLS 1.3 the client is connected before the server has judged', () => {
    expect(told({}, 'mark:client:connected')).toContain('before the server has judged its certificate');
    expect(told(nothingToShow, 'mark:client:connected')).toContain('judged a client without a certificate');
    expect(told({ clientAuthentication: 'off' }, 'mark:client:connected')).not.toContain('judged');
    expect(told({}, 'mark:server:connected')).toContain('client.example is at the other end');
  });

  it('say that in TLS 1.2 it is the other way round', () => {
    expect(told({ version: '1.2' }, 'mark:client:connected')).toContain('now that the server has judged everything');
    expect(told({ version: '1.2' }, 'mark:server:connected')).toContain('it is the server that is connected first');
  });

  it('tell a cut, and what was waited for', () => {
    const timeline = played12({ mischief: [{ id: 'connection-cut', at: 1 }] });
    const cut = wordsOf(at(timeline, 'mark:client:cut'));
    expect(cut).toContain('The connection ends while the client waits for ServerHello.');
    expect(wordsOf(at(truncated, 'mark:client:cut'))).toContain('although nobody has said close_notify');
  });

  it('tell what would have followed', () => {
    const timeline = played(untrusted);
    const ghost = at(timeline, 'ghost:server:application data');
    expect(ghost.title).toBe('No application data came');
    expect(wordsOf(ghost)).toContain('3 more steps would have followed.');
  });
});
