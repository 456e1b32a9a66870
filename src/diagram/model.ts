// What a picture is made of, as plain data: two actors, rows in time order, a playhead.
// It must not know where the data comes from (no TLS, no timeline) nor where anything is drawn (no pixels).
// Every word that appears in the picture comes from here.

/** The client is drawn left, the server right. */
export type Side = 'left' | 'right';

/** Which keys protect a direction: none, those of the handshake, those of the application data. */
export type Epoch = 'cleartext' | 'handshake' | 'application';

/** How a state is felt: `calm` while things are under way, `good` when reached, `bad` when refused or broken. */
export type Tone = 'calm' | 'good' | 'bad';

/** One of the two ends, and what it knows at the playhead. */
export interface Actor {
  /** 'Client'. */
  readonly title: string;
  /** What it does: 'waits for Certificate', 'connected', 'refused the client'. */
  readonly state: string;
  readonly tone: Tone;
  /** 'knows api.example', 'knows nobody'. */
  readonly knows: string;
  /** What it has checked so far: 'checked chain, signature'; may be empty. */
  readonly checks: string;
  /** The id of the row with which this side is over: below it the lifeline is dotted. */
  readonly endsAt?: string;
  /** Drawn pale: a lens hides what this side knows. */
  readonly dimmed?: boolean;
  /** Which keys it holds can't be seen: its lifeline is one plain line. */
  readonly opaque?: boolean;
}

/** A phase: a quiet title beside the rows from `from` until the next band begins. */
export interface Band {
  readonly id: string;
  readonly title: string;
  /** What else is in it, in a second line: 'key exchange'. */
  readonly note?: string;
  /** The id of the first row of the phase. */
  readonly from: string;
}

interface RowBase {
  /** Unique among the rows, stable between two models of one run. It is what `on.select` reports. */
  readonly id: string;
  /**
   * The step, counted from 1, in which this happens. Several rows may share a step; they stand in time order. Rows of a step
   * before its message happen as the step begins, rows after it when the message has arrived.
   */
  readonly step: number;
  /** Drawn pale: a lens hides it. */
  readonly dimmed?: boolean;
}

/** An arrow from one lifeline to the other. */
export interface Message extends RowBase {
  readonly kind: 'message';
  readonly from: Side;
  /** The RFC's name: 'ClientHello', 'alert: unknown_ca (48)'. */
  readonly title: string;
  /** One plain line: 'versions, suites, key share'. Left out when captions are off. */
  readonly caption?: string;
  /** The keys it travels under; anything but cleartext wears a padlock. */
  readonly epoch: Epoch;
  readonly alert?: boolean;
  /** What was done to it on the wire, in a few words: 'one bit flipped'. Stands in place of the caption, always shown. */
  readonly interference?: string;
  /** It never arrives: the arrow breaks off half way. */
  readonly lost?: boolean;
  /** It did not happen: what would have followed. Give it the last real step; it appears when that step is over. */
  readonly ghost?: boolean;
  /** Nothing is said here, and the title says why: a row that another picture has beside it. */
  readonly absent?: boolean;
  /** A sign at the right edge: how it differs from the row beside it in another picture. */
  readonly sign?: string;
}

/** What a side does by itself: a pill on its lifeline. A failed one is where the eye lands. */
export interface Work extends RowBase {
  readonly kind: 'work';
  readonly at: Side;
  /** 'chain, signature, Finished', 'issuer not trusted'. */
  readonly text: string;
  readonly outcome: 'done' | 'passed' | 'failed';
  /** A second, plain line: what was found. */
  readonly reason?: string;
}

/** Keys are installed: the lifeline changes from here on, in one direction or both. */
export interface Keys extends RowBase {
  readonly kind: 'keys';
  readonly at: Side;
  readonly direction: 'read' | 'write' | 'both';
  readonly epoch: Epoch;
  /** 'handshake keys', 'writes with application keys'. */
  readonly text: string;
}

/** A milestone on a lifeline: 'connected', 'closed'. */
export interface Mark extends RowBase {
  readonly kind: 'mark';
  readonly at: Side;
  readonly text: string;
  readonly tone: Tone;
}

export type Row = Message | Work | Keys | Mark;

/** Several messages that travel as one: a bracket beside the sender's lifeline. */
export interface Bracket {
  readonly id: string;
  /** Ids of message rows, in time order. */
  readonly rows: readonly string[];
  /** 'one record, 1,037 bytes'. */
  readonly text: string;
}

/** Words for keys in use, and for the slim stroke of a side that reads with other keys than it writes with. */
export interface Legend {
  readonly epochs: readonly { readonly epoch: Epoch; readonly text: string }[];
  readonly slim?: string;
}

export interface Model {
  readonly actors: Readonly<Record<Side, Actor>>;
  readonly bands: readonly Band[];
  /** In time order. */
  readonly rows: readonly Row[];
  readonly brackets?: readonly Bracket[];
  /**
   * In steps: 0 before anything, 3 after step 3, 2.4 while step 3 is 40 % on its way; Infinity: all is there and nothing is current. The layout does not depend on it, so nothing
   * moves while stepping.
   */
  readonly playhead: number;
  /** The row that is told of now. */
  readonly current?: string;
  /** The row under the pointer. */
  readonly hovered?: string;
  /** Beside the first ghost: 'what would have followed'. */
  readonly ghostNote?: string;
  /** What colours and strokes mean, in one line below the rows; a narrow picture has none. */
  readonly legend?: Legend;
  /** In px, by the ids of rows: none stands higher. So that rows of two pictures are level. */
  readonly levels?: ReadonlyMap<string, number>;
  /** In steps: of what comes later nothing is drawn, but that the lifelines go on. Its place is kept. */
  readonly horizon?: number;
  /** For large type on a small screen: titles of bands and labels share the column left of the lifelines. */
  readonly compact?: boolean;
}
