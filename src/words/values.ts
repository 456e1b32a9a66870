// Values of certificates and of their bytes, each in a few words. English; one place, ready for other languages.

import type { FieldText, TagName } from '../bytes/index.ts';
import type { KeyTitle } from '../pki/index.ts';
import { hex } from './causes/codes.ts';
import { type Sentences, told } from './causes/telling.ts';
import { number, size } from './grammar.ts';

/** The value of a field. */
export function fieldValue(text: FieldText): string {
  return typeof text === 'string' ? text : told(values, text);
}

const values: Sentences<Exclude<FieldText, string>> = {
  tag: ({ tag }) => tagName(tag),
  length: ({ bytes }) => `${bytes} bytes`,
  time: ({ at }) => time(at),
  key: ({ key }) => keyTitle(key),
  encryption: ({ names, iterations }) =>
    `${names.join(', ')}${iterations === undefined ? '' : `; ${number(iterations)} iterations`}`,
  covered: ({ bytes }) => `secret, ${size(bytes)}: not shown`,
};

/** `SEQUENCE`, or `tag 0x2c`. */
export function tagName(tag: TagName): string {
  return typeof tag === 'string' ? tag : `tag ${hex(tag, 2)}`;
}

/** `2026-11-23 12:00:00 UTC`. */
export function time(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `RSA, 2048 bits`, `ecPublicKey on secp521r1 (1.3.132.0.35)`. */
export function keyTitle({ kind, bits, curve }: KeyTitle): string {
  if (bits !== undefined) return `${kind}, ${bits} bits`;
  return curve === undefined ? kind : `${kind} on ${curve}`;
}
