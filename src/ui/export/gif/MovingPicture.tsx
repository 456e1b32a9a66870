// What is asked before a GIF is made – which steps, and how long each stands –, how far it is, and what stops it. It must not know how it is
// made.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Side } from '../../../words/compare/index.ts';
import { fileWords, menuWords, gifWords as text } from '../../../words/exports/index.ts';
import { useLab, useLabStore } from '../../context.ts';
import { Choice } from '../../parts/Choice.tsx';
import { download } from '../../parts/download.ts';
import { scenesOn } from '../picture.ts';
import { fileNamed, named, roomOf, savedAs, sentenceFor } from '../saving.ts';
import { animate } from './animate.ts';

interface Props {
  readonly pane: RefObject<HTMLElement | null>;
  readonly scale: number;
  readonly tell: (news: string) => void;
  /** Which of two runs it shows; undefined where there is one. */
  readonly side: Side | undefined;
}

const paces = [0.5, 1, 1.5, 2, 3, 5].map((seconds) => [seconds, text.seconds(seconds)] as const);

/** The line of the menu for the picture that moves. */
export function MovingPicture({ pane, scale, tell, side }: Props) {
  const [, meaning] = fileWords.gif;
  const word = named('gif', side);
  const last = useLab((lab) => lab.timeline.steps.length);
  const view = useLab((lab) => lab.view);
  // An excerpt is one of the first run's.
  const [first, end] = side === 'b' ? [1, last] : [view.from ?? 1, Math.min(view.to ?? last, last)];
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(end);
  const [seconds, setSeconds] = useState(1.5);
  const { done, make, stop } = useMaking({ pane, scale, tell, side });
  const steps = (least: number, most: number) =>
    Array.from({ length: most - least + 1 }, (_, at) => [least + at, String(least + at)] as const);
  return (
    <li>
      <span className="exports-word">{word}</span>
      {done === undefined ? (
        <button
          type="button"
          className="plain"
          aria-label={menuWords.saveAs(word)}
          onClick={() => make({ from, to, seconds })}
        >
          {menuWords.save}
        </button>
      ) : (
        <button type="button" className="plain" onClick={stop}>
          {text.stop}
        </button>
      )}
      <span className="exports-meaning">{meaning}</span>
      {done === undefined ? (
        <span className="exports-range">
          <Choice look="choice" label={text.from} options={steps(0, to)} value={from} onChange={setFrom} />
          <Choice look="choice" label={text.to} options={steps(from, last)} value={to} onChange={setTo} />
          <Choice look="choice" label={text.each} options={paces} value={seconds} onChange={setSeconds} />
        </span>
      ) : (
        <progress className="exports-meaning" aria-label={text.progress} value={done} max={to - from + 1} />
      )}
    </li>
  );
}

interface Wish {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/** Makes one at a time; it ends with the menu. */
function useMaking({ pane, scale, tell, side }: Props) {
  const store = useLabStore();
  const [done, setDone] = useState<number>();
  const working = useRef<AbortController>(undefined);
  useEffect(() => () => working.current?.abort(), []);
  const make = async ({ from, to, seconds }: Wish): Promise<void> => {
    const work = new AbortController();
    working.current = work;
    tell('');
    setDone(0);
    const lab = store.getState();
    try {
      const scenes = scenesOn(roomOf(pane.current), lab, from, to);
      const file = await animate({ scenes, scale, seconds, progress: setDone, signal: work.signal });
      download(fileNamed(lab, 'gif'), file);
      tell(savedAs(fileNamed(lab, 'gif'), side));
    } catch (error) {
      tell(work.signal.aborted ? text.stopped : sentenceFor(error));
    }
    setDone(undefined);
  };
  return { done, make, stop: () => working.current?.abort() };
}
