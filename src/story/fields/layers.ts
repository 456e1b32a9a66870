// The bytes of a step in layers: records, opened plaintext, handshake message, certificates. Each layer knows which
// range of the one above it came from. Plaintext is here only where an endpoint said that it sealed it.

import { type Bytes, equal, type Field } from '../../bytes/index.ts';
import type { Carriage, Step, Timeline } from '../../lab/index.ts';
import { certificateField } from '../../pki/fields/index.ts';
import { type Role, recordField, type SeenMessage, type SeenRecord } from '../../tls/index.ts';
import { notes, layers as titles } from '../../words/layers.ts';
import { versionOf } from '../account.ts';
import {
  alertIn,
  bytesOf,
  certificateFields,
  certificatesIn,
  dataIn,
  fieldNamed,
  isMasked,
  messageOf,
  titleOf,
} from '../reading.ts';
import type { Realm } from './explanation.ts';

/** A stretch of another layer. */
export interface Source {
  readonly layer: string;
  readonly start: number;
  readonly end: number;
}

/** A buffer with its named fields, and the stretches of earlier layers that it was cut out of. */
export interface Layer {
  /** `record:0`, `plaintext:0`, `message`, `certificate:0`. */
  readonly id: string;
  /** `Record 1 of 2`, `Plaintext`, `CertificateRequest`, `X.509: client.example`. */
  readonly title: string;
  readonly bytes: Bytes;
  readonly field: Field;
  /** In order; empty for a record. */
  readonly from: readonly Source[];
  /** One sentence about the layer. */
  readonly note: string;
  /** Which names the fields have: to be handed to `explainField`. */
  readonly realm: Realm;
  /** Of a record as it arrived: its first byte that the wire changed. */
  readonly altered?: number;
}

/** The layers of a step, outermost first, as its sender made them; and as they arrived, where the wire changed them. */
export function toLayers(timeline: Timeline, step: Step): readonly Layer[] {
  const realm: Realm = versionOf(timeline) === '1.2' ? 'tls12' : 'tls';
  return layersOf(timeline, step).map((layer) => (layer.realm === 'tls' ? { ...layer, realm } : layer));
}

/** Of a step's layers, those that somebody has who listens and holds no keys: records, and what lies in records that are not sealed. */
export function layersOnWire(layers: readonly Layer[]): readonly Layer[] {
  const sealed = layers.some(({ id }) => id.startsWith('plaintext'));
  return sealed ? layers.filter(({ id }) => id.startsWith('record')) : layers;
}

function layersOf(timeline: Timeline, step: Step): readonly Layer[] {
  const message = messageOf(timeline, step);
  const masked = isMasked(timeline, step);
  const records = recordsOf(timeline, step, masked ? undefined : message);
  const outer = records.flatMap((record, index) => [
    ...recordLayers(timeline, step.from, record, index, records.length),
    ...plaintextLayer(step.from, record, index, records.length),
  ]);
  if (!message || masked) return [...outer, ...smallLayer(timeline, step, records)];
  const inner = messageLayer(message, records);
  return [...outer, inner, ...heardLayer(timeline, step, message), ...certificateLayers(message)];
}

/** Length of a record's header. */
const header = 5;

/** The records that carried a step, as the sender sealed them. */
function recordsOf({ moments }: Timeline, step: Step, message: SeenMessage | undefined): readonly SeenRecord[] {
  const own = new Set(step.moments);
  return moments.flatMap((moment): SeenRecord[] => {
    if (moment.who !== step.from || moment.insight.kind !== 'sealed') return [];
    const { record } = moment.insight;
    const carries = message ? record.parts.some((part) => part.message === message.ordinal) : own.has(moment.at);
    return carries ? [record] : [];
  });
}

function recordLayers(timeline: Timeline, from: Role, record: SeenRecord, index: number, of: number): readonly Layer[] {
  const { bytes, field, epoch, protection } = record;
  const title = titles.record(index + 1, of);
  const carriage = carriageOf(timeline, from, record);
  const sealed = protection ? notes.sealed(epoch, bytes.length, protection.sequence) : notes.cleartext(bytes.length);
  const note = carriage?.fate === 'dropped' ? `${sealed} ${notes.dropped}` : sealed;
  const sent: Layer = { id: `record:${index}`, title, bytes, field, from: [], note, realm: 'tls' };
  if (!carriage || carriage.fate === 'dropped' || equal(carriage.bytes, bytes)) return [sent];
  const altered = carriage.bytes.findIndex((byte, at) => byte !== bytes[at]);
  const arrived: Layer = {
    ...sent,
    bytes: carriage.bytes,
    field: fieldAsArrived(record, carriage.bytes),
    id: asArrived(sent.id),
    title: titles.arrived(title),
    note: notes.changed,
    ...(altered >= 0 && { altered }),
  };
  return [sent, arrived];
}

/** What the layer is called that holds a record as it arrived. */
export function asArrived(record: string): string {
  return `${record}:arrived`;
}

function carriageOf({ moments }: Timeline, from: Role, { ordinal }: SeenRecord): Carriage | undefined {
  for (const moment of moments) {
    if (moment.who !== 'network' || !('carriage' in moment)) continue;
    if (moment.carriage.from === from && moment.carriage.ordinal === ordinal) return moment.carriage;
  }
  return undefined;
}

