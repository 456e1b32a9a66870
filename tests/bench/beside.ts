// Our picture beside Mermaid's of the same handshake: from what each is given to the browser's finished layout.
// Ours is the arithmetic and the first drawing of a model in an empty SVG of the page; Mermaid's is the rendering of its text, and the SVG
// put into the page. Each ends by asking the browser where things are, so that neither leaves style and layout for later. They take
// turns, and each has drawn the same before the clock runs: code is warm, fonts are there, widths of words are known.

import { type Band, layout, type Model, mount, type Row, tableMeasure } from '../../src/diagram/index.ts';
import { defaultScenario, play } from '../../src/lab/index.ts';
import { toModel } from '../../src/story/index.ts';
import { size } from './engine.ts';
import { loadMermaid, type Mermaid, mermaidVersion, toMermaid } from './mermaid.ts';
import { beside } from './names.ts';
import { summed } from './sample.ts';
import type { Figure } from './stage.ts';

/** How many messages are drawn how often, after rounds that don't count. */
const plan = [
  { messages: 14, runs: 30, warm: 5 },
  { messages: 1000, runs: 7, warm: 1 },
] as const;

/** Medians of both, and how much of Mermaid's time ours is. */
export async function besideMermaid(): Promise<Figure[]> {
  const mermaid = await loadMermaid();
  await document.fonts.ready;
  const figures: Figure[] = [];
  for (const { messages, runs, warm } of plan) {
    const model = handshakesOf(messages);
    const ours = ourDrawing(model);
    const theirs = theirDrawing(mermaid, model);
    const rounds: { readonly ours: number; readonly theirs: number }[] = [];
    for (let round = 0; round < warm + runs; round++) rounds.push({ ours: await ours(), theirs: await theirs() });
    const counted = rounds.slice(warm);
    const names = beside(messages, mermaidVersion);
    const own = median(counted.map(({ ours }) => ours));
    const other = median(counted.map(({ theirs }) => theirs));
    figures.push(
      { name: names.ours, value: own, unit: 'ms' },
      { name: names.theirs, value: other, unit: 'ms' },
      { name: names.share, value: (100 * own) / other, unit: '%' },
    );
  }
  return figures;
}

function median(times: readonly number[]): number {
  return summed('', times).median;
}

/** The end of what a newcomer sees, which has 14 messages, and the same again until there are enough. */
function handshakesOf(messages: number): Model {
  const timeline = play(defaultScenario);
  const once = toModel(timeline, timeline.steps.length);
  const rows: Row[] = [];
  const bands: Band[] = [];
  let left = messages;
  for (let time = 0; left > 0; time++) {
    const renamed = (id: string) => `${id}:${time}`;
    for (const row of once.rows) {
      if (row.kind === 'message' && --left < 0) break;
      rows.push({ ...row, id: renamed(row.id), step: row.step + time * once.playhead });
    }
    bands.push(...once.bands.map((band) => ({ ...band, id: renamed(band.id), from: renamed(band.from) })));
  }
  const last = rows.at(-1);
  const ending = last && { endsAt: last.id };
  const actors = { left: { ...once.actors.left, ...ending }, right: { ...once.actors.right, ...ending } };
  return { ...once, actors, rows, bands, playhead: last?.step ?? 0 };
}

/** Draws once, takes it away again, and says how many ms it took. */
type Drawing = () => Promise<number>;

function ourDrawing(model: Model): Drawing {
  return async () => {
    const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    const group = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
    settle(svg);
    // A layout is remembered with its rows: these have none.
    const unknown = { ...model, rows: [...model.rows] };
    await rest();
    const start = performance.now();
    const scene = layout(unknown, tableMeasure, size);
    svg.setAttribute('viewBox', `0 0 ${scene.width} ${scene.height}`);
    mount(group).update(scene);
    settle(svg);
    const time = performance.now() - start;
    demand(svg, model);
    svg.remove();
    return time;
  };
}

function theirDrawing(mermaid: Mermaid, model: Model): Drawing {
  const text = toMermaid(model);
  return async () => {
    const place = document.body.appendChild(document.createElement('div'));
    settle(place);
    await rest();
    const start = performance.now();
    const { svg } = await mermaid.render('mermaid', text);
    place.innerHTML = svg;
    settle(place.firstElementChild);
    const time = performance.now() - start;
    demand(place, model);
    place.remove();
    return time;
  };
}

/** Time for the browser to tidy up what the other has left, or it would do that on the next one's clock. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

function settle(element: Element | null): void {
  element?.getBoundingClientRect();
  if (element instanceof SVGGraphicsElement) element.getBBox();
}

/** Nobody is to be quick by leaving something out: every message and every note says its words, however they are broken into lines. */
function demand(drawn: Element, { rows }: Model): void {
  const bare = (text: string) => text.replaceAll(/\s/g, '');
  const said = bare(drawn.textContent ?? '');
  const titles = rows.map((row) => bare(row.kind === 'message' ? row.title : row.text));
  for (const title of new Set(titles)) {
    const wanted = titles.filter((each) => each === title).length;
    if (said.split(title).length <= wanted) throw new Error(`${title} was not drawn ${wanted} times.`);
  }
}
