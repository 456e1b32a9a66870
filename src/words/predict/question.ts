// What can be asked about what comes next, and what can be answered: types, for whoever asks and whoever has the words.

import type { AlertName, Role, Version } from '../../tls/index.ts';

/** What a question is about. */
export type Kind = 'message' | 'speaker' | 'reading' | 'acceptance' | 'notice' | 'alert' | 'sight' | 'connection';

/** What a side says, as a choice calls it: a message by its name, or one of these. */
export type Saying = { readonly from: Role; readonly name: string };

/** The answers to a question of each kind. */
export interface Answers {
  /** Which message comes next. Every alert but close_notify is called `alert`. */
  readonly message: Saying;
  readonly speaker: { readonly who: Role };
  /** How much of it somebody on the wire can read: everything, its type and its size, or its size alone. */
  readonly reading: { readonly open: 'all' | 'type' | 'size' };
  /** What becomes of a message. */
  readonly acceptance: { readonly fate: 'taken' | 'refused' | 'unread' };
  readonly notice: { readonly who: Role | 'nobody' };
  readonly alert: { readonly name: AlertName };
  /** What a side gets to see of the end: the alert, what it can’t make anything of, a write that fails, or only an end. */
  readonly sight: { readonly sees: 'alert' | 'garbled' | 'broken' | 'cut' };
  /** Which sides are connected. */
  readonly connection: { readonly who: Role | 'both' | 'nobody' };
}

/** What a question says of what is to come. */
export interface Occasions {
  readonly message: Readonly<Record<never, never>>;
  readonly speaker: Readonly<Record<never, never>>;
  readonly reading: Saying;
  readonly acceptance: Saying;
  readonly notice: Readonly<Record<never, never>>;
  readonly alert: { readonly by: Role };
  /** Whose eyes, and who refuses; null: nobody, it just ends. */
  readonly sight: { readonly of: Role; readonly by: Role | null };
  readonly connection: Saying;
}

/** A question with its choices, of which one is right. */
export type QuestionOf<K extends Kind> = {
  readonly kind: K;
  /** The number of the step before which it is asked. */
  readonly step: number;
  readonly version: Version;
  readonly occasion: Occasions[K];
  readonly choices: readonly Answers[K][];
  /** The place of the right one among the choices. */
  readonly right: number;
};

export type Question = { readonly [K in Kind]: QuestionOf<K> }[Kind];

/** Why a choice is not the right one, in values of the run. */
export type Remark =
  /** What the side that would hear it makes of a message in its state. */
  | ({ readonly why: 'taken' | 'refused'; readonly by: Role; readonly state: string } & Saying)
  /** What the sender can’t say before it is connected, or has found a fault; and what it could say, but doesn’t. */
  | ({ readonly why: 'not connected' | 'no fault' | 'could be' } & Saying)
  /** A side that waits for something, or has something to answer, or is not the first of two that could speak. */
  | { readonly why: 'waits'; readonly who: Role; readonly waitsFor: readonly string[] }
  | { readonly why: 'busy'; readonly who: Role; readonly with: string }
  | { readonly why: 'second'; readonly who: Role }
  | { readonly why: 'in the clear' | 'sealed' | 'type shown' | 'type hidden' }
  | { readonly why: 'arrives' | 'never arrives' | 'finds fault' | 'finds no fault'; readonly who: Role }
  | { readonly why: 'means'; readonly alert: AlertName }
  | { readonly why: 'sees otherwise'; readonly of: Role; readonly instead: Answers['sight']['sees'] }
  /** Sides that are connected by then although the choice says that they are not, and the other way round, each with where it stands. */
  | {
      readonly why: 'stands';
      readonly sides: readonly { readonly who: Role; readonly connected: boolean; readonly state: string }[];
    };
