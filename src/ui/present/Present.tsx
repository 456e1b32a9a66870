// The lab in front of an audience: the picture has the window, one sentence stands beside it, and everything else comes when the pointer moves. Of
// two windows the audience has that one, and whoever speaks has the notes. It must not know what is told, nor how windows talk to each other.

import { type RefObject, useEffect } from 'react';
import { presentWords as text } from '../../words/present/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { parts } from '../places.tsx';
import { useAwake } from './awake.ts';
import { Console } from './Console.tsx';
import { useHorizon } from './horizon.ts';
import { InLesson } from './InLesson.tsx';
import { useKeys } from './keys.ts';
import { Legend } from './Legend.tsx';
import { leave } from './leave.ts';
import { Notes } from './Notes.tsx';
import styles from './present.css?inline';
import { useRoom } from './room.ts';
import { useShow, useShowStore } from './session.ts';
import { Tools } from './Tools.tsx';
import { usePairing } from './windows/index.ts';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  /** Whether keys that write something do something, too. */
  readonly singleKeys: boolean;
}

/** What is there besides the picture while somebody presents. Leaves no trace when it goes. */
export function Present({ root, singleKeys }: Props) {
  useLateStyles(styles);
  const pairing = usePairing();
  const { role } = pairing;
  const notes = useShow((show) => show.notes);
  useAlone();
  useHorizon();
  useRoom(root, role);
  useAwake(root);
  useKeys(root, singleKeys, role);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="present-said" tabIndex={0} aria-label={text.said}>
        {role === 'audience' && <h1 className="visually-hidden">{words.lab}</h1>}
        <Fence>
          <InLesson next=".stage" otherwise={<StepSaid />}>
            {({ Said }) => <Said otherwise={<StepSaid />} />}
          </InLesson>
        </Fence>
        {role !== 'console' && <InLesson>{({ Asked }) => <Asked />}</InLesson>}
        {notes && role === null && <Notes />}
        <Legend />
      </section>
      <InLesson>{({ Driver }) => <Driver root={root} role={role} />}</InLesson>
      {role === 'console' && <Console />}
      <Tools pairing={pairing} />
      {role !== 'console' && <Black />}
    </>
  );
}

function StepSaid() {
  return (
    <Late of={parts} name="inspector" next=".stage">
      {({ Sentence }) => <Sentence className="present-sentence" outcome={false} />}
    </Late>
  );
}

/** Nothing else stands beside the picture meanwhile. */
function useAlone(): void {
  const lab = useLabStore();
  useEffect(() => {
    const { open, setOpen } = lab.getState();
    setOpen({ inspector: false, scenario: false, embed: false, own: false, beside: false });
    // Whoever wants to compare is done with presenting.
    const stop = lab.subscribe((now) => now.open.beside && leave(lab));
    return () => {
      stop();
      lab.getState().setOpen({ beside: open.beside || lab.getState().open.beside });
    };
  }, [lab]);
}

function Black() {
  const show = useShowStore();
  const black = useShow((now) => now.black);
  const end = (): void => show.getState().set({ black: false });
  return (
    <div className="present-news" role="status">
      {black && (
        // Keys end it, too.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div className="present-black" onClick={end}>
          <span className="visually-hidden">{text.blackNow}</span>
        </div>
      )}
    </div>
  );
}
