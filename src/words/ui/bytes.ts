// The words of the Bytes pane’s own controls; what is said about a field comes from the story. Apart from the page’s other words, because
// they are only needed when somebody opens the pane.

import { size } from '../grammar.ts';

export const byteWords = {
  layers: 'Layers of bytes',
  tree: (layer: string) => `Fields of the ${layer}`,
  hex: 'Bytes in hexadecimal',
  byte: (at: number, value: number, field: string) =>
    `byte ${at}, hexadecimal ${value.toString(16).padStart(2, '0')}, in ${field}`,
  outcome: (step: number, name: string) => `What came of it: step ${step}, ${name}`,
  noted: (field: string, note: string) => `${field}, ${note}`,
  altered: (field: string) => `${field}, changed on the wire`,
  size,
  place: (start: number, end: number) =>
    end - start === 0 ? `no bytes, at ${start}` : end - start === 1 ? `byte ${start}` : `bytes ${start} to ${end - 1}`,
  copyAs: 'Copy as',
  forms: { hex: 'hex', base64: 'base64', c: 'C array', pem: 'PEM' },
  copy: (field: string, form: string) => `Copy ${field} as ${form}`,
  copied: (bytes: number) => `${size(bytes)} ${bytes === 1 ? 'is' : 'are'} copied.`,
  notCopied: 'The browser did not allow copying.',
  flip: (byte: string) => `Flip a bit of ${byte} on the wire`,
  flipBack: (byte: string) => `Leave ${byte} alone again`,
  empty: 'empty',
  whole: 'Bytes are those of one message at a time, and this is the whole handshake.',
  first: 'Go to the first message',
} as const;
