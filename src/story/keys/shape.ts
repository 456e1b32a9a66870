// What the Keys pane is made of: every value of the key schedule with what it was made from and who has it, as plain data.
// Types only. It must not know how a tree is drawn.

import type { Bytes } from '../../bytes/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import type { Rich } from '../rich.ts';

/** Who can have a value: one of the two, or somebody who only listens. */
export type Knower = Role | 'eavesdropper';

/** What a value is for, where that has a colour: it travels in the clear, or belongs to the handshake’s or the application’s keys. */
export type Hue = 'cleartext' | 'handshake' | 'application';

/** One thing that a value was made from. */
export interface KeyInput {
  readonly name: string;
  /** What it is, where the name does not say it. */
  readonly note?: string;
  readonly value: Bytes;
}

/** A line for the shell that makes a value again, and what there is to know about it. */
export interface Command {
  readonly line: string;
  readonly note: string;
}

/** How a value was made. */
export interface Way {
  /** In the notation of the RFCs: `HKDF-Expand-Label(secret, "key", "", 16)`. */
  readonly formula: string;
  readonly inputs: readonly KeyInput[];
  readonly remark?: string;
  readonly command?: Command;
}

/** How some of those who have a value made it. */
export interface SharedWay extends Way {
  /** Who made it like this; empty where everybody did. */
  readonly by: string;
}

/** A value, with those who have it. */
export interface KeyValue {
  /** `the client`, `the server and whoever listens`. */
  readonly holders: string;
  /** Lower-case hex. */
  readonly hex: string;
  readonly ways: readonly SharedWay[];
}

/** Whether somebody has a value. */
export interface Knowing {
  readonly who: Knower;
  readonly name: string;
  /** `never`: not in this run. */
  readonly state: 'knows' | 'not yet' | 'never';
  readonly text: string;
}

/** One value of the key schedule at the cursor, whether it exists already or not. */
export interface KeyNode {
  readonly id: string;
  /** The RFC’s name. */
  readonly name: string;
  /** The label that goes into it, or else the operation that makes it. */
  readonly mark: string;
  readonly hue?: Hue;
  /** Whether anybody has it by now. */
  readonly made: boolean;
  /** Whether somebody got it in the current step. */
  readonly fresh: boolean;
  /** Who has it, in two words; of a value that this run never makes, that it does not. */
  readonly holders?: string;
  /** One, or more where the two don’t have the same; none before it was made. */
  readonly values: readonly KeyValue[];
  readonly knowing: readonly Knowing[];
  readonly why: Rich;
  /** What is wrong, where several values stand under one name. */
  readonly warning?: Rich;
  readonly branches: readonly KeyNode[];
}

/** A stage of the schedule. Each node is made from the one before it, and has branches of its own. */
export interface KeySection {
  readonly id: string;
  readonly title: string;
  readonly hue?: Hue;
  readonly nodes: readonly KeyNode[];
}

export interface KeyTree {
  readonly version: Version;
  readonly intro: Rich;
  readonly sections: readonly KeySection[];
  readonly references: readonly { readonly text: string; readonly url: string }[];
}
