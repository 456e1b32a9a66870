// What really flows on both sides of a proxy: who is named to the server behind, what the client reads, and when nothing is opened.

import { describe, expect, test } from 'vitest';
import { fromText, toText } from '../../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { defaultScenario, run, supply, type Timeline } from '../../../src/lab/index.ts';
import { manners } from '../../../src/lab/manners/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { backOf, frontOf, headerOf, proxied, type Way, ways } from '../../../src/lab/proxied/index.ts';
import { type Identity, mint, type Template } from '../../../src/pki/index.ts';
import type { Role } from '../../../src/tls/index.ts';

await supply();

const versions = ['1.3', '1.2'] as const;

function read({ moments }: Timeline, who: Role): string {
  return moments
    .flatMap((moment) =>
      moment.who === who && moment.insight.kind === 'data' && moment.insight.direction === 'received'
        ? [toText(moment.insight.bytes)]
        : [],
    )
    .join('');
}

const inVersion = (version: (typeof versions)[number], way: Way) => proxied({ ...defaultScenario, version }, way);

/** What the client reads at last, and whom the server behind holds to be connected. */
const ends: Readonly<Record<Exclude<Way, 'pass-through'>, readonly [read: string, peer: RegExp | null | undefined]>> = {
  nothing: ['Hello, whoever you are. Nobody was authenticated.', null],
  refused: ['HTTP/1.1 502 Bad Gateway', undefined],
  answered: ['No required SSL certificate was sent', undefined],
  rejected: ['The SSL certificate error', undefined],
  certificate: ['Hello, CN=proxy.example, O=Countersign Demo. Your certificate', /^CN=proxy\.example/],
  header: ['Hello, CN=client.example, O=Countersign Demo. The header Client-Cert says so.', /^CN=proxy\.example/],
  forged: ['Hello, CN=client.example, O=Countersign Demo. The header Client-Cert says so.', /^CN=proxy\.example/],
  stripped: ['Hello, whoever you are.', /^CN=proxy\.example/],
};

describe.each(versions)('through a proxy in TLS %s', (version) => {
  test.each(Object.entries(ends))('%s', (way, [says, peer]) => {
    const { front, back } = inVersion(version, way as Way);
    expect(read(front, 'client')).toContain(says);
    if (peer === null) expect(back?.ends.server.facts?.peer).toBeNull();
    else if (peer) expect(back?.ends.server.facts?.peer).toMatch(peer);
    else expect(back?.ends.server.facts).toBeUndefined();
    expect(back === undefined).toBe(way === 'answered' || way === 'rejected');
  });

  test('what the client reads is what the server behind has said', () => {
    for (const way of ['nothing', 'certificate', 'header', 'forged', 'stripped'] as const) {
      const { front, back } = inVersion(version, way);
      expect(back && read(back, 'client')).toBe(read(front, 'client'));
    }
  });

  test('what the server behind reads is what the proxy has read, and the header only where it is said', () => {
    for (const way of ways) {
      const { front, back, request } = inVersion(version, way);
      if (!back || !request) continue;
      expect(toText(request.read)).toBe(read(front, 'server'));
      // Who refuses does not read.
      expect(read(back, 'server')).toBe(way === 'refused' ? '' : toText(request.sent));
      const header = headerOf(request.sent);
      expect(header !== undefined).toBe(way === 'header' || way === 'forged');
      if (header) expect(header).toMatch(/^:[A-Za-z0-9+/]+=*:$/);
    }
  });

  test('a client that names itself has shown nothing, and is believed unless that is taken out', () => {
    const { front, request } = inVersion(version, 'forged');
    expect(front.ends.server.facts?.peer).toBeNull();
    expect(headerOf(request?.read ?? fromText(''))).toBe(headerOf(request?.sent ?? fromText('')));
    const { request: other } = inVersion(version, 'stripped');
    expect(headerOf(other?.read ?? fromText(''))).toBeDefined();
    expect(headerOf(other?.sent ?? fromText(''))).toBeUndefined();
  });

  test('a certificate that does not hold is found out, and refused in HTTP only', () => {
    const { front } = inVersion(version, 'rejected');
    const verdicts = front.moments.flatMap((moment) =>
      moment.who === 'server' && moment.insight.kind === 'verdict' ? [moment.insight.verdict.ok] : [],
    );
    expect(verdicts).toEqual([false]);
    expect(front.ends.server.facts?.peer).toBeNull();
    expect(front.steps.some(({ name }) => name.includes('unknown_ca'))).toBe(false);
  });

  test('where the front refuses, nothing is opened behind', () => {
    const scenario = { ...defaultScenario, version, mischief: [{ id: 'untrusted-ca' }] };
    expect(proxied(scenario, 'nothing').back).toBeUndefined();
    expect(proxied(scenario, 'header').back).toBeUndefined();
  });

  test('both handshakes are those that a link to each plays', () => {
    const wire = ({ moments, steps }: Timeline) => {
      const data = steps.find(({ kind }) => kind === 'data')?.said ?? moments.length;
      return moments.slice(0, data).flatMap((moment) => ('carriage' in moment ? [...moment.carriage.bytes] : []));
    };
    const scenario = { ...defaultScenario, version };
    for (const way of ['nothing', 'refused'] as const) {
      const { front, back } = proxied(scenario, way);
      expect(wire(front)).toEqual(wire(run(frontOf(scenario, way))));
      const behind = backOf(scenario, way);
      expect(back && wire(back)).toEqual(behind && wire(run(behind)));
      expect(wire(front).length).toBeGreaterThan(1000);
    }
  });
});

