// What opened files are good for in a handshake: something to show, CAs to trust, lists of revoked certificates. It must not know which
// side they are for.

import { toHex } from '../../bytes/index.ts';
import { type PrivateKey, type PublicKey, publicOf, samePublicKey } from '../../crypto/index.ts';
import type { Item, Opened } from '../../pki/containers/index.ts';
import { type Certificate, type Crl, type Shown, writePublicKey } from '../../pki/index.ts';
import type { Obstacle } from './obstacle.ts';

/** Something that somebody brought, and the file that it came in. */
export interface Material<Thing> {
  readonly thing: Thing;
  readonly file: string;
}

/** Everything of use out of somebody’s files, each thing once. */
export interface Materials {
  readonly certificates: readonly Material<Certificate>[];
  readonly keys: readonly Material<PrivateKey>[];
  readonly lists: readonly Material<Crl>[];
}

/** What opened files hold. What comes a second time, byte for byte, is left out. */
export function materialsOf(files: readonly { readonly file: string; readonly items: readonly Item[] }[]): Materials {
  const of = <Thing>(take: (items: readonly Item[]) => readonly Thing[], name: (thing: Thing) => string) => {
    const known = new Map<string, Material<Thing>>();
    for (const { file, items } of files)
      for (const thing of take(items)) {
        const called = name(thing);
        if (!known.has(called)) known.set(called, { thing, file });
      }
    return [...known.values()];
  };
  return {
    certificates: of(certificatesIn, ({ der }) => toHex(der)),
    keys: of(keysIn, (key) => toHex(writePublicKey(publicOf(key)))),
    lists: of(listsIn, ({ der }) => toHex(der)),
  };
}

/** All private keys that can sign. */
function keysIn(items: readonly Item[]): readonly PrivateKey[] {
  return items.flatMap((item) => (item.kind === 'private key' && item.key ? [item.key] : []));
}

/** All certificates that can be read, in their order. */
export function certificatesIn(items: readonly Item[]): readonly Certificate[] {
  return items.flatMap((item) => (item.kind === 'certificate' && item.certificate ? [item.certificate] : []));
}

/** All lists of revoked certificates. */
export function listsIn(items: readonly Item[]): readonly Crl[] {
  return items.flatMap((item) => (item.kind === 'crl' ? [item.crl] : []));
}

/** Whether a private key is the one of a certificate. Where we know no such keys, it is taken for granted. */
export function fitsKey({ key, chain: [leaf] }: Shown): boolean {
  return !key || !leaf?.publicKey || samePublicKey(publicOf(key), leaf.publicKey);
}

/** The files that one side shows itself with. */
export interface ShownFiles {
  /** With the certificate, and perhaps its key and its chain. */
  readonly main: Opened;
  /** Absent: the key is in the same file, or not at hand. */
  readonly key?: Opened | undefined;
  readonly chain: readonly Opened[];
  /** Whether a key that belongs to another certificate is taken all the same: some programs find out later. */
  readonly keyOfAnother?: boolean;
}

/** What a side shows; or why no program would start with these files. */
export function shownFrom({ main, key, chain, keyOfAnother = false }: ShownFiles): Shown | Obstacle {
  const keys = (key ?? main).items.flatMap((item) => (item.kind === 'private key' ? [item] : []));
  const [first] = keys;
  if (key && !first) return { what: key.items.some(isLocked) ? 'key locked' : 'no key in the file' };
  if (!first && main.items.some(isLocked)) return { what: 'key locked' };
  const refusal = first?.key === undefined ? first?.refusal : undefined;
  if (first && refusal && !signsElsewhere.includes(refusal))
    return { what: 'key refused', keyType: first.keyType, why: refusal };
  const unread = main.items.find((item) => item.kind === 'certificate');
  if (unread?.kind === 'certificate' && !unread.certificate)
    return { what: 'unreadable certificate', flaw: unread.flaw };
  const all = certificatesIn(main.items);
  const held = keysIn(keys);
  const pairs = all.flatMap((leaf) => held.filter((each) => owns(each, leaf)).map((each) => ({ leaf, key: each })));
  // A store says what belongs together; of a text, the first certificate counts.
  const pair = main.kind === 'PEM' ? pairs.find(({ leaf }) => leaf === all[0]) : pairs[0];
  const leaf = pair?.leaf ?? all[0];
  if (!leaf) return { what: 'no certificate', instead: main.items[0]?.kind };
  const others = [...all.filter((each) => each !== leaf), ...chain.flatMap(({ items }) => certificatesIn(items))];
  const shown = { chain: [leaf, ...others], key: pair?.key ?? held[0] };
  if (keyOfAnother || fitsKey(shown)) return shown;
  return { what: 'key of another', subject: leaf.subject.text, upsideDown: pairs.length > 0 };
}

/** Keys that we can’t sign with, but others can. */
const signsElsewhere: readonly string[] = ['kind', 'too long'];

function isLocked({ kind }: Item): boolean {
  return kind === 'locked key';
}

/** Whether a private key belongs to a certificate. */
export function owns(key: PrivateKey, { publicKey }: Certificate): boolean {
  if (publicKey?.kind !== key.kind) return false;
  const own = publicHalves.get(key) ?? publicOf(key);
  publicHalves.set(key, own);
  return samePublicKey(own, publicKey);
}

/** It takes its time to compute, and a bundle has hundreds of certificates. */
const publicHalves = new WeakMap<PrivateKey, PublicKey>();
