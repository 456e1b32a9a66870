// The only writer of the picture's DOM: a keyed join keeps each shape's node and moves it to its new place.
// It owns every child of its group and must not know what the shapes stand for.

import { select } from 'd3';
import { createNode, halt, leave, settle } from './motion.ts';
import type { Scene, Shape } from './scene.ts';
import { fontFamily } from './themes.ts';

export interface Handlers {
  /** A row was clicked. */
  readonly select?: (id: string) => void;
  /** The pointer came over another row, or left all. */
  readonly hover?: (id: string | undefined) => void;
}

export interface View {
  /** Draws a scene, or some of its shapes. Animated, shapes move there within half a second, unless the reader prefers reduced motion. */
  update(scene: Pick<Scene, 'shapes'>, options?: { readonly animate?: boolean }): void;
  /** Removes everything it drew, and its listeners. */
  destroy(): void;
}

let instances = 0;

/** Takes over a `<g>`. The ids of its nodes carry a prefix of their own, so that a page can hold several pictures. */
export function mount(group: SVGGElement, { on = {} }: { readonly on?: Handlers } = {}): View {
  instances += 1;
  const prefix = `diagram${instances}-`;
  const root = select(group).attr('font-family', fontFamily);
  const silence = listen(group, on);
  return {
    update({ shapes }, { animate = false } = {}) {
      const moving = animate && !prefersStillness();
      const nodes = root.selectChildren<SVGElement, Shape>().data(shapes, (shape) => shape.id);
      nodes.exit<Shape>().each(function (shape) {
        leave(this as SVGElement, shape, moving);
      });
      nodes.each(function (shape) {
        settle(this, shape, moving);
      });
      nodes.enter().append((shape) => createNode(shape, prefix, moving));
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

/** One listener for all rows: the area under the pointer carries the row's id. */
function listen(group: SVGGElement, on: Handlers): () => void {
  let hovered: string | undefined;
  const idAt = (event: Event) =>
    (event.target as Element | null)?.closest('[data-id]')?.getAttribute('data-id') ?? undefined;
  const hover = (id: string | undefined) => {
    if (id === hovered) return;
    hovered = id;
    on.hover?.(id);
  };
  const click = (event: Event) => {
    const id = idAt(event);
    if (id !== undefined) on.select?.(id);
  };
  const over = (event: Event) => hover(idAt(event));
  const out = () => hover(undefined);
  const listeners = { click, pointerover: over, pointerleave: out } as const;
  for (const [name, listener] of Object.entries(listeners)) group.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) group.removeEventListener(name, listener);
  };
}

function prefersStillness(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
