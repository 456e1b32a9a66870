// A lesson inside a link: its text, deflated, in letters that need no escaping. It must not know what is in the text.

import { concat } from '../../bytes/index.ts';
import { mostBytes } from './reading.ts';

/** The letters of a text as a link can hold it. */
export async function packed(text: string): Promise<string> {
  const small = await collected(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  const letters = Array.from(small ?? [], (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text of such letters; undefined for what nobody packed, and for what is larger than a lesson can be. */
export async function unpacked(letters: string): Promise<string | undefined> {
  try {
    const plain = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
    return await textIn(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
  } catch {
    return undefined;
  }
}

/** The text of a stream; undefined for what is no text, and as soon as it is larger than a lesson can be. Rejects as the stream does. */
export async function textIn(stream: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const bytes = await collected(stream);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** All bytes of a stream; of one that doesn’t end in time, none. */
async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
  }
  return new Uint8Array(concat(...chunks));
}
