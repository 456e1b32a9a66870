// One part of a lesson in the making: its heading, its moment, words, notes and question. It must not know where it stands among others.

import { fromLink } from '../../lab/index.ts';
import type { ChoiceQuestion, Part, Question } from '../../lesson/format/index.ts';
import { shelf } from '../../shelf/index.ts';
import { noSetup, visit } from '../../store/index.ts';
import { workshopWords } from '../../words/lessons/index.ts';
import { useLabStore } from '../context.ts';
import { among, Choice } from '../parts/Choice.tsx';
import { Late } from '../parts/Late.tsx';
import { Area, Entry } from './fields.tsx';

const text = workshopWords.part;

const late = shelf({ kinds: () => import('../lesson/predicted/index.ts').then(({ Kinds }) => Kinds) });

interface Props {
  readonly part: Part;
  readonly moment: () => string;
  readonly change: (some: Partial<Part>) => void;
}

const asked = {
  choice: { kind: 'choice', asks: '', choices: twoChoices(), why: '' },
  predict: { kind: 'predict' },
} as const;

function twoChoices() {
  return [
    { text: '', right: true },
    { text: '', right: false },
  ];
}

export function PartForm({ part, moment, change }: Props) {
  const { title, link, words, notes, question } = part;
  const ask = (kind: 'none' | 'choice' | 'predict'): void =>
    change({ question: kind === 'none' ? undefined : asked[kind] });
  return (
    <div className="workshop-form">
      <Entry label={text.title} value={title} onChange={(next) => change({ title: next })} />
      <Moment link={link} retake={() => change({ link: moment() })} />
      <Area label={text.words} hint={text.hint} rows={5} value={words} onChange={(next) => change({ words: next })} />
      <Choice
        look="choice"
        label={text.question}
        options={among(text.questions)}
        value={question?.kind ?? 'none'}
        onChange={ask}
      />
      {question?.kind === 'choice' && <Choices question={question} change={(next) => change({ question: next })} />}
      {question?.kind === 'predict' && (
        <Late of={late} name="kinds" next=".workshop-form select">
          {(Kinds) => (
            <Kinds key={link} link={link} about={question.about} change={(next) => change({ question: next })} />
          )}
        </Late>
      )}
      <Area label={text.notes} rows={3} value={notes} onChange={(next) => change({ notes: next })} />
    </div>
  );
}

function Moment({ link, retake }: { readonly link: string; readonly retake: () => void }) {
  const store = useLabStore();
  const go = async (): Promise<void> => {
    const read = await fromLink(link, ['lens', 'unit', 'tab', 'beside']);
    if (!read.ok) return;
    // How the page looks is the reader’s.
    const { lesson, theme, show } = store.getState().view;
    visit(store, { ...read, view: { ...noSetup, ...read.view, lesson, theme, show } } as Parameters<typeof visit>[1]);
  };
  return (
    <div className="workshop-moment">
      <span>{text.moment}</span>
      <code>{link}</code>
      <button type="button" className="plain" onClick={() => void go()}>
        {text.go}
      </button>
      <button type="button" className="plain" onClick={retake}>
        {text.retake}
      </button>
    </div>
  );
}

interface ChoicesProps {
  readonly question: ChoiceQuestion;
  readonly change: (question: Question) => void;
}

function Choices({ question, change }: ChoicesProps) {
  const { asks, choices, why } = question;
  const put = (next: ChoiceQuestion['choices']): void => change({ ...question, choices: next });
  return (
    <fieldset className="workshop-choices">
      <Entry label={text.asks} value={asks} onChange={(next) => change({ ...question, asks: next })} />
      {Array.from(choices.entries(), ([at, choice]) => (
        <div key={at} className="workshop-choice">
          <input
            type="radio"
            aria-label={text.right(at + 1)}
            checked={choice.right}
            onChange={() => put(choices.map((each) => ({ ...each, right: each === choice })))}
          />
          <input
            type="text"
            aria-label={text.choice(at + 1)}
            value={choice.text}
            onChange={({ target }) =>
              put(choices.map((each) => (each === choice ? { ...each, text: target.value } : each)))
            }
          />
          {choices.length > 2 && (
            <button
              type="button"
              aria-label={text.drop(at + 1)}
              onClick={() => put(choices.filter((each) => each !== choice))}
            >
              {workshopWords.signs.remove}
            </button>
          )}
        </div>
      ))}
      <button type="button" className="plain" onClick={() => put([...choices, { text: '', right: false }])}>
        {text.more}
      </button>
      <Area label={text.why} rows={3} value={why} onChange={(next) => change({ ...question, why: next })} />
    </fieldset>
  );
}
