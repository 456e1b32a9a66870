// Runs as texts to take along: each is what its readers expect, and holds nothing that it shouldn't.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { toHex, toText } from '../../../src/bytes/index.ts';
import { keyLog } from '../../../src/lab/export/index.ts';
import { catalogue, defaultScenario, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import { play, run } from '../../../src/lab/run.ts';
import { scenarioPki } from '../../../src/lab/world.ts';
import {
  toCsv,
  toJson,
  toMarkdown,
  toMermaid,
  toPcapng,
  toPlantUml,
  toScript,
} from '../../../src/story/export/index.ts';
import { toModel } from '../../../src/story/index.ts';
import { played, untrusted, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const about = { run: 'A run, told', link: 'https://example.org/#1' };
const schema = JSON.parse(readFileSync(new URL('../../../docs/timeline.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({
  strict: true,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/ },
}).compile(schema);

const everything: readonly (readonly [string, Partial<Scenario>])[] = [
  ...variants,
  ...catalogue()
    .filter(({ expect: expected }) => expected['1.3'])
    .map(({ id }) => [id, { mischief: [{ id }] }] as const),
];

describe('the timeline as JSON', () => {
  it.each(everything)('is as its schema says: %s', (_, patch) => {
    const data = JSON.parse(toJson(played(patch), about));
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is refused by the schema when something is missing or unheard of', () => {
    const data = JSON.parse(toJson(played(), about));
    expect(validate({ ...data, more: 1 })).toBe(false);
    expect(validate({ ...data, version: 2 })).toBe(false);
    expect(validate({ ...data, steps: [{ ...data.steps[0], number: 0 }] })).toBe(false);
  });

  it('says why a side refuses, and what the wire did', () => {
    const events = JSON.parse(toJson(played(untrusted), about)).steps.flatMap(
      (step: { events: object[] }) => step.events,
    );
    expect(events).toContainEqual(
      expect.objectContaining({ who: 'server', kind: 'fault', what: 'untrusted-issuer', ok: false }),
    );
    const flipped = JSON.parse(
      toJson(played({ mischief: [{ id: 'flip', at: 0, params: { offset: 40, mask: 1 } }] }), about),
    );
    expect(flipped.records[0].fate).toBe('changed');
    expect(flipped.steps[0].interference).toBe('one bit flipped on the wire');
  });
});

describe('what leaves', () => {
  const values = (timeline: Timeline) =>
    timeline.moments.flatMap((moment) =>
      moment.who !== 'network' &&
      moment.insight.kind === 'secret' &&
      !['share', 'hmac'].includes(moment.insight.secret.kind)
        ? [toHex(moment.insight.secret.value)]
        : [],
    );

  it('has secrets in the key log and in the capture, and nowhere else', () => {
    const timeline = played();
    const secrets = values(timeline).filter((value) => keyLog(timeline).includes(value));
    expect(secrets.length).toBeGreaterThan(4);
    expect(toText(toPcapng(timeline, about))).toContain(secrets[0]);
    const texts = [
      toJson(timeline, about),
      toCsv(timeline, about),
      toMermaid(toModel(timeline, 0), about.run),
      toPlantUml(toModel(timeline, 0), about.run),
    ];
    for (const text of texts) for (const value of values(timeline)) expect(text).not.toContain(value);
  });

  it('has no private key but in the script, and there only those of the demo', () => {
    const timeline = played();
    const script = toScript(timeline, about);
    expect(script.ok && script.text.match(/BEGIN PRIVATE KEY/g)).toHaveLength(2);
    const { client, server } = scenarioPki('P-256');
    const own = { client: { shows: [client] }, server: { shows: [server] } };
    const brought = play(defaultScenario, own);
    const named = toScript(brought, about, own);
    expect(named).toMatchObject({ ok: true });
    if (named.ok) {
      expect(named.text).not.toContain('PRIVATE KEY');
      expect(named.text).toContain('There is no client.key here');
      for (const { der } of client.chain)
        expect(named.text).not.toContain(btoa(String.fromCharCode(...der)).slice(0, 40));
    }
    expect(JSON.parse(toJson(brought, about)).certificates).toBe('own');
  });
});

describe('the key log', () => {
  it('has the labels of both versions', () => {
    const labels = (patch: Partial<Scenario>) =>
      keyLog(played(patch))
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]);
    expect(labels({})).toEqual([
      'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
      'SERVER_HANDSHAKE_TRAFFIC_SECRET',
      'CLIENT_TRAFFIC_SECRET_0',
      'SERVER_TRAFFIC_SECRET_0',
      'EXPORTER_SECRET',
    ]);
    expect(labels({ version: '1.2' })).toEqual(['CLIENT_RANDOM']);
  });
});

