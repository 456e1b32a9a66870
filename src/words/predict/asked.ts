// What is asked, and what can be answered. Texts are in the notation of `rich`; values come in, words go out.

import type { Role } from '../../tls/index.ts';
import { capital } from '../grammar.ts';
import type { Answers, Kind, Occasions, Question, Saying } from './question.ts';

type Wording = {
  readonly [K in Kind]: {
    readonly asks: (occasion: Occasions[K]) => string;
    readonly answers: (answer: Answers[K], occasion: Occasions[K]) => string;
  };
};

const peerOf = (who: Role): Role => (who === 'client' ? 'server' : 'client');

/** A name of the wire, or what has none. */
export const thing = (name: string): string =>
  name === 'alert' ? 'an alert' : name === 'application data' ? name : `**${name}**`;

const comes = ({ from, name }: Saying): string => `Next the ${from} sends ${thing(name)}.`;

const wording: Wording = {
  message: {
    asks: () => 'What comes next?',
    answers: ({ from, name }) => `The ${from} sends ${thing(name)}`,
  },
  speaker: {
    asks: () => 'Who speaks next?',
    answers: ({ who }) => `The ${who}`,
  },
  reading: {
    asks: (saying) => `${comes(saying)} Can somebody on the wire read it?`,
    answers: ({ open }) =>
      ({
        all: 'Yes, every byte of it',
        type: 'No, only what kind of record it is, and how long',
        size: 'No, only how long it is',
      })[open],
  },
  acceptance: {
    asks: (saying) => `${comes(saying)} Will the ${peerOf(saying.from)} accept it?`,
    answers: ({ fate }, { from }) =>
      ({
        taken: 'Yes',
        refused: `No: the ${peerOf(from)} refuses it`,
        unread: `No: the ${peerOf(from)} never gets to read it`,
      })[fate],
  },
  notice: {
    asks: () => 'Something is not as it should be in this run. Who is the first to notice?',
    answers: ({ who }) => (who === 'nobody' ? 'Nobody' : `The ${who}`),
  },
  alert: {
    asks: ({ by }) => `The ${by} refuses. With which alert?`,
    answers: ({ name }) => `\`${name}\``,
  },
  sight: {
    asks: ({ of, by }) =>
      by === null
        ? `Here the connection is over before its time. What does the ${of} get to see?`
        : `Here the ${by} refuses, with an alert. What does the ${of} get to see?`,
    answers: ({ sees }) =>
      ({
        alert: 'The alert, by its name',
        garbled: 'Something that it can’t use, and refuses in its turn',
        broken: 'That its own next write fails',
        cut: 'That the connection ends, and no alert',
      })[sees],
  },
  connection: {
    asks: (saying) => `${comes(saying)} Who is connected after that?`,
    answers: ({ who }) =>
      who === 'both' ? 'Both' : who === 'nobody' ? 'Neither of them' : `The ${who}, and not the ${peerOf(who)}`,
  },
};

/** What is asked. */
export function questionText({ kind, occasion }: Question): string {
  // The table ties each kind to its values; TypeScript can’t follow that through a look-up.
  return capital(wording[kind].asks(occasion as never));
}

/** A choice, by its place. */
export function choiceText({ kind, occasion, choices }: Question, place: number): string {
  return wording[kind].answers(choices[place] as never, occasion as never);
}
