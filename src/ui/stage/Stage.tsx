// The centre: React owns the picture's shell and its name, the picture owns what is inside the drawings.
// It must not know how anything is drawn.

import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import { words } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { markPicture } from '../frames/stopwatch.ts';
import { present } from './picture.ts';
import './stage.css';

/** What stands in place of the picture where the page is drawn ahead of its scripts. */
export const StillContext = createContext<ReactNode>(undefined);

interface Props {
  readonly id: string;
  /** What keys do in the picture: the only one in it that takes the Tab key. */
  readonly children: ReactNode;
}

export function Stage({ id, children }: Props) {
  const store = useLabStore();
  const still = useContext(StillContext);
  const room = useRef<HTMLDivElement>(null);
  const heads = useRef<SVGSVGElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const rows = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (!room.current || !heads.current || !lines.current || !rows.current) return undefined;
    const surface = { room: room.current, heads: heads.current, lines: lines.current, rows: rows.current };
    return present(store, surface, markPicture);
  }, [store]);
  return (
    // The focus may be handed to it, from where its rows are one key away.
    <section className="stage" id={id} ref={room} tabIndex={-1} aria-label={words.stage.title}>
      {children}
      <div className="picture" role="img" aria-label={words.stage.picture}>
        {still ?? (
          <>
            <svg className="picture-heads" ref={heads} aria-hidden="true" />
            <div className="picture-body">
              <svg className="picture-lines" ref={lines} aria-hidden="true" />
              <svg ref={rows} aria-hidden="true" />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
