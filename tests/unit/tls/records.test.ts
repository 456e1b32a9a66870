// Records that hold nothing, and records whose content mischief has changed.

import { describe, expect, it } from 'vitest';
import { EMPTY, fromText } from '../../../src/bytes/index.ts';
import type { Insight, Version } from '../../../src/tls/index.ts';
import { faultIn, handshake, keysIn, recordWith } from './pair.ts';

const of = <K extends Insight['kind']>(insights: readonly Insight[], kind: K) =>
  insights.filter((insight): insight is Extract<Insight, { kind: K }> => insight.kind === kind);
const versions: readonly Version[] = ['1.3', '1.2'];
const ALERT = 21;

describe.each(versions)('a record without content, in TLS %s,', (version) => {
  const joined = handshake({ client: { versions: [version] }, server: { versions: [version] } });

  // RFC 9846 5.4: such a Handshake or Alert record ends the connection with unexpected_message.
  it('of an alert is refused', () => {
    const keys = keysIn(joined.insights.server, 'read');
    const turn = joined.server.fork().receive(recordWith({ keys }, EMPTY, ALERT));
    expect(faultIn(turn)).toMatchObject({ cause: 'empty-alert-fragment', alert: 'unexpected_message' });
  });

  it('of data is sent when there is nothing to say, and taken', () => {
    joined.play('client', joined.client.send(EMPTY));
    joined.play('client', joined.client.send(fromText('hello')));
    const received = of(joined.insights.server, 'data').map(({ bytes }) => bytes.length);
    expect(received).toEqual([0, 5]);
    expect(of(joined.insights.server, 'fault')).toEqual([]);
  });
});

describe('a record with other content than its messages', () => {
  it('is no part of any message', () => {
    const { insights } = handshake({
      client: {
        seams: { seal: (inner) => (inner.epoch === 'handshake' ? { ...inner, content: EMPTY } : inner) },
      },
    });
    const changed = of(insights.client, 'sealed').filter(({ record }) => record.epoch === 'handshake');
    expect(changed.map(({ record }) => record.parts)).toEqual(changed.map(() => []));
    expect(changed.length).toBeGreaterThan(0);
  });

  it('still is when only its keys or its type are others', () => {
    const { insights } = handshake({ client: { seams: { seal: (inner) => ({ ...inner, sequence: 7 }) } } });
    const certificate = of(insights.client, 'sealed').find(({ record }) => record.epoch === 'handshake');
    expect(certificate?.record.parts).toHaveLength(1);
  });
});
