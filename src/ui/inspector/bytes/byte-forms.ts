// Bytes as text that other programs take. Pure.

import { type Bytes, toHex } from '../../../bytes/index.ts';

/** The ways to copy any bytes. */
export const byteForms: Readonly<Record<'hex' | 'base64' | 'c', (bytes: Bytes) => string>> = {
  hex: (bytes) => toHex(bytes),
  base64: (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  c: (bytes) => {
    const cells = Array.from(bytes, (byte) => `0x${byte.toString(16).padStart(2, '0')}`);
    const rows = Array.from({ length: Math.ceil(cells.length / 12) }, (_, row) => cells.slice(12 * row, 12 * row + 12));
    return `const unsigned char bytes[${bytes.length}] = {\n${rows.map((row) => `  ${row.join(', ')},`).join('\n')}\n};\n`;
  },
};

export type ByteForm = keyof typeof byteForms;
