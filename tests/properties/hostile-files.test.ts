// Files that somebody damaged, by accident or with care, are told of like any other: nothing throws, and nothing takes long. The seeds are
// the files of the corpus; HOSTILE=100000 tries more of them.

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { seededEnv } from '../../src/crypto/index.ts';
import { costOf, type Derivation, type Derive, deriveBy } from '../../src/crypto/passwords/index.ts';
import { openFile } from '../../src/pki/containers/index.ts';
import { flawSentence } from '../../src/words/containers.ts';

const folder = new URL('../corpus/files/', import.meta.url);

interface Seed {
  readonly file: string;
  readonly password: string | null;
  readonly bytes: Uint8Array;
}

const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as readonly Omit<Seed, 'bytes'>[];
const seeds = index.map(({ file, password }): Seed => {
  const bytes = new Uint8Array(readFileSync(fileURLToPath(new URL(file, folder))));
  return { file, password, bytes };
});

/** Rounds of a hash that a mutation is given. Who asks for more gets a key after these, which fits nothing. */
const MOST = 2048 * 3;

/** In ms: how long the longest of them may take here, many times what any of them needs. */
const PATIENCE = 5000;

const byRuntime = deriveBy(globalThis.crypto.subtle);
const derive: Derive = (wanted) => byRuntime(costOf(wanted) <= MOST ? wanted : cheaper(wanted));

function cheaper(wanted: Derivation): Derivation {
  if ('iterations' in wanted) return { ...wanted, iterations: 1 };
  return wanted.kind === 'scrypt' ? { ...wanted, cost: 2, blockSize: 8, parallel: 1 } : wanted;
}

/** As many numbers as are asked for, each below a bound: the same on every machine. */
function dice(seed: string): (bound: number) => number {
  const env = seededEnv(seed, 0);
  return (bound) => {
    const [a = 0, b = 0, c = 0, d = 0] = env.random(4);
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % bound;
  };
}

type Harm = (bytes: Uint8Array, roll: (bound: number) => number) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** What happens to files: bits flip, lengths lie, parts are missing, stand there twice, or come from another file. */
const harms: readonly Harm[] = [
  (bytes, roll) => {
    const hurt = bytes.slice();
    for (let i = 0; i <= roll(4); i++) hurt[roll(hurt.length)] = roll(256);
    return hurt;
  },
  (bytes, roll) => {
    const hurt = bytes.slice();
    const at = roll(hurt.length);
    hurt[at] = (hurt[at] ?? 0) ^ (1 << roll(8));
    return hurt;
  },
  // Lengths of DER that promise more than there is.
  (bytes, roll) => {
    const hurt = bytes.slice();
    hurt.set([0x84, 0xff, 0xff, 0xff, 0xff].slice(0, 1 + roll(5)), roll(Math.max(1, hurt.length - 5)));
    return hurt;
  },
  (bytes, roll) => bytes.slice(0, roll(bytes.length)),
  (bytes, roll) => bytes.slice(roll(bytes.length)),
  (bytes, roll) => {
    const [from, to] = [roll(bytes.length), roll(bytes.length)].sort((a, b) => a - b);
    return joined(bytes.slice(0, from), bytes.slice(to));
  },
  (bytes, roll) => {
    const [from = 0, to = 0] = [roll(bytes.length), roll(bytes.length)].sort((a, b) => a - b);
    return joined(bytes.slice(0, to), bytes.slice(from));
  },
  (bytes, roll) => {
    const other = seeds[roll(seeds.length)]?.bytes ?? bytes;
    return joined(bytes.slice(0, roll(bytes.length)), other.slice(roll(Math.max(1, other.length))));
  },
  // One structure inside another, deeper than anybody needs.
  (bytes, roll) => joined(new Uint8Array(roll(3000)).fill(0x30), bytes),
  (bytes, roll) =>
    joined(
      new Uint8Array(roll(3000)).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80)),
      bytes,
    ),
];

const count = Number(process.env.HOSTILE ?? 5000);

it(
  `${count} damaged files are opened or told of, each in a sentence`,
  async () => {
    const roll = dice('hostile files');
    let slowest = { took: 0, what: '' };
    for (let i = 0; i < count; i++) {
      const seed = seeds[roll(seeds.length)];
      const harm = harms[roll(harms.length)];
      if (!seed || !harm || seed.bytes.length === 0) continue;
      const bytes = harm(seed.bytes, roll);
      const what = `number ${i}, out of ${seed.file}`;
      const begun = performance.now();
      const opened = await openFile(bytes, { passwords: seed.password === null ? [] : [seed.password], derive }).catch(
        (error: unknown) => expect.fail(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
      );
      const took = performance.now() - begun;
      if (took > slowest.took) slowest = { took, what };
      for (const flaw of opened.flaws) expect(flawSentence(flaw), what).toMatch(/^[\p{L}\p{N}“].*[.?]$/su);
    }
    console.log(`The slowest took ${Math.round(slowest.took)} ms: ${slowest.what}.`);
    expect(slowest.took, slowest.what).toBeLessThan(PATIENCE);
  },
  count * 60,
);
