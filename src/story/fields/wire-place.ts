// From a byte of any layer to the byte on the wire that carries it. In a sealed record that is the byte of ciphertext at the same place.
// It must not know what the bytes mean.

import type { Carriage, Step, Timeline } from '../../lab/index.ts';
import { asArrived, type Layer } from './layers.ts';

/** A byte on the wire. */
export interface WirePlace {
  /** The record's number, both directions counted together. */
  readonly record: number;
  /** In the record, header included. */
  readonly offset: number;
  /** The layer of that record, as it was sent. */
  readonly layer: string;
}

/**
 * Where a layer's byte travels; undefined where it doesn't: what was never sent, or what was made of something that the wire changed.
 * In a record that arrived as long as it was sent, each byte is the one that was sent at its place.
 */
export function wirePlace(
  timeline: Timeline,
  step: Step,
  layers: readonly Layer[],
  id: string,
  offset: number,
): WirePlace | undefined {
  const layer = layers.find((each) => each.id === id);
  const sent = layers.find((each) => asArrived(each.id) === id);
  if (layer && sent?.id.startsWith('record') && sent.bytes.length === layer.bytes.length)
    return wirePlace(timeline, step, layers, sent.id, offset);
  if (!layer || sent) return undefined;
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
  return carriage && offset < layer.bytes.length ? { record: carriage.record, offset, layer: layer.id } : undefined;
}
