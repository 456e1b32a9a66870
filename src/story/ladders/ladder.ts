// What the State pane shows, as plain data. No behaviour.

import type { Epoch, Role } from '../../tls/index.ts';
import type { Reference } from '../explain/narration.ts';
import type { Rich } from '../rich.ts';

/** One state of a side's machine. */
export interface Rung {
  /** `WAIT_CERT`. */
  readonly name: string;
  /**
   * `ended`: where the side was when it all ended for it; `skipped`: others came after it without it; `perhaps`: comes only under the
   * condition in `only`; `never`: the side has ended before.
   */
  readonly status: 'been' | 'here' | 'ended' | 'skipped' | 'ahead' | 'perhaps' | 'never';
  /** One sentence: what the side does there. */
  readonly doing: string;
  /** When it comes at all; only where it has not come. */
  readonly only?: string;
  /** The messages that it accepts. */
  readonly accepts: readonly string[];
  /** Under which keys the side reads there. */
  readonly epoch: Epoch;
  /** Since when it was here, for those that it came to: 0 from the start. */
  readonly since?: { readonly step: number; readonly label: string };
}

/** What a side would refuse now. */
export interface Refused {
  /** `Anything else, for example Finished, would be refused with unexpected_message.` */
  readonly text: Rich;
  /** All of it. */
  readonly names: readonly string[];
}

/** A side's machine at the cursor. */
export interface Ladder {
  readonly of: Role;
  readonly title: string;
  readonly rungs: readonly Rung[];
  /** What it waits for, is busy with, or how it ended; sentences. */
  readonly now: readonly Rich[];
  /** Whether it ended badly. */
  readonly failed: boolean;
  /** Absent when nothing is taken or refused any more, or something is being judged. */
  readonly refused?: Refused;
}

export interface LaddersView {
  readonly ladders: readonly Ladder[];
  readonly note: string;
  readonly references: readonly Reference[];
}
