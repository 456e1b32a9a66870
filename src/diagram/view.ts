// The only writer of the picture's DOM: a keyed join keeps each shape's node and moves it to its new place.
// It owns every child of its group and must not know what the shapes stand for.

import { pointer, type Selection, select } from 'd3';
import { createNode, halt, leave, settle } from './motion.ts';
import type { Area, Scene, Shape } from './scene.ts';
import { fontFamily } from './themes.ts';

export interface Handlers {
  /** A row was clicked. */
  readonly select?: (id: string) => void;
  /** The pointer came over another row, or left all. */
  readonly hover?: (id: string | undefined) => void;
}

export interface View {
  /** Draws a scene, or some of it. Animated, shapes move there within half a second, unless the reader prefers reduced motion. */
  update(scene: Pick<Scene, 'shapes' | 'areas'>, options?: { readonly animate?: boolean }): void;
  /** Removes everything it drew, and its listeners. */
  destroy(): void;
}

/** Takes over a `<g>`, and listens to the pointer over the SVG that it stands in. */
export function mount(group: SVGGElement, { on = {} }: { readonly on?: Handlers } = {}): View {
  const root = select(group).attr('font-family', fontFamily);
  let areas: readonly Area[] = [];
  let drawn: readonly Shape[] = [];
  let nodes: readonly SVGElement[] = [];
  const silence = listen(group, () => areas, on);
  return {
    update(scene, { animate = false } = {}) {
      const { shapes } = scene;
      areas = scene.areas;
      const moving = animate && !prefersStillness();
      if (sameIds(shapes, drawn))
        shapes.forEach((shape, index) => {
          const node = nodes[index];
          if (node) settle(node, shape, moving);
        });
      else nodes = join(root, shapes, moving);
      drawn = shapes;
    },
    destroy() {
      silence();
      root.attr('font-family', null);
      root.selectChildren<SVGElement, Shape>().each(function () {
        halt(this);
        this.remove();
      });
    },
  };
}

/** Makes the nodes that are missing, moves those that are there and has those leave that are left over. @returns the node of each shape */
function join(root: Selection<SVGGElement, unknown, null, undefined>, shapes: readonly Shape[], moving: boolean) {
  const nodes = root.selectChildren<SVGElement, Shape>().data(shapes, (shape) => shape.id);
  nodes.exit().each(function () {
    leave(this as SVGElement, moving);
  });
  nodes.each(function (shape) {
    settle(this, shape, moving);
  });
  return nodes.merge(nodes.enter().append((shape) => createNode(shape, moving))).nodes();
}

/** Between two frames of a movement nothing comes or goes. */
function sameIds(a: readonly Shape[], b: readonly Shape[]): boolean {
  return a.length === b.length && a.every((shape, index) => shape.id === b[index]?.id);
}

/** Rows are found by where the pointer is: a node for each would be there only to be pointed at. */
function listen(group: SVGGElement, areas: () => readonly Area[], on: Handlers): () => void {
  const surface = group.ownerSVGElement ?? group;
  let hovered: string | undefined;
  const hover = (id: string | undefined) => {
    if (id === hovered) return;
    hovered = id;
    surface.style.cursor = id === undefined ? '' : 'pointer';
    on.hover?.(id);
  };
  const click = (event: Event) => {
    const id = rowAt(pointer(event, group), areas());
    if (id !== undefined) on.select?.(id);
  };
  const move = (event: Event) => hover(rowAt(pointer(event, group), areas()));
  const out = () => hover(undefined);
  const listeners = { click, pointermove: move, pointerover: move, pointerleave: out } as const;
  for (const [name, listener] of Object.entries(listeners)) surface.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) surface.removeEventListener(name, listener);
    surface.style.cursor = '';
  };
}

function rowAt([x, y]: readonly [number, number], areas: readonly Area[]): string | undefined {
  const over = (area: Area) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
  return areas.filter(over).at(-1)?.row;
}

function prefersStillness(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
