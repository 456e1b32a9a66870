import { describe, expect, it } from 'vitest';
import { walk } from '../../../src/bytes/index.ts';
import { explainField, toLayers, wirePlace } from '../../../src/story/fields/index.ts';
import { extensionTypes } from '../../../src/tls/index.ts';
import { encodeMessage } from '../../../src/tls/wire/message.ts';
import { played, untrusted, variants, withMoments } from './runs.ts';

describe.each(variants)('the bytes of a run: %s', (_, patch) => {
  const timeline = played(patch);
  const layers = timeline.steps.flatMap((step) => toLayers(timeline, step));

  it('have words for every field', () => {
    const silent = layers.flatMap(({ field, realm }) =>
      [...walk(field)].map(({ path }) => path).filter((path) => explainField(path, realm) === undefined),
    );
    expect(silent.map((path) => path.join('.'))).toEqual([]);
  });

  it('are covered by their fields', () => {
    for (const { field, bytes } of layers) expect([field.start, field.end]).toEqual([0, bytes.length]);
  });

  it('come from where they say', () => {
    for (const step of timeline.steps) {
      const own = toLayers(timeline, step);
      for (const { id, bytes, from } of own) {
        if (id.startsWith('record') || id.startsWith('plaintext')) continue;
        const pieces = from.flatMap(({ layer, start, end }) => [
          ...(own.find((each) => each.id === layer)?.bytes.subarray(start, end) ?? []),
        ]);
        expect(pieces).toEqual([...bytes]);
      }
    }
  });
});

describe('layers', () => {
  it('go from the record down to the certificates', () => {
    const timeline = played();
    const step = timeline.steps.find(({ name }) => name === 'Certificate');
    if (!step) throw new Error('there is a Certificate');
    expect(toLayers(timeline, step).map(({ id, title }) => [id, title])).toEqual([
      ['record:0', 'Record'],
      ['plaintext:0', 'Plaintext'],
      ['message', 'Certificate'],
      ['certificate:0', 'X.509: api.example'],
      ['certificate:1', 'X.509: Countersign Server Issuing CA'],
    ]);
  });

  it('show what arrived beside what was sent, where the wire changed it', () => {
    const timeline = withMoments(played(), (moment) => {
      if (moment.who !== 'network' || !('carriage' in moment) || moment.carriage.record !== 0) return moment;
      const bytes = moment.carriage.bytes.map((byte, index) => (index === 30 ? byte ^ 1 : byte));
      return { ...moment, carriage: { ...moment.carriage, fate: 'changed', bytes } };
    });
    const [first] = timeline.steps;
    if (!first) throw new Error('there is no step');
    const layers = toLayers(timeline, first);
    expect(layers.map(({ id, altered }) => [id, altered])).toEqual([
      ['record:0', undefined],
      ['record:0:arrived', 30],
      ['message', undefined],
    ]);
    const place = { record: 0, offset: 30, layer: 'record:0' };
    expect(wirePlace(timeline, first, layers, 'record:0:arrived', 30)).toEqual(place);
    expect(wirePlace(timeline, first, layers, 'message', 25)).toEqual(place);
  });

  it.each([0, 3])('have the fields of a record even where the wire changed its header, at byte %i', (at) => {
    const timeline = withMoments(played(), (moment) => {
      if (moment.who !== 'network' || !('carriage' in moment) || moment.carriage.record !== 0) return moment;
      const bytes = moment.carriage.bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
      return { ...moment, carriage: { ...moment.carriage, fate: 'changed', bytes } };
    });
    const [first] = timeline.steps;
    if (!first) throw new Error('there is no step');
    const arrived = toLayers(timeline, first).find(({ id }) => id === 'record:0:arrived');
    expect(arrived?.field.children.map(({ name }) => name)).toEqual(['type', 'legacy_record_version', 'fragment']);
  });

  it('hold no plaintext that no endpoint told of', () => {
    const timeline = withMoments(played(untrusted), (moment) => {
      if (moment.who === 'network' || moment.insight.kind !== 'sealed') return moment;
      const { protection: _, ...record } = moment.insight.record;
      return { ...moment, insight: { ...moment.insight, record } };
    });
    const all = timeline.steps.flatMap((step) => toLayers(timeline, step));
    expect(all.some(({ id }) => id.startsWith('plaintext'))).toBe(false);
  });
});

describe('explanations', () => {
  const say = (path: string, realm?: 'tls' | 'x509') => explainField(path.split(' '), realm)?.text;

  it('prefer the words for the longest end of a path', () => {
    expect(say('HelloRetryRequest random')).not.toBe(say('ServerHello random'));
    expect(say('TLSPlaintext type')).not.toBe(say('TLSInnerPlaintext type'));
    expect(say('ClientHello cipher_suites [2]')).not.toBe(say('ClientHello cipher_suites'));
  });

  it('tell a Certificate message from an X.509 certificate', () => {
    expect(say('Certificate', 'x509')).not.toBe(say('Certificate', 'tls'));
    expect(say('Certificate tbsCertificate version')).toBe(say('Certificate tbsCertificate version', 'x509'));
    expect(say('Certificate tbsCertificate version')).toBeDefined();
  });

  it('know every extension of the registry, and admit what they do not know', () => {
    for (const name of Object.keys(extensionTypes.codes)) {
      expect(say(`ClientHello extensions ${name}`)).not.toContain('does not explain');
    }
    expect(say('ClientHello extensions extension_17513')).toContain('does not explain');
    expect(say('nonsense')).toBeUndefined();
  });

  it('cover the messages that no run of the first page has', () => {
    const ticket = {
      ticket_lifetime: 1,
      ticket_age_add: 2,
      ticket_nonce: Uint8Array.of(1),
      ticket: Uint8Array.of(1),
      extensions: [],
    };
    const messages = [
      encodeMessage({ name: 'NewSessionTicket', body: ticket }),
      encodeMessage({ name: 'KeyUpdate', body: { request_update: 1 } }),
      encodeMessage({ name: 'Unknown', type: 99, body: Uint8Array.of(1) }),
    ];
    for (const { field } of messages) {
      for (const { path } of walk(field)) expect(explainField(path), path.join('.')).toBeDefined();
    }
  });
});
