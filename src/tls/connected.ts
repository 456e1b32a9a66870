// The state that a handshake ends in, of either role and version. There is no way to it but with proofs.

import type { Facts } from './insight.ts';
import type { ExporterStage } from './keys/exporter.ts';
import { demandIssued, type FinishedProof, type PossessionProof } from './keys/proofs.ts';
import type { Dialect } from './wire/message.ts';

/** What a connection rests on: who the peer is, if this side knows, and that the handshake was one and the same. */
interface Proofs {
  readonly peer: PossessionProof | null;
  readonly finished: FinishedProof;
}

/** A connection: a handshake after which each side knows whom it speaks with, as far as it asked. */
export class Connected<D extends Dialect = Dialect, S extends ExporterStage = ExporterStage> {
  readonly name = 'CONNECTED';
  // Private, so that nothing that merely looks the same is taken for a connection.
  readonly #facts: Facts;

  /**
   * @param agreed what was agreed on; the peer's name comes from its proof
   * @throws RangeError for a proof that no checker came to, and for one that leaves something in doubt
   */
  constructor(
    readonly dialect: D,
    agreed: Omit<Facts, 'peer'>,
    readonly stage: S,
    { peer, finished }: Proofs,
  ) {
    if (peer) demandIssued<PossessionProof>(peer, 'possession');
    if (peer?.doubt) throw new RangeError('nobody is known by a chain that does not hold');
    demandIssued<FinishedProof>(finished, 'finished');
    this.#facts = { ...agreed, peer: peer?.subject ?? null };
  }

  get facts(): Facts {
    return this.#facts;
  }
}