describe('with certificates that somebody brought', () => {
  const env = seededEnv('proxied', 0);
  const { at } = defaultScenario;
  const identity = (template: Partial<Template>, issuer?: Identity): Identity => {
    const key = generateKey('P-256', env);
    const by = issuer ? { certificate: issuer.chain[0], key: issuer.key } : { key };
    const dates = { notBefore: at - 86_400_000, notAfter: at + 86_400_000 };
    return { chain: [mint({ subject: 'somebody', ...dates, ...template }, publicOf(key), by, env)], key };
  };
  const root = identity({ subject: 'Own Root', ca: {} });
  const stranger = identity({ subject: 'Other Root', ca: {} });
  const leaf = identity({ subject: 'own client', extendedKeyUsage: ['clientAuth'] }, root);
  const host = identity({ subject: 'own server', subjectAltNames: ['own.example'] }, root);
  const own: Own = {
    client: { shows: [leaf], trusts: root.chain },
    server: { shows: [host], trusts: root.chain },
  };
  const scenario = { ...defaultScenario, name: 'own.example' };
  const peerOf = (timeline: Timeline | undefined) => timeline?.ends.server.facts?.peer;

  test('the connection in front is made with them, and the one behind with the demo’s', () => {
    for (const way of ['nothing', 'certificate', 'header'] as const) {
      const { own: used, front, back, request } = proxied(scenario, way, own);
      expect(used).toBe('both');
      expect(peerOf(front)).toBe('CN=own client');
      expect(back?.ends.client.facts).toBeDefined();
      expect(back?.circumstances.brought ?? new Set()).toEqual(new Set());
      if (way === 'header') expect(headerOf(request?.sent ?? fromText(''))).toBeDefined();
    }
    expect(read(proxied(scenario, 'header', own).front, 'client')).toContain('Hello, CN=own client. The header');
    expect(peerOf(proxied(scenario, 'pass-through', own).front)).toBe('CN=own client');
  });

  test('where the client has none to show, or not its own, the proxy has them', () => {
    for (const way of ['answered', 'rejected', 'stripped'] as const) {
      const { own: used, front } = proxied(scenario, way, own);
      expect(used).toBe('proxy');
      expect(peerOf(front)).toBeNull();
    }
  });

  test('the demo’s take their place where a key is missing', () => {
    const { own: used, front } = proxied({ ...defaultScenario }, 'nothing', {
      ...own,
      client: { shows: [{ chain: leaf.chain }] },
    });
    expect(used).toBeUndefined();
    expect(peerOf(front)).toContain('client.example');
  });

  test('what the proxy refuses, by alert or by page, goes no further', () => {
    const refusing = { ...own, server: { ...own.server, trusts: stranger.chain } };
    expect(proxied(scenario, 'nothing', refusing).back).toBeUndefined();
    const { front, back } = proxied(scenario, 'nothing', {
      ...refusing,
      client: { ...own.client },
      server: { ...refusing.server, manner: manners.nginx },
    });
    expect(back).toBeUndefined();
    expect(read(front, 'client')).toContain('400 Bad Request');
  });
});
