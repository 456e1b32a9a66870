// Wires that misbehave: whatever is done to the records, the conversation ends and every moment finds its step.

import { describe, expect, it } from 'vitest';
import { type Cast, honestCast } from '../../../src/lab/cast.ts';
import { Conversation } from '../../../src/lab/conversation.ts';
import { defaultScenario } from '../../../src/lab/index.ts';
import { stepsOf } from '../../../src/lab/steps.ts';
import type { Tap } from '../../../src/lab/wire.ts';

function played(tap: Tap, change: Partial<Cast> = {}) {
  const { moments, ends } = Conversation.of({ ...honestCast(defaultScenario), ...change, tap }).toTheEnd();
  return { moments, ends, steps: stepsOf(moments) };
}

describe('a tapped wire', () => {
  it('makes the receiver refuse what follows a dropped record', () => {
    const { ends, steps, moments } = played((carriage) => [
      carriage.from === 'server' && carriage.ordinal === 0 ? { ...carriage, fate: 'dropped' } : carriage,
    ]);
    expect(steps[1]).toMatchObject({ name: 'ServerHello' });
    expect(steps[1]?.heard).toBeUndefined();
    expect(moments.find((moment) => moment.who === 'client' && moment.insight.kind === 'fault')).toMatchObject({
      insight: { cause: 'unexpected-record' },
    });
    expect(ends).toEqual({ client: { state: 'failed' }, server: { state: 'failed' } });
    expectAllOnce(moments.length, steps);
  });

  it('leaves both waiting when the first record is dropped', () => {
    const { ends, steps } = played((carriage) => [{ ...carriage, fate: 'dropped' }]);
    expect(ends).toEqual({ client: { state: 'waiting' }, server: { state: 'waiting' } });
    expect(steps.map(({ name }) => name)).toEqual(['ClientHello']);
  });

  it('makes the receiver refuse a record with one bit flipped, in the step of its message', () => {
    const { ends, steps, moments } = played((carriage) => {
      const bytes = carriage.bytes.slice();
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      return [
        carriage.from === 'server' && carriage.ordinal === 3 ? { ...carriage, bytes, fate: 'changed' } : carriage,
      ];
    });
    const certificate = steps.find(({ name, from }) => name === 'Certificate' && from === 'server');
    const fault = moments.find((moment) => moment.who === 'client' && moment.insight.kind === 'fault');
    expect(fault).toMatchObject({ insight: { cause: 'bad-record-mac', alert: 'bad_record_mac' } });
    expect(certificate?.moments).toContain(fault?.at);
    expect(ends).toEqual({ client: { state: 'failed' }, server: { state: 'failed' } });
    expectAllOnce(moments.length, steps);
  });

  it('gives what was injected to the step that it fell into', () => {
    const { steps, moments } = played((carriage) => {
      const { ordinal: _, ...copy } = carriage;
      return carriage.record === 0 ? [carriage, { ...copy, fate: 'injected' }] : [carriage];
    });
    expect(
      moments.filter((moment) => 'carriage' in moment).map((moment) => 'carriage' in moment && moment.carriage.record),
    ).toEqual(moments.filter((moment) => 'carriage' in moment).map((_, index) => index));
    expectAllOnce(moments.length, steps);
  });

  it('tells a side whose peer is gone without a word', () => {
    const lost: Tap = (carriage) => [
      carriage.from === 'client' && carriage.ordinal === 1 ? { ...carriage, fate: 'dropped' } : carriage,
    ];
    const { ends, moments, steps } = played(lost, { client: { ...honestCast(defaultScenario).client, anchors: [] } });
    expect(steps.at(-1)).toMatchObject({ name: 'alert unknown_ca', from: 'client' });
    expect(steps.at(-1)?.heard).toBeUndefined();
    const gone = moments.find((moment) => moment.who === 'server' && moment.insight.kind === 'closed');
    expect(gone).toMatchObject({ insight: { how: 'transport' } });
    expect(steps.at(-1)?.moments).toContain(gone?.at);
    expect(ends).toEqual({ client: { state: 'failed' }, server: { state: 'failed' } });
    expectAllOnce(moments.length, steps);
  });
});

function expectAllOnce(moments: number, steps: ReturnType<typeof stepsOf>): void {
  const all = steps.flatMap((step) => step.moments).sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: moments }, (_, index) => index));
}
