// From a byte of any layer to the byte on the wire that carries it. In a sealed record that is the byte of ciphertext at the same place.
// It must not know what the bytes mean.

import type { Carriage, Step, Timeline } from '../../lab/index.ts';
import type { Layer } from './layers.ts';

/** A byte on the wire. */
export interface WirePlace {
  /** The record's number, both directions counted together. */
  readonly record: number;
  /** In the record, header included. */
  readonly offset: number;
}

/** Where a layer's byte travels; undefined where it doesn't: what the wire made of it, or what was never sent. */
export function wirePlace(
  timeline: Timeline,
  step: Step,
  layers: readonly Layer[],
  id: string,
  offset: number,
): WirePlace | undefined {
  const layer = layers.find((each) => each.id === id);
  if (!layer || id.endsWith(':arrived')) return undefined;
  if (layer.from.length === 0) return onWire(timeline, step, layer, offset);
  let passed = 0;
  for (const { layer: outer, start, end } of layer.from) {
    if (offset < passed + end - start) return wirePlace(timeline, step, layers, outer, start + offset - passed);
    passed += end - start;
  }
  return undefined;
}

function onWire({ moments }: Timeline, { from }: Step, layer: Layer, offset: number): WirePlace | undefined {
  const sealed = moments.find(
    (moment) => moment.who === from && moment.insight.kind === 'sealed' && moment.insight.record.bytes === layer.bytes,
  );
  if (!sealed || sealed.who === 'network' || sealed.insight.kind !== 'sealed') return undefined;
  const { ordinal } = sealed.insight.record;
  const carried = moments.flatMap((moment): Carriage[] => ('carriage' in moment ? [moment.carriage] : []));
  const carriage = carried.find((each) => each.from === from && each.ordinal === ordinal);
  return carriage && offset < layer.bytes.length ? { record: carriage.record, offset } : undefined;
}
