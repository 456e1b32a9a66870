// What of somebody's files nobody shows: their bytes, the passwords that were typed, what came out. It is let go as a whole.
// It must not know who opens files.

import { toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import { owns } from '../../lab/own/index.ts';
import type { Item, Opened } from '../../pki/containers/index.ts';
import type { Certificate } from '../../pki/index.ts';
import { layersIn } from './layers.ts';
import type { ItemShown, KeyShown, OwnFile } from './state.ts';

/** Opening a file, under way. */
export interface Opening {
  /** @throws MissingPart when a part of the page can’t be had */
  readonly result: Promise<Opened>;
  /** Ends it; then nothing comes. */
  stop(): void;
}

/** Opens a file with passwords. */
export type OpenFile = (bytes: Uint8Array, passwords: readonly string[]) => Opening;

/** One file behind what is shown of it. */
export interface Secret {
  readonly bytes: Uint8Array;
  /** Those that opened something, as long as something is still locked. */
  passwords: readonly string[];
  /** The one that is tried now. */
  trying: string | undefined;
  opened: Opened | undefined;
  opening: Opening | undefined;
  readonly inFolder: boolean;
}

/** What something is known by: a digest of its bytes. */
export function idOf(der: Uint8Array): string {
  const id = ids.get(der) ?? toHex(sha256.digest(der));
  ids.set(der, id);
  return id;
}

/** It is asked for again and again, and a bundle has hundreds of certificates. */
const ids = new WeakMap<Uint8Array, string>();

/** What is shown of what is in a file, which holds nothing secret. @param certificates all that the keys in it may belong to */
export function shownOf(bytes: Uint8Array, opened: Opened, certificates: readonly Known[]): Outcome {
  const { kind, items, flaws, remarks } = opened;
  const shown = items.map((item) => itemShown(item, certificates));
  return { kind, items: shown, flaws, remarks, layers: layersIn(bytes, opened), locked: locks(opened) > 0 };
}

/** A certificate of some file. */
export interface Known {
  readonly id: string;
  readonly certificate: Certificate;
}

type Outcome = Pick<OwnFile, 'kind' | 'items' | 'flaws' | 'remarks' | 'layers' | 'locked'>;

/** How many things in a file are still locked. */
export function locks({ items, flaws, remarks }: Opened): number {
  const keys = items.filter(({ kind }) => kind === 'locked key');
  const parts = flaws.filter(({ what }) => what === 'locked');
  const own = remarks.filter(({ what }) => what === 'key has its own password');
  return keys.length + parts.length + own.length;
}

function itemShown(item: Item, certificates: readonly Known[]): ItemShown {
  switch (item.kind) {
    case 'certificate':
    case 'crl':
      return { ...item, id: idOf(item.der) };
    case 'locked key':
      return item;
    case 'private key':
      return keyShown(item, certificates);
    default: {
      const { der, ...shown } = item;
      return { kind: 'other', item: shown };
    }
  }
}

function keyShown(item: Extract<Item, { kind: 'private key' }>, certificates: readonly Known[]): KeyShown {
  const { kind, name, keyType, refusal, encryption, key } = item;
  const fitting = key ? certificates.filter(({ certificate }) => owns(key, certificate)) : [];
  return { kind, name, keyType, refusal, encryption, certificates: fitting.map(({ id }) => id) };
}
