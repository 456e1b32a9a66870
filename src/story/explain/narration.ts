// What the Explain pane shows, as plain data. No behaviour.

import type { Scenario } from '../../lab/index.ts';
import type { Rich } from '../rich.ts';

/** A link to a standard. */
export interface Reference {
  /** `RFC 9846, 4.5.1`. */
  readonly text: string;
  readonly url: string;
}

/** One line of a list of checks. */
export interface CheckLine {
  /** `warned`: broke a rule, and was taken all the same; `open`: will be looked at later in this run; `skipped`: was not looked at any more. */
  readonly outcome: 'passed' | 'warned' | 'failed' | 'open' | 'skipped';
  /** What is asked: `May be used for clients`. */
  readonly text: Rich;
  /** What was looked at, in this run's values. */
  readonly value?: string;
  /** Why it failed, or what is odd, in a sentence. */
  readonly reason?: string;
  /** Where it is demanded. */
  readonly reference?: Reference;
}

export interface CheckList {
  /** `Checks of the client’s certificate`. */
  readonly title: string;
  readonly lines: readonly CheckLine[];
}

/** A box beside the story: `What the server found`. */
export interface Aside {
  readonly title: string;
  readonly text: Rich;
  /** To the same run with other choices. */
  readonly ways?: readonly Way[];
}

/** A change of the scenario that shows the same thing otherwise, and what it is called. */
export interface Way {
  readonly label: string;
  readonly change: Partial<Scenario>;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Whether the value is bytes or a name of the wire. */
  readonly mono?: boolean;
}

export interface LogLine {
  readonly program: string;
  readonly text: string;
}

/** Lines by program, and where they were seen. */
export interface LogTable {
  readonly title: string;
  readonly lines: readonly LogLine[];
  /** What is odd about them. */
  readonly note?: string;
  readonly source: string;
}

/** An extension that a message carries. */
export interface ExtensionLine {
  readonly name: string;
  /** What it says in this run, in a few words. */
  readonly value: string;
  /** What it is for. */
  readonly text: Rich;
  readonly breaksWithout?: Rich;
  readonly reference?: Reference;
}

/** What there is to say about a step, in three depths: title and gist; the lead, both boxes, logs and remedy; everything else. */
export interface Narration {
  readonly title: string;
  /** One sentence. */
  readonly gist: Rich;
  /** Paragraphs. */
  readonly lead: readonly Rich[];
  /** Why this message or step exists. */
  readonly why?: Rich;
  /** What is checked, with verdicts where there are some already. May be empty. */
  readonly checks: readonly CheckList[];
  readonly breaksWithout?: Rich;
  /** In the order of the message. */
  readonly extensions?: readonly ExtensionLine[];
  /** The values of this run. */
  readonly facts: readonly Fact[];
  /** Of a failure: what the side that refused found, and what the other side gets to see. */
  readonly found?: Aside;
  readonly otherSide?: Aside;
  readonly references: readonly Reference[];
  /** What the side that refuses prints, and how programs print the alert of this step when they receive it. */
  readonly ownLogs?: LogTable;
  readonly logs?: LogTable;
  /** Of a failure: what to change, on which side. */
  readonly remedy?: Aside;
  /** What programs do when they are the side that notices this failure. */
  readonly conduct?: LogTable;
}
