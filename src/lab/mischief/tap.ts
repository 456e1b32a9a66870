// Taps: what somebody on the wire does to records. Whoever sits there sees bytes only. It must not know single entries.

import { type Bytes, concat, equal, fromUint } from '../../bytes/index.ts';
import { contentTypes, type MessageName, type Role, type Version } from '../../tls/index.ts';
import { messageLength } from '../../tls/record/index.ts';
import {
  type Body,
  type Dialect,
  decodeMessage,
  encodeMessage,
  HEADER,
  type Message,
  type Spoken,
} from '../../tls/wire/index.ts';
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

/** The first record of one side that is protected is treated; all others pass. */
export function atProtected(version: Version, from: Role, treat: Tap): Tap {
  let keyed = false;
  let done = false;
  return (carriage) => {
    if (carriage.from !== from || done) return [carriage];
    const type = typeOf(carriage.bytes);
    // TLS 1.3 says so by the type; in TLS 1.2 everything is protected from ChangeCipherSpec on.
    done = version === '1.3' ? type === 'application_data' : keyed;
    keyed ||= type === 'change_cipher_spec';
    return done ? treat(carriage) : [carriage];
  };
}

/**
 * One of the records in which the server answers, counted from 0, is treated; all others pass. An answer looks like application data,
 * and comes after something of the client’s that does.
 * @param treat is also told what the client sent last
 */
export function atAnswer(number: number, treat: (answer: Carriage, request: Carriage) => ReturnType<Tap>): Tap {
  let request: Carriage | undefined;
  let answers = 0;
  return (carriage) => {
    if (typeOf(carriage.bytes) !== 'application_data') return [carriage];
    if (carriage.from === 'client') request = carriage;
    else if (request && answers++ === number) return treat(carriage, request);
    return [carriage];
  };
}

/**
 * Each message of this name that can be read on the wire says something else, or is taken out where the change yields nothing. What is
 * protected passes: nobody can make sense of it.
 */
export function rewording<D extends Exclude<Dialect, 'hello'>, N extends Spoken<D> & MessageName>(
  name: N,
  dialect: D,
  change: (body: Body<N, D>) => Body<N, D> | undefined,
): Tap {
  const reworded = (bytes: Bytes): readonly Bytes[] => {
    const decoded = decodeMessage(bytes, dialect);
    if (!decoded.ok || decoded.value.name !== name) return [bytes];
    const body = change(decoded.value.body as never);
    return body === undefined ? [] : [encodeMessage({ ...decoded.value, body } as Message).bytes];
  };
  return (carriage) => {
    if (typeOf(carriage.bytes) !== 'handshake') return [carriage];
    const said = messagesIn(contentOf(carriage.bytes));
    const left = said.flatMap(reworded);
    if (left.length === 0 && said.length > 0) return [dropped(carriage)];
    return [changed(carriage, withContent(carriage.bytes, concat(...left)))];
  };
}

/** What a record says that it holds. */
export function typeOf(record: Bytes): ReturnType<typeof contentTypes.name> {
  return contentTypes.name(record[0] ?? 0);
}

/** The messages in the content of a handshake record; an incomplete one, or none at all, stays in one piece. */
export function messagesIn(content: Bytes): readonly Bytes[] {
  const end = messageLength(content) ?? content.length;
  if (content.length <= end) return content.length === 0 ? [] : [content];
  return [content.subarray(0, end), ...messagesIn(content.subarray(end))];
}

/** A record with other bytes; as it was when nothing differs. */
export function changed(carriage: Carriage, bytes: Bytes): Carriage {
  return equal(bytes, carriage.bytes) ? carriage : { ...carriage, bytes, fate: 'changed' };
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
