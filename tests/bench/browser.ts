// The benchmark's page: everything is measured in the browser and handed over as `countersignBench`. It is not shipped.

import { layout, mount, tableMeasure } from '../../src/diagram/index.ts';
import { defaultScenario, play } from '../../src/lab/index.ts';
import { toModel } from '../../src/story/index.ts';
import { besideMermaid } from './beside.ts';
import { engineSamples, firstHandshake, firstRsaHandshake, size } from './engine.ts';
import { others } from './names.ts';
import { type Sample, summed, timed } from './sample.ts';

const first = firstHandshake();
const firstRsa = await firstRsaHandshake();

Object.assign(window, { countersignBench: { first, firstRsa, samples, besideMermaid } });

async function samples(): Promise<Sample[]> {
  return [...(await engineSamples(tableMeasure)), ...(await viewSamples())];
}

/** Updates of the DOM with the style and layout that follow from them, without waiting for the screen. */
async function viewSamples(): Promise<Sample[]> {
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  const view = mount(svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g')));
  const good = play(defaultScenario);
  const bad = play({ ...defaultScenario, mischief: [{ id: 'untrusted-ca' }] });
  const scenes = good.steps.map(({ number }) => layout(toModel(good, number), tableMeasure, size));
  const turns = [scenes.at(-1), layout(toModel(bad, bad.steps.length), tableMeasure, size)];
  const times: number[] = [];
  for (let round = 0; round < 140; round++) {
    const scene = scenes[round % scenes.length];
    if (!scene) continue;
    const start = performance.now();
    view.update(scene, { animate: false });
    svg.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  const replace = await timed(others.replace, (round) => {
    const scene = turns[round % turns.length];
    if (scene) view.update(scene, { animate: false });
    svg.getBoundingClientRect();
  });
  return [summed(others.step, times), replace];
}
