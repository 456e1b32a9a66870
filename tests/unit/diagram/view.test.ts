// @vitest-environment happy-dom
// The view: nodes are kept, handlers hear ids, nothing is left behind.

import { select as selection } from 'd3';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Handlers,
  layout,
  type Model,
  mount,
  type Shape,
  tableMeasure,
  themes,
  toSvg,
  type View,
} from '../../../src/diagram/index.ts';
import { complete, refused } from '../../golden/models.ts';

const svg = 'http://www.w3.org/2000/svg';
const scene = (model: Model, playhead = model.playhead) =>
  layout({ ...model, playhead }, tableMeasure, { width: 730, height: 740, captions: true, fontScale: 1 });

let group: SVGGElement;
let view: View;

function open(on: Handlers = {}): { group: SVGGElement; view: View } {
  const made = document.createElementNS(svg, 'g');
  // This DOM gives them to HTML elements only.
  Object.assign(made, { clientLeft: 0, clientTop: 0 });
  document.body.append(made);
  return { group: made, view: mount(made, { on }) };
}

const idOf = (node: Element) => selection<Element, Shape>(node).datum().id;
const find = (id: string) => [...group.children].find((node) => idOf(node) === id) ?? null;
const point = (on: Element, type: string, clientX: number, clientY: number) =>
  on.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY }));
const settled = () => new Promise((resolve) => setTimeout(resolve, 700));

beforeEach(() => {
  document.body.replaceChildren();
  ({ group, view } = open());
});

describe('view', () => {
  it('draws one node per shape, in the order of the scene, also after stepping there and back', () => {
    const order = () => [...group.children].map(idOf);
    for (const playhead of [3, 14, 0, 7.5, 14]) {
      const next = scene(complete, playhead);
      view.update(next);
      expect(order()).toEqual(next.shapes.map((shape) => shape.id));
    }
  });

  it('keeps a node while its shape lives', () => {
    view.update(scene(complete, 3.4));
    const [wire, name] = [find('wire:cr'), find('name:cr')];
    const before = wire?.getAttribute('x2');
    view.update(scene(complete, 3.6));
    expect(find('wire:cr')).toBe(wire);
    expect(find('name:cr')).toBe(name);
    expect(wire?.getAttribute('x2')).not.toBe(before);
  });

  it('writes only what changed', () => {
    view.update(scene(complete, 8));
    const spies = [...group.children].map((node) => vi.spyOn(node, 'setAttribute'));
    view.update(scene(complete, 8));
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    view.update(scene({ ...complete, hovered: 'ch' }, 8));
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    expect(find('hovered')).not.toBeNull();
  });

  it('changes words in place', () => {
    view.update(scene(complete));
    const state = find('state0:left');
    const actors = { ...complete.actors, left: { ...complete.actors.left, state: 'start' } };
    view.update(scene({ ...complete, actors }));
    expect(find('state0:left')).toBe(state);
    expect(state?.textContent).toBe('start, knows api.example');
  });

  it('names no node, so that two pictures live on one page', () => {
    view.update(scene(complete));
    expect(document.querySelector('[id]')).toBeNull();
  });

  it('tells ids of rows, once per row entered', () => {
    const select = vi.fn();
    const hover = vi.fn();
    const mine = open({ select, hover });
    const drawn = scene(refused);
    const { areas } = drawn;
    mine.view.update(drawn);
    const at = (type: string, id: string) => {
      const area = areas.find(({ row }) => row === id);
      if (!area) throw new Error(`There is no row ${id}.`);
      point(mine.group, type, area.x + area.width / 2, area.y + area.height / 2);
    };
    at('click', 's-chain');
    at('pointermove', 'ch');
    at('pointermove', 'ch');
    at('pointerover', 'sh');
    point(mine.group, 'pointermove', 1, 1);
    at('pointermove', 'sh');
    mine.group.dispatchEvent(new Event('pointerleave'));
    point(mine.group, 'click', 1, 1);
    expect(select.mock.calls).toEqual([['s-chain']]);
    expect(hover.mock.calls).toEqual([['ch'], ['sh'], [undefined], ['sh'], [undefined]]);
  });

  it('moves to the same picture that it draws at once', async () => {
    view.update(scene(complete, 4));
    view.update(scene(complete, 5), { animate: true });
    const wire = find('wire:s-cert');
    expect(wire?.getAttribute('x2')).toBe(wire?.getAttribute('x1'));
    await settled();
    const still = open();
    still.view.update(scene(complete, 5));
    const picture = (of: SVGGElement) =>
      [...of.children].map((node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort());
    expect(picture(group)).toEqual(picture(still.group));
  });

  it('finds its way when time turns round in the middle of a movement', async () => {
    view.update(scene(complete, 5));
    view.update(scene(complete, 4), { animate: true });
    const wire = find('wire:s-cert');
    view.update(scene(complete, 5), { animate: true });
    await settled();
    expect(find('wire:s-cert')).toBe(wire);
    const aim = scene(complete, 5).shapes.find((shape) => shape.id === 'wire:s-cert');
    expect(Number(wire?.getAttribute('x2'))).toBeCloseTo(aim?.kind === 'line' ? aim.x2 : Number.NaN, 1);
    view.update(scene(complete, 4), { animate: true });
    view.update(scene(complete, 3));
    expect(find('wire:s-cert')).toBeNull();
  });

  it('does not move when the reader prefers stillness', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    view.update(scene(complete, 4));
    view.update(scene(complete, 5), { animate: true });
    const wire = find('wire:s-cert');
    expect(wire?.getAttribute('x2')).not.toBe(wire?.getAttribute('x1'));
    vi.unstubAllGlobals();
  });

  it('agrees with the file', () => {
    const drawn = scene(refused);
    view.update(drawn);
    const file = toSvg(drawn, themes.light).split('\n').slice(2, -2);
    const nodes = [...group.children];
    expect(nodes.length).toBe(file.length);
    nodes.forEach((node, index) => {
      expect(file[index]).toContain(`<${node.tagName} `);
      for (const { name, value } of node.attributes) {
        if (!value.startsWith('var(')) expect(file[index]).toContain(`${name}="${value}"`);
      }
    });
  });

  it('leaves nothing behind', () => {
    const select = vi.fn();
    const mine = open({ select });
    mine.view.update(scene(complete, 4));
    mine.view.update(scene(complete, 5), { animate: true });
    mine.view.destroy();
    expect(mine.group.children.length).toBe(0);
    expect(mine.group.attributes.length).toBe(0);
    mine.group.dispatchEvent(new Event('click'));
    expect(select).not.toHaveBeenCalled();
  });
});
