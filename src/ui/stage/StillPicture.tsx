// The picture without a screen, for a page that is drawn ahead of its scripts: what the moving one shows in a room of a given size, as one
// drawing that fits itself into any other. It must not know how anything is laid out.

import { fontFamily, type Shape, type Size, sceneIn, sight } from '../../diagram/index.ts';
import { useLab } from '../context.ts';
import { drawn } from './drawn.ts';
import { lookOf, modelOf } from './picture.ts';

/** @param room what the picture is laid out for, in px */
export function StillPicture({ room }: { readonly room: Size }) {
  const lab = useLab((lab) => lab);
  const model = modelOf(lab);
  const scene = sceneIn(room, model, lookOf(lab));
  const { top, pinned } = sight(model, scene, room.height);
  const on = (plane: Shape['plane']) => scene.shapes.filter((shape) => (shape.plane ?? 'rows') === plane).map(drawn);
  const [lines, rows, heads] = [on('lines'), on('rows'), on('heads')];
  return (
    <svg
      className="still"
      viewBox={`0 0 ${scene.width} ${Math.min(scene.height, room.height)}`}
      preserveAspectRatio="xMidYMin"
      fontFamily={fontFamily}
      aria-hidden="true"
    >
      <g transform={top > 0 ? `translate(0,${-top})` : undefined}>
        {lines}
        {rows}
        {!pinned && heads}
      </g>
      {pinned && (
        <>
          <rect width={scene.width} height={scene.heads} fill="var(--paper)" />
          <rect y={scene.heads} width={scene.width} height={1} fill="var(--rule)" />
          {heads}
        </>
      )}
    </svg>
  );
}
