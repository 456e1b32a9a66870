// Both connections of a proxy on a sheet that has the screen: the ways to go about the client's certificate, the picture with its playhead, and
// what is told. It must not know how anything is played.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Way } from '../../lab/proxied/index.ts';
import type { Eyes } from '../../words/proxied/index.ts';
import { proxiedWords as text } from '../../words/proxied/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useLateStyles } from '../parts/late-styles.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { Bar } from './Bar.tsx';
import { Picture } from './Picture.tsx';
import { usePlayhead } from './playhead.ts';
import styles from './proxied.css?inline';
import { type Played, useProxied } from './session.ts';
import { Steps, Told } from './Told.tsx';
import { EyesChoice, WayChoice } from './Ways.tsx';

interface Props {
  readonly way: Way;
  /** What looks into a step of one connection: it comes with whoever opens the sheet. */
  readonly inspector: ReactNode;
}

/** The sheet. */
export function Through({ way, inspector }: Props) {
  useLateStyles(styles);
  const arrange = useLab((lab) => lab.arrange);
  const [open, setOpen] = useState(true);
  const close = (): void => setOpen(false);
  // Only when the dialog has closed by itself, the focus is back where it came from.
  useEffect(() => {
    if (!open) arrange({ proxy: undefined, passage: undefined });
  }, [open, arrange]);
  return (
    <Sheet title={text.title} close={text.close} open={open} onClose={close} kind="centre">
      <Room way={way} inspector={inspector} />
    </Sheet>
  );
}

function Room({ way, inspector }: Props) {
  const [eyes, setEyes] = useState<Eyes>('everything');
  const played = useProxied(way);
  const room = useRef<HTMLDivElement>(null);
  const playhead = usePlayhead(played.run, room);
  return (
    <div className="proxied" ref={room}>
      <div className="proxied-choices">
        <WayChoice way={way} />
        <EyesChoice eyes={eyes} onChange={setEyes} />
      </div>
      {played.run && (
        <>
          <Picture run={played.run} cursor={playhead.cursor} eyes={eyes} by={playhead.by} onStep={playhead.jump} />
          <Bar run={played.run} playhead={playhead} eyes={eyes} />
          <Steps run={played.run} eyes={eyes} step={playhead.step} />
          <Told run={played.run} eyes={eyes} step={playhead.step} inspector={inspector} />
        </>
      )}
      <div aria-live="polite" className="proxied-news">
        {!played.run && <News played={played} />}
      </div>
    </div>
  );
}

/** Why there is nothing to be seen yet. */
function News({ played: { failed, again } }: { readonly played: Played }) {
  if (failed !== 'missing') return <p className="loading">{failed ? text.failed : text.loading}</p>;
  return (
    <p className="loading">
      {words.missing.part}{' '}
      <button type="button" className="plain" onClick={again}>
        {words.missing.again}
      </button>
    </p>
  );
}
