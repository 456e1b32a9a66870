// The files that can be had of a family: which there are and what they are called. It must not know what stands in them.

import type { Family, Holder, Trusted } from './family.ts';

/** A file about a holder, or about authorities that somebody trusts. */
export type Paper =
  | {
      /**
       * `chain`: certificate and those above it, in PEM. `all`: and the key before them. `locked key`: under the password. `old p12`: with the
       * ciphers of old systems.
       */
      readonly kind: 'p12' | 'old p12' | 'chain' | 'key' | 'locked key' | 'all';
      readonly of: Holder;
      readonly file: string;
    }
  /** All authorities in PEM, or the root in a trust store of Java’s. */
  | { readonly kind: 'bundle' | 'store'; readonly of: Trusted; readonly file: string };

export type PaperKind = Paper['kind'];

const ENDINGS = {
  p12: '.p12',
  'old p12': '-old.p12',
  chain: '.pem',
  key: '.key',
  'locked key': '-encrypted.key',
  all: '-all.pem',
} as const;

type OfHolder = keyof typeof ENDINGS;

/** What can be had of a holder; of an authority its certificate and its key. */
export function papersOf(of: Holder, { ends }: Family): readonly Paper[] {
  const kinds: readonly OfHolder[] = ends.includes(of)
    ? ['p12', 'old p12', 'chain', 'key', 'locked key', 'all']
    : ['chain', 'key'];
  return kinds.map((kind) => ({ kind, of, file: `${of.file}${ENDINGS[kind]}` }));
}

/** What can be had for those who trust. */
export function papersFor(of: Trusted): readonly Paper[] {
  const { prefix, authorities } = of;
  const bundle: Paper = { kind: 'bundle', of, file: `${prefix}ca-bundle.pem` };
  return [...(authorities.length > 1 ? [bundle] : []), { kind: 'store', of, file: `${prefix}truststore.p12` }];
}

/** Whether a file is under a password. */
export function needsPassword(kind: PaperKind): boolean {
  return ['p12', 'old p12', 'locked key', 'store'].includes(kind);
}
