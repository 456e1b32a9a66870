// What a lesson is, as data. Its texts are Markdown as their author wrote them. Types only, and the names that a text can use.

/** What can be asked by the machines, by the name that stands in a text. */
export const kinds = ['message', 'speaker', 'reading', 'acceptance', 'notice', 'alert', 'sight', 'connection'] as const;
export type Kind = (typeof kinds)[number];

export interface Lesson {
  /** One line of Markdown. */
  readonly title: string;
  readonly facts: Facts;
  readonly parts: readonly Part[];
}

/** What is known of a lesson besides. */
export interface Facts {
  /** What it is about, in a line. */
  readonly about?: string;
  /** Who made it. */
  readonly by?: string;
  /** How long it takes. */
  readonly minutes?: number;
}

export interface Part {
  /** One line of Markdown. */
  readonly title: string;
  /** The moment that it is about, as a link of the lab: from `#` on. */
  readonly link: string;
  /** What is read beside the picture: paragraphs, lists, code. */
  readonly words: string;
  /** What somebody who teaches says and asks. */
  readonly notes: string;
  readonly question?: Question | undefined;
}

export type Question = PredictQuestion | ChoiceQuestion;

/** Asked at the moment of its part, about what comes next; the machines know the answers. */
export interface PredictQuestion {
  readonly kind: 'predict';
  /** Left to the machines where it is left out. */
  readonly about?: Kind;
}

/** Asked by the author, who knows the answer. */
export interface ChoiceQuestion {
  readonly kind: 'choice';
  /** One line of Markdown. */
  readonly asks: string;
  /** At least two, one of them right. */
  readonly choices: readonly Choice[];
  /** Why the right one is right. */
  readonly why: string;
}

export interface Choice {
  /** One line of Markdown. */
  readonly text: string;
  readonly right: boolean;
}
