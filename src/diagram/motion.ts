// One node of the picture: made, brought to a new place, taken away. An attribute is written only when it changed.
// It must not know scenes or rows.

import { type Timer, timer } from 'd3';
import { type Element, entering, toElement } from './element.ts';
import type { Shape } from './scene.ts';

/** In ms: how long shapes move, what one that enters late waits before, and how long one takes to leave. Together under 500. */
const moveTime = 300;
const lateness = 180;
const leaveTime = 200;

/** Attributes that move; the others change at once. */
const movable = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'opacity', 'transform'];

/** What a node shows or is on its way to show. */
interface Shown {
  shape: Shape;
  element: Element;
  state: 'still' | 'moving' | 'leaving';
}

type Attributes = Element['attributes'];

const shown = new WeakMap<SVGElement, Shown>();
const clocks = new WeakMap<SVGElement, Timer>();

/** Makes the node of a shape, at its place or on its way from where it enters. */
export function createNode(shape: Shape, animate: boolean): SVGElement {
  const element = toElement(shape, custom);
  const node = document.createElementNS('http://www.w3.org/2000/svg', element.tag);
  const start = animate && shape.entry ? toElement(entering(shape), custom).attributes : element.attributes;
  for (const name in start) node.setAttribute(name, start[name] ?? '');
  if (element.text !== undefined || element.title !== undefined) write(node, element);
  shown.set(node, { shape, element, state: 'still' });
  if (start !== element.attributes) travel(node, start, element.attributes, moveTime, shape.late ? lateness : 0);
  return node;
}

/** Brings a node to its shape's new place. */
export function settle(node: SVGElement, shape: Shape, animate: boolean): void {
  const before = shown.get(node);
  if (!before) return;
  const unchanged = before.shape === shape;
  if (unchanged && before.state === 'still') return;
  const element = unchanged ? before.element : toElement(shape, custom);
  const same = unchanged || equal(before.element.attributes, element.attributes);
  if (before.element.text !== element.text || before.element.title !== element.title) write(node, element);
  const { state } = before;
  const from = state === 'still' ? before.element.attributes : current(node, before.element.attributes);
  shown.set(node, { shape, element, state });
  if (same && (state === 'still' || (state === 'moving' && animate))) return;
  halt(node);
  if (animate) travel(node, from, element.attributes, moveTime, 0);
  else change(node, from, element.attributes);
}

/** Takes a node away, back to where it entered. */
export function leave(node: SVGElement, animate: boolean): void {
  const before = shown.get(node);
  if (!animate || !before?.shape.entry) {
    halt(node);
    node.remove();
    return;
  }
  if (before.state === 'leaving') return;
  const from = current(node, before.element.attributes);
  halt(node);
  travel(node, from, toElement(entering(before.shape), custom).attributes, leaveTime, 0, () => node.remove());
  shown.set(node, { ...before, state: 'leaving' });
}

/** The page resolves inks through its custom properties, so that a theme changes without a redraw. */
const custom = (ink: string): string => `var(--${ink})`;

function travel(
  node: SVGElement,
  from: Attributes,
  to: Attributes,
  duration: number,
  delay: number,
  then?: () => void,
): void {
  const moves = movable.flatMap((name) => {
    const start = from[name] ?? rest(name);
    const end = to[name] ?? rest(name);
    return start === undefined || end === undefined || start === end ? [] : [{ name, start, end }];
  });
  const moved = new Set(moves.map((move) => move.name));
  change(node, from, to, moved);
  if (moves.length === 0) {
    then?.();
    return;
  }
  mark(node, 'moving');
  const tweens = moves.map(({ name, start, end }) => ({ name, at: between(start, end) }));
  const clock = timer((elapsed) => {
    const progress = eased(Math.min(1, elapsed / duration));
    for (const { name, at } of tweens) node.setAttribute(name, at(progress));
    if (elapsed < duration) return;
    halt(node);
    for (const name of moved) if (to[name] === undefined) node.removeAttribute(name);
    then?.();
  }, delay);
  clocks.set(node, clock);
}

/** What an absent attribute stands for, where that can be moved to and from. */
function rest(name: string): string | undefined {
  return name === 'opacity' ? '1' : undefined;
}

function change(node: SVGElement, from: Attributes, to: Attributes, except: ReadonlySet<string> = new Set()): void {
  for (const [name, value] of Object.entries(to))
    if (from[name] !== value && !except.has(name)) node.setAttribute(name, value);
  for (const name of Object.keys(from)) if (to[name] === undefined && !except.has(name)) node.removeAttribute(name);
}

/** The attributes as they are now, in the middle of a movement. */
function current(node: SVGElement, aim: Attributes): Attributes {
  const now: Record<string, string> = { ...aim };
  for (const name of movable) {
    const value = node.getAttribute(name);
    if (value !== null) now[name] = value;
  }
  return now;
}

/** Fast at first, then slower and slower. (D3's own brings all its other easings along.) */
const eased = (part: number): number => 1 - (1 - part) ** 3;

/** From one attribute to another of the same shape: every number in it moves. (D3's own brings its colours along.) */
function between(start: string, end: string): (progress: number) => string {
  const from = start.match(number)?.map(Number) ?? [];
  return (progress) => {
    let index = 0;
    return end.replace(number, (to) => {
      const origin = from[index++] ?? Number(to);
      return String(origin + (Number(to) - origin) * progress);
    });
  };
}
const number = /-?[\d.]+/g;

/** Stops a node where it is. */
export function halt(node: SVGElement): void {
  clocks.get(node)?.stop();
  clocks.delete(node);
  mark(node, 'still');
}

function mark(node: SVGElement, state: Shown['state']): void {
  const known = shown.get(node);
  if (known) known.state = state;
}

function equal(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function write(node: SVGElement, { text, title }: Element): void {
  node.textContent = text ?? '';
  if (title === undefined) return;
  const child = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  child.textContent = title;
  node.append(child);
}
