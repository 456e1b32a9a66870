// One sentence near what caused it, until it is dismissed. It is spoken when it appears.

import type { ReactNode } from 'react';
import { shelf } from '../../shelf/index.ts';
import { failed, type Lab, landing, type Notice as News, stepNumber } from '../../store/index.ts';
import { stepLabel } from '../../story/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { type Space, useSpace } from '../space.ts';
import { useSuccessor } from './focus.ts';
import { Late } from './Late.tsx';

type Place = News['near'];

const parts = shelf({
  unplayable: () => import('../../words/unplayable.ts').then(({ unplayableSentence }) => unplayableSentence),
});

/** Where notices stand that are caused here. In the header stand also those whose own place isn't on the page. */
export function Notice({ near }: { readonly near: Place }) {
  const space = useSpace();
  const notice = useLab((lab) => lab.notice);
  const here = useLab((lab) => notice && placeOf(notice.near, lab, space) === near);
  // A second status in the header would be heard as well.
  const role = near === 'header' ? { role: 'status' } : ({ 'aria-live': 'polite' } as const);
  return (
    <div {...role} className="notice">
      {notice && here && <Current notice={notice} />}
    </div>
  );
}

function placeOf(near: Place, { open }: Lab, space: Space): Place {
  const there = {
    header: true,
    scenario: space !== 'phone' || open.scenario,
    inspector: space === 'desk' || open.inspector,
  };
  return there[near] ? near : 'header';
}

function Current({ notice }: { readonly notice: News }) {
  const tell = useLab((lab) => lab.tell);
  const dismiss = (): void => tell(null);
  if (notice.kind === 'replayed') return <Replayed onDismiss={dismiss} />;
  if (notice.kind === 'sentence') return <Told sentence={notice.text} onDismiss={dismiss} />;
  if (notice.kind === 'unplayable')
    return (
      <Late of={parts} name="unplayable" next=".stage">
        {(sentence) => <Told sentence={sentence(notice.why)} onDismiss={dismiss} />}
      </Late>
    );
  return (
    <Told sentence={words.missing[notice.what]} onDismiss={dismiss}>
      <Act word={words.missing.again} onClick={notice.again} />
    </Told>
  );
}

/** Where a run ends in which the reader has stayed: until they are there. */
function Replayed({ onDismiss }: { readonly onDismiss: () => void }) {
  const timeline = useLab((lab) => lab.timeline);
  const lens = useLab((lab) => lab.view.lens);
  const seek = useLab((lab) => lab.seek);
  const end = landing(timeline);
  const there = useLab((lab) => stepNumber(lab) >= end);
  const step = timeline.steps[end - 1];
  if (there || !step) return null;
  const sentence = words.replayed(failed(timeline), end, stepLabel(timeline, step, lens));
  return (
    <Told sentence={sentence} onDismiss={onDismiss}>
      <Act word={words.goThere} onClick={() => seek(end, 'jump')} />
    </Told>
  );
}

interface ToldProps {
  readonly sentence: string;
  readonly onDismiss: () => void;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** A sentence, and the button that takes it away. */
export function Told({ sentence, onDismiss, children }: ToldProps) {
  return (
    <p>
      <span>{sentence}</span>
      {children}
      <button type="button" className="plain" ref={useLeave()} aria-label={words.header.dismiss} onClick={onDismiss}>
        ✕
      </button>
    </p>
  );
}

function Act({ word, onClick }: { readonly word: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="plain" ref={useLeave()} onClick={onClick}>
      {word}
    </button>
  );
}

/** Each of these buttons goes with the sentence. */
function useLeave() {
  return useSuccessor('.stage');
}
