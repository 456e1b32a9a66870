// What whoever speaks has before them while the audience sees the other window: notes, the next step, the time. It must not know how the windows
// find each other.

import { useEffect, useReducer } from 'react';
import { stepNumber } from '../../store/index.ts';
import { presentWords as text } from '../../words/present/index.ts';
import { useLab } from '../context.ts';
import { labelOf } from '../playbar/label.ts';
import { InLesson } from './InLesson.tsx';
import { Notes } from './Notes.tsx';
import { useShow, useShowStore } from './session.ts';

export function Console() {
  const partner = useShow((show) => show.partner);
  const black = useShow((show) => show.black);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="present-console" tabIndex={0} aria-label={text.console}>
      <Time />
      <p role="status">
        {text.partner[partner]} {black && text.blackThere}
      </p>
      <Notes />
      <InLesson>{({ Asked }) => <Asked />}</InLesson>
      <InLesson otherwise={<Next />}>{({ Ahead }) => <Ahead otherwise={<Next />} />}</InLesson>
    </section>
  );
}

function Next() {
  const timeline = useLab((lab) => lab.timeline);
  const number = useLab(stepNumber);
  const lens = useLab((lab) => lab.view.lens);
  const more = number < timeline.steps.length;
  return (
    <p className="present-next">
      <strong>{text.next}</strong> {more ? labelOf({ timeline, number: number + 1, lens }) : text.last}
    </p>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function Time() {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  const show = useShowStore();
  const began = useShow((now) => now.began);
  const now = Date.now();
  return (
    <dl className="present-time">
      <dt>{text.clock}</dt>
      <dd>{clock.format(now)}</dd>
      <dt>{text.elapsed}</dt>
      <dd>{elapsed(now - began)}</dd>
      <dd>
        <button type="button" className="plain" onClick={() => show.getState().set({ began: Date.now() })}>
          {text.again}
        </button>
      </dd>
    </dl>
  );
}

/** `12:05`, `1:02:05`. @param span in ms */
function elapsed(span: number): string {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
