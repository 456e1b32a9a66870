// Reads values of a run off its messages: out of field trees, and out of the certificates inside.
// It knows the RFCs' field names, and no words but for a name that isn't there.

import { type Bytes, der, type Field, Flaw, toHex, walk } from '../bytes/index.ts';
import type { Moment, Step, Timeline } from '../lab/index.ts';
import { type Certificate, parseCertificate } from '../pki/index.ts';
import type { Insight, SeenMessage } from '../tls/index.ts';
import { emptyName } from '../words/picture.ts';
import type { InsightOf } from './account.ts';

/** The insight with which a step begins: `said`, `alert`, `data` or `sealed`. */
export function opening(timeline: Timeline, step: Step): Insight | undefined {
  const moment = timeline.moments[step.said];
  return moment && moment.who !== 'network' ? moment.insight : undefined;
}

/** The message of a step as its sender said it; or as the other side heard it, where its sender took it for data. */
export function messageOf(timeline: Timeline, step: Step): SeenMessage | undefined {
  const insight = opening(timeline, step);
  if (insight?.kind === 'said') return insight.message;
  return isMasked(timeline, step) ? ofStep(timeline, step, 'heard')[0]?.message : undefined;
}

/** Whether a step is a message that its sender took for data. */
export function isMasked(timeline: Timeline, step: Step): boolean {
  return step.kind === 'message' && opening(timeline, step)?.kind === 'data';
}

/** The alert of a step as its sender sent it. */
export function alertIn(timeline: Timeline, step: Step): InsightOf<'alert'> | undefined {
  const insight = opening(timeline, step);
  if (insight?.kind === 'alert') return insight;
  return ofStep(timeline, step, 'alert').find(({ direction }) => direction === 'sent');
}

/** The application data of a step as its sender sent them. */
export function dataIn(timeline: Pick<Timeline, 'moments'>, step: Step): Bytes | undefined {
  const sent = ofStep(timeline, step, 'data').find(({ direction }) => direction === 'sent');
  return sent?.bytes;
}

/** All insights of one kind among the moments that belong to a step. */
export function ofStep<K extends Insight['kind']>(
  timeline: Pick<Timeline, 'moments'>,
  step: Step,
  kind: K,
): readonly InsightOf<K>[] {
  return step.moments.flatMap((at) => {
    const moment = timeline.moments[at];
    if (!moment || moment.who === 'network' || moment.insight.kind !== kind) return [];
    return [moment.insight as InsightOf<K>];
  });
}

/** Whether a message came to a listener that had refused what came before, or had left. */
export function neverRead({ moments, steps }: Timeline, { number, from, heard, moments: own, wreck }: Step): boolean {
  if (heard !== undefined || wreck || own.some((at) => isDropped(moments[at]))) return false;
  const left = moments.findIndex((moment) => moment.who !== 'network' && moment.who !== from && leaves(moment.insight));
  if (left < 0) return false;
  const carried = own.find((at) => moments[at]?.who === 'network') ?? -1;
  // What shares a record with a message that was refused has come, and is not looked at.
  return (
    left < carried || steps.some((step) => step.number < number && step.from === from && step.moments.includes(left))
  );
}

function leaves({ kind }: Insight): boolean {
  return kind === 'fault' || kind === 'closed';
}

function isDropped(moment: Moment | undefined): boolean {
  return moment !== undefined && 'carriage' in moment && moment.carriage.fate === 'dropped';
}

/** The first field below `field` with this name, outermost first. */
export function fieldNamed(field: Field, name: string): Field | undefined {
  for (const visit of walk(field)) if (visit.field.name === name) return visit.field;
  return undefined;
}

/** The value of the first field with this name, without its number: `x25519`. */
export function valueNamed(field: Field, name: string): string | undefined {
  const found = fieldNamed(field, name);
  const inside = found?.children.filter((child) => child.name !== 'length') ?? [];
  return [found, ...inside].map((each) => each && writtenIn(each)).find((text) => text !== undefined);
}