/** The tree of the sealed record still fits as long as its header is what it was. */
function fieldAsArrived({ bytes, field, protection }: SeenRecord, arrived: Bytes): Field {
  const same = arrived.length === bytes.length && equal(arrived.subarray(0, header), bytes.subarray(0, header));
  if (same) return field;
  const nonce = fieldNamed(field, 'nonce_explicit');
  return recordField(arrived, protection !== undefined, nonce ? nonce.end - nonce.start : 0);
}

function plaintextLayer(from: Role, record: SeenRecord, index: number, of: number): readonly Layer[] {
  const { protection } = record;
  if (!protection) return [];
  const { plaintext: bytes, plaintextField: field } = protection;
  // In TLS 1.2 a part of the nonce may stand between the header and the ciphertext.
  const start = fieldNamed(record.field, 'nonce_explicit')?.end ?? header;
  const source: Source = { layer: `record:${index}`, start, end: start + bytes.length };
  const title = titles.plaintext(index + 1, of);
  return [{ id: `plaintext:${index}`, title, bytes, field, from: [source], note: notes.plaintext(from), realm: 'tls' }];
}

function messageLayer(message: SeenMessage, records: readonly SeenRecord[]): Layer {
  const from = records.flatMap((record, index) =>
    record.parts
      .filter((part) => part.message === message.ordinal)
      .map(({ start, end }): Source => contentRange(record, index, start, end)),
  );
  const note = from.length > 1 ? notes.messagePieces(from.length) : notes.messageWhole;
  return { id: 'message', title: message.name, bytes: message.bytes, field: message.field, from, note, realm: 'tls' };
}

/** A range of a record's content, as a range of the layer in which it stands. */
function contentRange({ protection }: SeenRecord, index: number, start: number, end: number): Source {
  return protection
    ? { layer: `plaintext:${index}`, start, end }
    : { layer: `record:${index}`, start: header + start, end: header + end };
}

/** The message as the other side heard it, where that is another one. */
function heardLayer({ moments }: Timeline, { heard }: Step, said: SeenMessage): readonly Layer[] {
  const moment = heard === undefined ? undefined : moments[heard];
  if (!moment || moment.who === 'network' || moment.insight.kind !== 'heard') return [];
  const { name, bytes, field } = moment.insight.message;
  if (equal(bytes, said.bytes)) return [];
  return [
    { id: 'message:arrived', title: titles.arrived(name), bytes, field, from: [], note: notes.changed, realm: 'tls' },
  ];
}

function certificateLayers(message: SeenMessage): readonly Layer[] {
  const certificates = certificatesIn(message);
  return certificateFields(message).map((field, index): Layer => {
    const bytes = bytesOf(message, field);
    const certificate = certificates[index];
    const title = certificate ? titles.certificate(titleOf(certificate)) : titles.unreadable;
    const from: Source[] = [{ layer: 'message', start: field.start, end: field.end }];
    const note = notes.certificate(index);
    return { id: `certificate:${index}`, title, bytes, field: certificateField(bytes), from, note, realm: 'x509' };
  });
}

/** What a step holds that is no handshake message. */
function smallLayer(timeline: Timeline, step: Step, records: readonly SeenRecord[]): readonly Layer[] {
  const content = contentOf(timeline, step, records);
  if (!content) return [];
  let at = 0;
  const from = records.map((record, index) => {
    const length = Math.min(content.bytes.length - at, contentLength(record));
    at += length;
    return contentRange(record, index, 0, length);
  });
  return [{ id: 'message', from, realm: 'tls', ...content }];
}

function contentLength({ bytes, protection }: SeenRecord): number {
  const content = protection?.plaintextField.children.find(({ name }) => name === 'content');
  return protection ? (content?.end ?? 0) : bytes.length - header;
}

function contentOf(
  timeline: Timeline,
  step: Step,
  records: readonly SeenRecord[],
): Pick<Layer, 'title' | 'bytes' | 'field' | 'note'> | undefined {
  const message = messageOf(timeline, step);
  if (message) return { title: step.name, bytes: message.bytes, field: message.field, note: notes.messageWhole };
  const data = dataIn(timeline, step);
  if (step.kind === 'data' && data) {
    const field = leaf('application_data', titles.dataType, 0, data.length);
    return { title: titles.data, bytes: data, field, note: notes.data };
  }
  const alert = step.kind === 'alert' ? alertIn(timeline, step) : undefined;
  if (alert) {
    const level = alert.level === 'warning' ? 1 : 2;
    const children = [
      leaf('level', 'AlertLevel', 0, 1, `${alert.level} (0x0${level})`),
      leaf('description', 'AlertDescription', 1, 2, `${alert.description} (${alert.code})`),
    ];
    const field: Field = { ...leaf('Alert', 'Alert', 0, 2), children };
    return { title: titles.alert, bytes: Uint8Array.of(level, alert.code), field, note: notes.alert };
  }
  const [record] = records;
  if (step.kind !== 'change_cipher_spec' || !record) return undefined;
  const bytes = (record.protection?.plaintext ?? record.bytes.subarray(header)).subarray(0, contentLength(record));
  const children = [leaf('type', 'CCSType', 0, bytes.length)];
  const field: Field = { ...leaf('ChangeCipherSpec', 'ChangeCipherSpec', 0, bytes.length), children };
  const note = notes.changeCipherSpec[versionOf(timeline)];
  return { title: titles.changeCipherSpec, bytes, field, note };
}

function leaf(name: string, type: string, start: number, end: number, text?: string): Field {
  return { name, type, start, end, ...(text !== undefined && { text }), children: [] };
}
