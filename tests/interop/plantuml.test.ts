// The pictures in PlantUML's language are drawn by PlantUML, with every arrow and every word.

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';
import { catalogue, defaultScenario, run, type Scenario, supply } from '../../src/lab/index.ts';
import { entriesOf, wornBy } from '../../src/story/export/diagram-text.ts';
import { toPlantUml } from '../../src/story/export/index.ts';
import { toModel } from '../../src/story/index.ts';
import { withPrograms } from './program.ts';

await supply();

const plantuml = { program: 'plantuml', from: 'plantuml', asked: '-version' };
const title = 'A run; with “signs” # and @enduml';

const scenarios: readonly (readonly [string, Partial<Scenario>])[] = [
  ['honest', {}],
  ['TLS 1.2', { version: '1.2' }],
  ['HTTP/2', { alpn: 'h2' }],
  // Some of each file of the catalogue: what is escaped, and how an arrow ends, is the same in all.
  ...catalogue().flatMap(({ id, expect: expected }, at) =>
    expected['1.3'] && at % 5 === 0 ? [[id, { mischief: [{ id }] }] as const] : [],
  ),
];

/** The words of each drawing and the number of its arrows' heads: one program draws all of them, since it takes long to start. */
function drawn(sources: readonly string[]): readonly { readonly text: string; readonly arrows: number }[] {
  const next = '<!-- the next one -->';
  const { stdout, stderr, status } = spawnSync(plantuml.program, ['-tsvg', '-pipe', '-pipedelimitor', next], {
    input: sources.join(''),
    encoding: 'utf8',
    env: { ...process.env, JAVA_TOOL_OPTIONS: '-Djava.awt.headless=true' },
    maxBuffer: 1e8,
  });
  expect([status, stderr.replaceAll(/^Picked up .*\n/gm, '')]).toEqual([0, '']);
  return stdout
    .split(next)
    .slice(0, -1)
    .map((svg) => ({
      text: unescaped([...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words).join('\n')),
      arrows: [...svg.matchAll(/<polygon /g)].length,
    }));
}

const unescaped = (text: string) =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('\u00a0', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

withPrograms('what PlantUML draws', [plantuml], () => {
  it('is each picture, with the words of each message', () => {
    const models = scenarios.map(([, patch]) => toModel(run({ ...defaultScenario, ...patch }), Infinity));
    const pictures = drawn(models.map((model) => toPlantUml(model, title)));
    expect(pictures).toHaveLength(models.length);
    for (const [at, model] of models.entries()) {
      const { text = '', arrows = 0 } = pictures[at] ?? {};
      const messages = entriesOf(model).flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
      const missing = messages.flatMap(wornBy).filter((line) => !text.includes(line));
      expect([scenarios[at]?.[0], missing]).toEqual([scenarios[at]?.[0], []]);
      expect(text).toContain(title);
      expect(arrows).toBeGreaterThanOrEqual(messages.filter(({ lost }) => !lost).length);
    }
  }, 120_000);
});