describe('the comments of a capture', () => {
  const text = (patch: Partial<Scenario>) => toText(toPcapng(played(patch), about));

  it('name the steps of each record', () => {
    expect(text({ coalesced: true })).toContain(
      'Step 3: EncryptedExtensions, step 4: CertificateRequest, step 5: Certificate (server), step 6: CertificateVerify (server) and step 7: Finished (server).',
    );
  });

  it('say what the wire changed, dropped and put in', () => {
    expect(text({ mischief: [{ id: 'flip', at: 0, params: { offset: 40, mask: 1 } }] })).toContain(
      'Step 1: ClientHello. One bit flipped on the wire.',
    );
    expect(text({ mischief: [{ id: 'record-dropped' }] })).toMatch(
      /After this, a record of the \w+ was lost on the wire, and is in no packet: step \d+: /,
    );
    expect(text({ mischief: [{ id: 'replayed-record' }] })).toContain('Put on the wire by somebody else');
  });
});

describe('the picture as text', () => {
  it.each([
    ['Mermaid', (patch: Partial<Scenario>, cursor: number) => toMermaid(toModel(played(patch), cursor), 'x')],
    ['PlantUML', (patch: Partial<Scenario>, cursor: number) => toPlantUml(toModel(played(patch), cursor), 'x')],
  ])('goes as far as the playhead: %s', (_, write) => {
    expect(write({}, 3)).toContain('EncryptedExtensions');
    expect(write({}, 3)).not.toContain('CertificateRequest');
    expect(write({}, 0)).toContain('close_notify');
  });

  it('has signs that mean something written by their numbers', () => {
    const model = toModel(played(), 0);
    const row = {
      id: 'x',
      kind: 'mark',
      at: 'left',
      step: 1,
      text: 'the end; <b> #1 %%\n//x//',
      tone: 'good',
    } as const;
    const odd = { ...model, rows: [row], bands: [] };
    expect(toMermaid(odd, 'a "b": c')).toContain('the #101;nd#59; #60;b#62; #35;1 #37;#37; //x//');
    expect(toMermaid(odd, 'a "b": c')).toContain('title: "a \\"b\\": c"');
    expect(toPlantUml(odd, 'x')).toContain(
      'the end<U+003B> <U+003C>b<U+003E> <U+0023>1 <U+0025><U+0025> <U+002F>/x<U+002F>/',
    );
  });
});

describe('the table', () => {
  it('has a line for each step, and takes nothing for a formula', () => {
    const timeline = run({ ...defaultScenario, ...untrusted });
    const [head, ...lines] = toCsv(timeline, about).trimEnd().split('\r\n');
    expect(head).toBe(
      'step,kind,name,from,phase,protection,read,message_bytes,records,record_bytes,caption,interference,refusal',
    );
    expect(lines).toHaveLength(timeline.steps.length);
    expect(lines[3]).toBe(
      '4,message,CertificateRequest,server,server authentication,handshake,true,102,4,124,required: from Countersign Client Root,,',
    );
    const named = { ...timeline, steps: timeline.steps.map((step) => ({ ...step, name: '=1+1' })) };
    expect(toCsv(named, about)).toContain("1,message,'=1+1,client");
  });
});

describe('the document', () => {
  it('explains each step, with its links and the picture', () => {
    const timeline = played(untrusted);
    const told = timeline.steps.map(({ number }) => ({ number, narration: narrated(timeline, number) }));
    const text = toMarkdown(toModel(timeline, 0), told, about);
    expect(text.match(/^## \d+\. /gm)).toHaveLength(timeline.steps.length);
    expect(text).toContain('```mermaid\n---');
    expect(text).toContain('<https://example.org/#1>');
    expect(text).toMatch(/\[RFC 9846, 4\.2\.2\]\(https:\/\/www\.rfc-editor\.org/);
    expect(text).toContain('Stranger Root CA');
  });
});
