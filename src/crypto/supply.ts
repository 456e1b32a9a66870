// What makes the late primitives available. Whoever may meet an Ed25519 or RSA key, or ChaCha20-Poly1305, calls `supplyPrimitives` once
// and first. It must not know what they are used for.

type Late = typeof import('./late/index.ts');

let atHand: Late | undefined;

/** Fetches Ed25519, RSA and ChaCha20-Poly1305. Rejects when they can't be had; then it may be called again. */
export async function supplyPrimitives(): Promise<void> {
  atHand ??= await import('./late/index.ts');
}

/** The late primitives. @throws RangeError when nobody has fetched them */
export function late(): Late {
  if (!atHand)
    throw new RangeError('Ed25519, RSA and ChaCha20-Poly1305 are not at hand: await supplyPrimitives() first');
  return atHand;
}
