// The picture of both connections. It must not know how anything is drawn.

import { useLayoutEffect, useRef, useState } from 'react';
import { createThree } from '../../diagram/three/index.ts';
import type { Proxied } from '../../lab/proxied/index.ts';
import { proxiedModel } from '../../story/proxied/index.ts';
import type { Eyes } from '../../words/proxied/index.ts';
import { proxiedWords as text } from '../../words/proxied/index.ts';
import { useLab } from '../context.ts';

interface Props {
  readonly run: Proxied;
  readonly cursor: number;
  readonly eyes: Eyes;
  readonly by: 'jump' | 'play';
  readonly onStep: (step: number) => void;
}

/** The picture; a row that is picked is where the playhead goes. */
export function Picture({ run, cursor, eyes, by, onStep }: Props) {
  const captions = useLab((lab) => lab.view.captions);
  const room = useRef<HTMLElement>(null);
  const heads = useRef<SVGSVGElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const rows = useRef<SVGSVGElement>(null);
  const picture = useRef<ReturnType<typeof createThree>>(null);
  const [hovered, setHovered] = useState<string>();
  const model = proxiedModel(run, cursor, { eyes, captions }, hovered);
  const pick = useRef<(id: string) => void>(undefined);
  useLayoutEffect(() => {
    pick.current = (id) => {
      const step = model.rows.find((row) => row.id === id)?.step;
      if (step !== undefined) onStep(step);
    };
  });
  useLayoutEffect(() => {
    if (!room.current || !heads.current || !lines.current || !rows.current) return undefined;
    const surface = { room: room.current, heads: heads.current, lines: lines.current, rows: rows.current };
    const drawn = createThree(surface, { select: (id) => pick.current?.(id), hover: setHovered });
    picture.current = drawn;
    return () => drawn.destroy();
  }, []);
  useLayoutEffect(() => {
    picture.current?.update(model, { captions, animate: by === 'jump' });
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="stage proxied-stage" ref={room} tabIndex={0} aria-label={text.pictureName}>
      <div className="picture" role="img" aria-label={text.picture}>
        <svg className="picture-heads" ref={heads} aria-hidden="true" />
        <div className="picture-body">
          <svg className="picture-lines" ref={lines} aria-hidden="true" />
          <svg ref={rows} aria-hidden="true" />
        </div>
      </div>
    </section>
  );
}