/** The values of a list: one for each element `[0]`, `[1]`, … directly below the first field with this name. */
export function listNamed(field: Field, name: string): readonly string[] {
  const elements = elementsOf(fieldNamed(field, name));
  return elements.map((element) => writtenIn(element) ?? valueNamed(element, 'data') ?? '');
}

function elementsOf(list: Field | undefined): readonly Field[] {
  return list?.children.filter(({ name }) => name.startsWith('[')) ?? [];
}

/** Names of the extensions that a message carries, in its order. */
export function extensionsOf(message: SeenMessage): readonly string[] {
  const list = fieldNamed(message.field, 'extensions');
  return list?.children.filter((child) => child.type === 'Extension').map((child) => child.name) ?? [];
}

/** The bytes of a field in its message. */
export function bytesOf(message: { readonly bytes: Bytes }, field: Field): Bytes {
  return message.bytes.subarray(field.start, field.end);
}

/** The fields that hold the DER of the certificates in a Certificate message, leaf first. In TLS 1.3 each has extensions beside it. */
export function certificateFields(message: SeenMessage): readonly Field[] {
  return elementsOf(fieldNamed(message.field, 'certificate_list')).flatMap((entry) => {
    const { children } = entry.children.find(({ name }) => name === 'cert_data') ?? entry;
    return children.filter(({ name }) => name === 'data');
  });
}

const parsed = new WeakMap<SeenMessage, readonly (Certificate | undefined)[]>();

/** The certificates in a Certificate message, leaf first; undefined for one that can't be read. */
export function certificatesIn(message: SeenMessage): readonly (Certificate | undefined)[] {
  const known = parsed.get(message);
  if (known) return known;
  const found = certificateFields(message).map((field) => readable(bytesOf(message, field)));
  parsed.set(message, found);
  return found;
}

/** The common names of the authorities that a message names; hex of what has none. */
export function authoritiesIn(message: SeenMessage): readonly string[] {
  // In TLS 1.3 they stand inside an extension, in TLS 1.2 in the message itself.
  const list = fieldNamed(message.field, 'authorities') ?? fieldNamed(message.field, 'certificate_authorities');
  return elementsOf(list).flatMap((element) => {
    const data = element.children.find((child) => child.name === 'data');
    return data ? [commonNameOf(bytesOf(message, data))] : [];
  });
}

/** The common name in the DER of a Name; hex where there is none to be read. */
function commonNameOf(bytes: Bytes): string {
  try {
    const sets = new der.Elements(der.readOnly(bytes), der.SEQUENCE, 'Name').rest();
    const pairs = sets.flatMap((set) => new der.Elements(set, der.SET, 'RelativeDistinguishedName').rest());
    const texts = pairs.flatMap((pair) => {
      const [type, value] = new der.Elements(pair, der.SEQUENCE, 'AttributeTypeAndValue').rest();
      return type && value && der.readOid(type) === commonNameOid ? [der.readText(value) ?? ''] : [];
    });
    return texts[0] ?? toHex(bytes);
  } catch (error) {
    if (error instanceof Flaw) return toHex(bytes);
    throw error;
  }
}

const commonNameOid = '2.5.4.3';

/** How a certificate is called in running text: its common name, else its first alternative name, else its whole subject. */
export function titleOf({ subject, subjectAltName }: Certificate): string {
  const [first] = subjectAltName ?? [];
  return subject.commonName ?? first?.text ?? (subject.text === '' ? emptyName : subject.text);
}

/** `CN=api.example, O=Example` → `api.example`. */
export function commonName(subject: string): string {
  return /(?:^|, )CN=([^,]+)/.exec(subject)?.[1] ?? subject;
}

function readable(der: Bytes): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof Flaw) return undefined;
    throw error;
  }
}

/** The value of a field as the standard writes it, without its number. */
function writtenIn({ text }: Field): string | undefined {
  return typeof text === 'string' ? text.replace(/ \(0x[0-9a-f]+\)$/, '') : undefined;
}
