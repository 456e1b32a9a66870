// The picture as it goes on paper: drawn anew for a sheet that stands and for one that lies, whatever the screen is like, since nobody tells
// beforehand which it will be. It must not know how anything is laid out.

import { fontFamily, type Size, sceneIn, slicesOf } from '../../diagram/index.ts';
import { useLab } from '../context.ts';
import { drawn } from '../stage/drawn.ts';
import { lookOf, modelOf } from '../stage/picture.ts';

interface Sheet {
  /** What the picture is laid out for, in px. */
  readonly room: Size;
  /** How high a piece of it may be, in px: a little more than a sheet has, since it may be drawn somewhat smaller to be in one piece. */
  readonly most: number;
}

const sheets: Readonly<Record<'upright' | 'across', Sheet>> = {
  upright: { room: { width: 680, height: 640 }, most: 1050 },
  across: { room: { width: 940, height: 500 }, most: 740 },
};

/** The same picture twice; the stylesheet has one of them printed. */
export function PaperPicture() {
  return Object.entries(sheets).map(([way, sheet]) => (
    <div key={way} className={`handout-picture handout-${way}`}>
      <Picture sheet={sheet} />
    </div>
  ));
}

function Picture({ sheet: { room, most } }: { readonly sheet: Sheet }) {
  const lab = useLab((whole) => whole);
  const scene = sceneIn(room, modelOf(lab), lookOf(lab));
  const plane = (name: string) => scene.shapes.filter((shape) => (shape.plane ?? 'rows') === name).map(drawn);
  const shapes = ['lines', 'rows', 'heads'].map(plane);
  return slicesOf(scene, most).map(({ top, bottom }) => (
    <svg key={top} viewBox={`0 ${top} ${scene.width} ${bottom - top}`} fontFamily={fontFamily} aria-hidden="true">
      {shapes}
    </svg>
  ));
}
