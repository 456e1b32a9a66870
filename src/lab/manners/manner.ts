// What a program does otherwise than this engine: a manner, as data. It must not know a single program.

/** The ways of one program, as they were measured. */
export interface Manner {
  /** The program and its version. */
  readonly program: string;
  /** Whether its client shows only what leads to an authority that the server names. */
  readonly heedsAuthorities: boolean;
  /** Whether a side that has only its leaf takes what is above it out of its own trust file, and sends that along. */
  readonly completesChain: boolean;
  /** What it refuses to start with: RSA keys of fewer bits, and signatures with these digests, in its own chain. */
  readonly loads: { readonly rsaBits: number; readonly notSignedWith: readonly string[] };
}
