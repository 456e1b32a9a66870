// Values of a run as facts for the Explain pane. Their names come from words/explain/facts.ts.

import { toHex } from '../../bytes/index.ts';
import type { Certificate } from '../../pki/index.ts';
import { factValues, factNames as names } from '../../words/explain/index.ts';
import { day } from '../../words/grammar.ts';
import type { Fact } from '../explain/narration.ts';
import type { Episode } from '../explain/sources.ts';
import { bytesOf, fieldNamed } from '../reading.ts';

/** Facts out of pairs; without those that have no value. */
export function present(pairs: readonly (readonly [name: string, value: string | undefined])[]): readonly Fact[] {
  return pairs.flatMap(([name, value]): Fact[] => (value === undefined || value === '' ? [] : [{ name, value }]));
}

/** Who a certificate is about, who issued it, from when until when. */
export function certificateFacts({ subject, issuer, notBefore, notAfter, publicKey }: Certificate): readonly Fact[] {
  return present([
    [names.certificate, subject.text],
    [names.issuer, issuer.text],
    [names.valid, factValues.validity(day(notBefore), day(notAfter))],
    [names.key, publicKey?.kind],
  ]);
}

/** The checksum in a Finished. */
export function verifyFacts({ message }: Episode): readonly Fact[] {
  if (!message) return [];
  const field = fieldNamed(message.field, 'verify_data') ?? message.field;
  const text = toHex(bytesOf(message, field));
  return [{ name: 'verify_data', value: text.length > 32 ? `${text.slice(0, 32)}…` : text, mono: true }];
}
