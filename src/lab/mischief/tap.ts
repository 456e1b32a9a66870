// Taps: what somebody on the wire does to records. Whoever sits there sees bytes only. It must not know single entries.

import { type Bytes, fromUint } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import { HEADER } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import type { Carriage } from '../timeline.ts';
import { CUT, type Tap } from '../wire.ts';

/** The same cast with somebody on the wire, behind whoever sits there already. */
export function tapped(cast: Cast, tap: Tap): Cast {
  const before = cast.tap;
  return {
    ...cast,
    tap: (carriage) =>
      before(carriage).flatMap((passed) => (passed === CUT || passed.fate === 'dropped' ? [passed] : tap(passed))),
  };
}

/** One record of one side, by its place among all that this side sends (from 0), is treated; all others pass. */
export function atRecord(from: Role, ordinal: number, treat: Tap): Tap {
  return (carriage) => (carriage.from === from && carriage.ordinal === ordinal ? treat(carriage) : [carriage]);
}

/** A record with other bytes; as it was when nothing differs. */
export function changed(carriage: Carriage, bytes: Bytes): Carriage {
  return bytes === carriage.bytes ? carriage : { ...carriage, bytes, fate: 'changed' };
}

export function dropped(carriage: Carriage): Carriage {
  return { ...carriage, fate: 'dropped' };
}

/** A record that its sender never sent: a copy, or made up by whoever sits on the wire. */
export function injected(from: Role, bytes: Bytes): Carriage {
  return { from, record: 0, bytes, fate: 'injected' };
}

/** The content of a cleartext record. */
export function contentOf(record: Bytes): Bytes {
  return record.subarray(HEADER);
}

/** The same record header around another content. */
export function withContent(record: Bytes, content: Bytes): Bytes {
  return Uint8Array.from([...record.subarray(0, 3), ...fromUint(content.length, 2), ...content]);
}
