import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import { sha256 } from '../../../src/crypto/index.ts';
import type { Scenario, Timeline } from '../../../src/lab/index.ts';
import { catalogue, defaultScenario, run, staged } from '../../../src/lab/index.ts';
import { certificatesFromPem } from '../../../src/pki/index.ts';
import { accountOf, allOf } from '../../../src/story/account.ts';
import { type Card, certificatesAt, isDemo, type Presentation, pemOf } from '../../../src/story/certificates/index.ts';
import { toLayers } from '../../../src/story/fields/index.ts';
import { textOf } from '../../../src/story/index.ts';
import {
  badSignature,
  lapsed,
  nothingToShow,
  played,
  played12,
  staticRsa,
  stepOf,
  untrusted,
  variants,
} from './runs.ts';

const end = Number.POSITIVE_INFINITY;

describe('certificates as they are shown', () => {
  const timeline = played();

  it('begin with who will show what, and whom each side trusts', () => {
    const { presentations, stores } = certificatesAt(timeline, 0);
    expect(presentations.map(leadText)).toEqual([
      'Nothing is shown yet. A server always has to show who it is. It can show one for api.example.',
      'Nothing is shown yet. A client shows a certificate only when it is asked: this server will ask, and insist. It can show one for client.example.',
    ]);
    expect(presentations.flatMap(({ chain }) => chain)).toEqual([]);
    expect(stores.map(({ title, anchors }) => [title, anchors.map((anchor) => anchor.title)])).toEqual([
      ['The client trusts', ['Countersign Server Root']],
      ['The server trusts', ['Countersign Client Root']],
    ]);
  });

  it('appear with their message, and the question before them', () => {
    const asked = of(timeline, 'client', stepOf(timeline, 'CertificateRequest', 'server'));
    expect(leadText(asked)).toContain('names Countersign Client Root: a hint');
    expect(asked.step).toBeUndefined();
    const number = stepOf(timeline, 'Certificate', 'client');
    expect(of(timeline, 'client', number)).toMatchObject({ step: number, verdict: { outcome: 'good' } });
  });

  it('have the path to the root that was not sent, and every check', () => {
    for (const [version, run] of [['1.3', timeline] as const, ['1.2', played12()] as const]) {
      const { chain, verdict } = of(run, 'server', end);
      expect(chain.map(({ title, place }) => [title, place])).toEqual([
        ['api.example', 'the server’s own'],
        ['Countersign Server Issuing CA', 'vouches for the one above'],
        ['Countersign Server Root', 'root, from what the client trusts; it was not sent'],
      ]);
      expect(verdict?.tally, version).toBe('30 checks: all passed.');
      expect(chain.map(({ layer }) => layer)).toEqual(['certificate:0', 'certificate:1', undefined]);
    }
  });

  it('lead to their bytes, and are copied whole', () => {
    const { chain, step: number = 0 } = of(timeline, 'client', end);
    const step = timeline.steps[number - 1];
    const layers = step ? toLayers(timeline, step) : [];
    for (const { layer, der, facts } of chain.slice(0, 2)) {
      const bytes = layers.find(({ id }) => id === layer)?.bytes;
      expect(der).toEqual(bytes);
      expect(facts.at(-1)?.value).toBe(bytes && toHex(sha256.digest(bytes), ':'));
    }
  });

  it('say that nobody should trust them, wherever they are copied', () => {
    const { presentations, stores } = certificatesAt(timeline, end);
    const cards = [...presentations.flatMap(({ chain }) => chain), ...stores.flatMap(({ anchors }) => anchors)];
    expect(cards.length).toBeGreaterThan(6);
    for (const { der = new Uint8Array() } of cards) {
      const pem = pemOf(der, timeline.circumstances);
      expect(isDemo(der, timeline.circumstances)).toBe(true);
      expect(pem).toMatch(/^# .*private key .*public.*never trust.*\n-----BEGIN CERTIFICATE-----\n/i);
      expect(certificatesFromPem(pem)[0]?.der).toEqual(der);
    }
  });

  it('say what stands in them', () => {
    const [leaf, issuer, root] = of(timeline, 'client', end).chain;
    expect(factsOf(leaf)).toMatchObject({
      'Belongs to': 'CN=client.example, O=Countersign Demo',
      'Stands for': 'client.example (dNSName)',
      'Issued by': 'CN=Countersign Client Issuing CA, O=Countersign Demo',
      Valid: 'from 24 October 2026 to 23 November 2027',
      Key: 'ECDSA on P-256, 256 bits',
      'Made for': 'clients (clientAuth)',
      CA: 'no, it may not issue certificates',
    });
    expect(factsOf(issuer)).toMatchObject({ CA: 'yes, but it may issue to no further CA' });
    expect(root?.issued).toBe('issued by itself');
    expect(factsOf(of(played({ keys: 'RSA' }), 'client', end).chain[0])).toMatchObject({ Key: 'RSA, 2048 bits' });
  });

  it('come with the reason for showing them', () => {
    expect(of(timeline, 'client', end).motive).toMatchObject({
      title: 'Why the client shows this one',
      facts: [
        { name: 'Chosen', value: 'CN=client.example, O=Countersign Demo' },
        { name: 'Out of', value: 'no others: it is the only one it has' },
        { name: 'The server named', value: 'Countersign Client Root' },
      ],
    });
    expect(of(played(nothingToShow), 'client', end).motive).toMatchObject({
      title: 'Why the client shows none',
      reason: 'There is no certificate to choose from.',
    });
  });
});

describe('what becomes of certificates', () => {
  it('gives no verdict away before it was made', () => {
    const timeline = played(untrusted);
    const early = of(timeline, 'client', timeline.steps.length - 1);
    expect(early.verdict).toMatchObject({ outcome: 'open' });
    expect(early.deadEnd).toBeUndefined();
    expect(early.chain.flatMap(({ checks }) => checks)).toEqual([]);
  });

  it('puts what was refused first, with the check that failed at its head', () => {
    const [first] = certificatesAt(played(untrusted), end).presentations;
    expect(first?.of).toBe('client');
    expect(first?.verdict).toMatchObject({ outcome: 'bad' });
    expect(first?.deadEnd).toBe('From here no way leads to anybody whom the server trusts.');
    expect(first?.chain[0]?.checks[0]).toMatchObject({ outcome: 'failed', name: 'End of the chain' });
    expect(first?.motive?.reason).toContain('it is shown whichever authorities the peer names');
    expect(first?.motive?.note).toBe('This one leads to none of the CAs that the server named.');
  });

  it('shows a warning as a warning, before what passed, and takes the chain all the same', () => {
    const { verdict, proof, chain } = of(lapsed, 'server', end);
    expect(verdict).toMatchObject({ outcome: 'good', tally: '30 checks: 1 warning, 29 passed.' });
    expect(proof?.outcome).toBe('good');
    expect(chain.map(({ tally }) => tally)).toEqual(['10 checks', '10 checks, 1 warning', '10 checks']);
    expect(chain[1]?.checks.map(({ outcome }) => outcome).slice(0, 2)).toEqual(['warned', 'passed']);
    expect(chain[1]?.checks[0]).toMatchObject({
      name: 'Form',
      reason: expect.stringContaining('no reason to refuse'),
      profile: 'asked of whoever issues certificates',
      reference: { text: 'RFC 5280, 4.2.1.2' },
    });
  });

  it('tells what has expired, and since when', () => {
    const [card] = of(broken('client-expired'), 'client', end).chain;
    expect(card?.valid).toBe('expired 1 day ago, on 22 November 2026');
    expect(card?.checks.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
      { name: 'Time of validity', reference: { text: 'RFC 5280, 4.1.2.5' } },
    ]);
  });

  it('says that a CA was passed over only where none was needed', () => {
    const { motive } = of(broken('client-expired'), 'client', end);
    expect(motive?.reason).toContain('whichever authorities the peer names');
    expect(motive?.note).toBeUndefined();
    expect(of(played(), 'client', end).motive?.reason).toContain('its chain leads to an authority that the peer named');
  });

  it.each(['client-missing-intermediate', 'client-self-signed', 'client-bad-issuer-signature'])(
    'counts no path twice: %s',
    (id) => expect(of(broken(id), 'client', end).verdict?.tally).toMatch(/^\d+ checks: 1 failed, \d+ passed\.$/),
  );

  it('tells what is not valid yet', () => {
    const [card] = of(broken('client-not-yet-valid'), 'client', end).chain;
    expect(card?.valid).toBe('not valid yet: in 1 day, from 24 November 2026 on');
  });

  it('sorts what was sent in the wrong order', () => {
    const { chain } = of(broken('client-wrong-order'), 'client', end);
    expect(chain.map(({ title }) => title)).toEqual([
      'client.example',
      'Countersign Client Issuing CA',
      'Countersign Client Root',
    ]);
    expect(chain.map(({ place }) => place)).toEqual([
      'the client’s own',
      'vouches for the one above; sent as number 3',
      'root, which the server trusts already; sent as number 2',
    ]);
  });

  it('shows bytes that are no certificate as such', () => {
    const { chain, verdict } = of(broken('client-not-der'), 'client', end);
    expect(chain[0]).toMatchObject({ title: 'A certificate that can’t be read', layer: 'certificate:0' });
    expect(chain[0]?.der).toBeUndefined();
    expect(textOf(verdict?.text ?? [])).toMatch(/^The server refuses it\. The client’s certificate is not a readable/);
  });

  it('tells an empty list that is taken from one that is not', () => {
    const asked: Partial<Scenario> = { clientAuthentication: 'asked', ...nothingToShow };
    expect(of(played(asked), 'client', end).verdict?.outcome).toBe('open');
    expect(of(played(nothingToShow), 'client', end).verdict?.outcome).toBe('bad');
    expect(of(played12(nothingToShow), 'client', end).verdict?.outcome).toBe('bad');
  });

  it('tells a good certificate from a proof', () => {
    const { verdict, proof } = of(played(badSignature), 'client', end);
    expect([verdict?.outcome, proof?.outcome]).toEqual(['good', 'bad']);
    const silent = played12(staticRsa);
    const judged = stepOf(silent, 'Certificate', 'server');
    expect(of(silent, 'server', judged).proof?.text).toContain('only its Finished will show');
    expect(of(silent, 'server', end).proof?.outcome).toBe('good');
  });

  it('has nothing to say of a client that nobody asks', () => {
    const timeline = played({ clientAuthentication: 'off' });
    expect(leadText(of(timeline, 'client', end))).toContain('nobody asks the client');
    expect(certificatesAt(timeline, end).stores[1]?.note).toContain('needs none of these');
  });
});

