// Makes certificates for practice and writes files in a thread of its own, so that the page stays fluent and need not hold what only this
// takes. Randomness is the browser’s own. It must not know what is shown.

import { type Env, primitives } from '../../crypto/index.ts';
import { deriveBy } from '../../crypto/passwords/index.ts';
import type { KeyChoice } from '../../lab/index.ts';
import { demoFamily, makePractice, type Paper, type Wish, written } from '../../lab/practice/index.ts';
import type { Certificate } from '../../pki/index.ts';
import { writePkcs12 } from '../../pki/packing/index.ts';
import { fetchAll } from '../../shelf/index.ts';
import { PREPARE } from '../parts/threads.ts';

/** What the page asks for, with what comes of it in `Answers`. */
export type Order =
  | { readonly what: 'practice'; readonly wish: Wish }
  | { readonly what: 'demo'; readonly keys: KeyChoice }
  | { readonly what: 'file'; readonly paper: Paper; readonly password: string }
  /** CAs to trust, as Java wants them. */
  | { readonly what: 'trust store'; readonly trusted: readonly Certificate[]; readonly password: string };

self.onmessage = ({ data }: MessageEvent<Order | typeof PREPARE>): void => {
  if (data === PREPARE) void fetchAll(async () => undefined).then((whole) => self.postMessage(whole));
  else answer(data);
};

function answer(order: Order): void {
  done(order).then(
    (answer) => self.postMessage(answer),
    () => self.postMessage(undefined),
  );
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Outside secure contexts there is none, whatever the types say. */
const subtle: SubtleCrypto | undefined = crypto.subtle;

function done(order: Order) {
  switch (order.what) {
    case 'practice':
      return makePractice(order.wish, { env: environment(), rsaKey });
    case 'demo':
      return demoFamily(order.keys);
    case 'file':
      return written(order.paper, { random, derive: deriveBy(subtle), password: order.password });
    case 'trust store': {
      const trusted = order.trusted.map((certificate, at) => ({ name: `ca-${at + 1}`, certificate }));
      return writePkcs12({ trusted }, order.password, 'AES', { random, derive: deriveBy(subtle) });
    }
  }
}

function environment(): Env {
  const env: Env = { random, now: Date.now(), fork: () => env };
  return env;
}

async function rsaKey(bits: number) {
  const { generateRsaKey, rsaKeyBy } = primitives.take('rsa');
  return subtle ? rsaKeyBy(subtle, bits) : generateRsaKey(environment(), bits);
}
