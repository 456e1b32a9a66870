// What the words in the field lead to, as a list beside it: the field keeps the focus, and tells which line is the current one.
// It must not know how the words are read.

import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { throughProxy } from '../../lab/diagnose/index.ts';
import { chosenScenario, ownScenario } from '../../store/index.ts';
import { alertDescriptions } from '../../tls/index.ts';
import {
  adviceFor,
  clueSentence,
  entryWords,
  puzzleSentence,
  questions,
  readingSentence,
  unreadSentence,
} from '../../words/catalogue/index.ts';
import { catalogueWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { type Answer, type AnswerGroup, answersTo, type Found } from './answers.ts';
import { Needs } from './Entry.tsx';
import './answers.css';

interface Props {
  /** The id of the list; its lines have the same with their place. */
  readonly id: string;
  readonly query: string;
  /** The place of the current line. */
  readonly current: number;
  /** Hands over the lines, in order. */
  readonly onAnswers: (answers: readonly Answer[]) => void;
  /** Whether to go to the first line as soon as there is one. */
  readonly going: boolean;
  readonly onGo: (answer: Answer) => void;
}

/** What the words in the field lead to, or what to try where that is nothing. */
export function Answers({ id, query, current, going, onAnswers, onGo }: Props) {
  const version = useLab((lab) => ownScenario(lab).version);
  const found = useMemo(() => answersTo(query.trim(), version), [query, version]);
  // With what is drawn, so that a key pressed as soon as a line is seen finds it.
  useLayoutEffect(() => onAnswers(found.groups.flatMap(({ answers }) => answers)), [found, onAnswers]);
  const likeliest = found.groups[0]?.answers[0];
  useEffect(() => {
    if (going && likeliest) onGo(likeliest);
  });
  const { groups, puzzle } = found;
  if (groups.length === 0)
    return (
      <div className="answers-read" role="status">
        <Said found={found} />
        {found.readings.length === 0 && (
          <p>
            {puzzle && puzzleSentence(puzzle)}{' '}
            {(puzzle?.why !== 'unknown' || puzzle.has.length === 0) && text.nothing(text.tries)}
          </p>
        )}
      </div>
    );
  return (
    <>
      <div className="answers-read">
        <Said found={found} />
      </div>
      <p className="answers-keys">{text.hints}</p>
      <div role="listbox" id={id} aria-label={text.answers}>
        {groups.map((group, at) => {
          const first = groups.slice(0, at).reduce((sum, { answers }) => sum + answers.length, 0);
          return <Group key={first} list={id} group={group} first={first} current={current} onGo={onGo} />;
        })}
      </div>
    </>
  );
}

/** So much is said of a log beside its most telling part. */
const mostSaid = 3;

/** What a log says, whatever it leads to; and where it is about a file, the way to try that. */
function Said({ found: { readings, unread, groups } }: { readonly found: Found }) {
  const setOpen = useLab((lab) => lab.setOpen);
  const arrange = useLab((lab) => lab.arrange);
  const way = throughProxy(readings);
  const [first, ...others] = readings;
  if (!first) return null;
  const { codes } = alertDescriptions;
  const leads = groups.some(({ log }) => log);
  const quoted = readings.slice(0, mostSaid).map((each) => each.unread);
  const passed = unread.filter((each) => !quoted.includes(each));
  return (
    <>
      <p>{readingSentence(first, leads, codes)}</p>
      {others.slice(0, mostSaid - 1).map((each) => (
        <p key={`${each.kind} ${each.excerpt}`}>{text.also(readingSentence(each, true, codes))}</p>
      ))}
      {passed.length > 0 && <p>{unreadSentence(passed)}</p>}
      {readings.some(({ kind }) => kind === 'unsent') && (
        <button type="button" className="plain" onClick={() => setOpen({ own: true, scenario: true })}>
          {text.tryFile}
        </button>
      )}
      {way && (
        <button type="button" className="plain" onClick={() => arrange({ proxy: way })}>
          {text.throughProxy}
        </button>
      )}
    </>
  );
}

function titleOf({ log }: AnswerGroup): { readonly title: string; readonly meaning?: string } {
  if (!log) return { title: text.matches };
  const { title, meaning } = text.logs[log.way][log.side];
  return log.question ? { title: questions[log.question], meaning: `${title}. ${meaning}` } : { title, meaning };
}

interface GroupProps {
  readonly list: string;
  readonly group: AnswerGroup;
  /** The place of its first line. */
  readonly first: number;
  readonly current: number;
  readonly onGo: (answer: Answer) => void;
}

function Group({ list, group, first, current, onGo }: GroupProps) {
  const id = useId();
  const { title, meaning } = titleOf(group);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be inside a list of options
    <div role="group" aria-labelledby={id}>
      <div id={id} className="answers-log" role="presentation">
        <b>{title}</b>
        {meaning && <span>{meaning}</span>}
      </div>
      {group.answers.map((answer, at) => (
        <Option
          key={answer.entry.id}
          id={`${list}-${first + at}`}
          answer={answer}
          current={first + at === current}
          onGo={() => onGo(answer)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly answer: Answer;
  readonly current: boolean;
  readonly onGo: () => void;
}

function Option({ id, answer: { entry, version, clue }, current, onGo }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  const playing = useLab((lab) => chosenScenario(lab).mischief.some((each) => each.id === entry.id));
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { title, story } = entryWords(entry.id);
  return (
    // The field has the focus and the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={current}
      className={playing ? 'answer playing' : 'answer'}
      ref={line}
      onClick={onGo}
    >
      <b>{title}</b>
      <span>{story}</span>
      {clue && saysMore(clue.why) && <span>{clueSentence(clue, alertDescriptions.codes)}</span>}
      <span>{text.check(adviceFor(entry))}</span>
      <Needs id={entry.id} {...(version && { version })} />
    </div>
  );
}

/** Whether a clue says more than whose log it is in. */
function saysMore(why: NonNullable<Answer['clue']>['why']): boolean {
  return why !== 'end-seen' && why !== 'reason-said';
}