describe('in any run', () => {
  const broken = catalogue().flatMap((entry) => [
    staged(entry, defaultScenario),
    staged(entry, { ...defaultScenario, version: '1.2' }),
  ]);
  const scenarios = [...variants.map(([, patch]) => ({ ...defaultScenario, ...patch })), ...broken];

  it.each(scenarios.map((scenario) => [titleOf(scenario), scenario] as const))(
    'every check is there, in English: %s',
    (_, scenario) => {
      const timeline = run(scenario);
      for (const cursor of [0, ...timeline.steps.map(({ number }) => number)]) {
        const view = certificatesAt(timeline, cursor);
        for (const text of textsOf(view))
          expect(text).not.toMatch(/undefined|null|NaN|\[object|!|—|\*\*|`| {2}|\bsimply\b/i);
      }
      for (const { of: who, chain, verdict, motive } of certificatesAt(timeline, end).presentations) {
        if (chain.length < 2) expect(verdict?.tally ?? '').not.toContain('paths');
        const named = motive?.facts.some(({ name, value }) => name === 'The server named' && !/^nobody/.test(value));
        if (named) expect(motive?.reason).not.toContain('any authority will do');
        const told = accountOf(timeline).filter((each) => each.who !== who);
        const made = allOf(told, 'verdict')[0]?.verdict.checks.length ?? 0;
        expect(chain.flatMap(({ checks }) => checks)).toHaveLength(made);
        expect(new Set(chain.map(({ id }) => id)).size).toBe(chain.length);
      }
    },
  );
});

it.each(['1.3', '1.2'] as const)('a client that passes over the names of the server says so in TLS %s', (version) => {
  const told = accountOf(run({ ...defaultScenario, version, ...untrusted }));
  const mine = told.filter(({ who }) => who === 'client');
  const choice = allOf(mine, 'chose').find(({ what }) => what === 'certificate');
  expect(choice?.reason).toMatchObject({ what: 'signs', authorities: 'unheeded' });
});

it('what each side was told before it started comes with the run', () => {
  const { client, server } = played(untrusted).circumstances.trust;
  expect(client.chains[0]?.[0]?.issuer.commonName).toBe('Stranger Root CA');
  expect(client.heedsAuthorities).toBe(false);
  expect(server.anchors.map(({ subject }) => subject.commonName)).toEqual(['Countersign Client Root']);
});

function of(timeline: Timeline, who: 'client' | 'server', cursor: number): Presentation {
  const found = certificatesAt(timeline, cursor).presentations.find((each) => each.of === who);
  if (!found) throw new Error(`nothing of the ${who}`);
  return found;
}

function broken(id: string): Timeline {
  return played({ mischief: [{ id }] });
}

function leadText({ lead }: Presentation): string {
  return lead.map(textOf).join(' ');
}

function factsOf(card: Card | undefined): Record<string, string> {
  return Object.fromEntries((card?.facts ?? []).map(({ name, value }) => [name, value]));
}

function titleOf({ version, mischief, ...choices }: Scenario): string {
  return `${version} ${mischief.map(({ id }) => id).join()} ${choices.keys} ${choices.clientAuthentication}`;
}

function textsOf({ presentations, stores }: ReturnType<typeof certificatesAt>): readonly string[] {
  const cards = [...presentations.flatMap(({ chain }) => chain), ...stores.flatMap(({ anchors }) => anchors)];
  return [
    ...presentations.flatMap((each) => [
      leadText(each),
      textOf(each.verdict?.text ?? []),
      each.verdict?.tally ?? '',
      each.proof?.text ?? '',
      each.deadEnd ?? '',
      each.motive?.reason ?? '',
      each.motive?.note ?? '',
      ...(each.motive?.facts ?? []).flatMap(({ name, value }) => [name, value]),
    ]),
    ...stores.flatMap(({ title, note }) => [title, note]),
    ...cards.flatMap(({ title, place, issued, valid, facts, tally = '' }) => [
      title,
      place,
      issued,
      valid,
      tally,
      ...facts.flatMap(({ name, value }) => [name, value]),
    ]),
  ];
}
