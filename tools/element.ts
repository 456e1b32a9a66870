// The element that other pages use, as one small script without modules, so that any page can take it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { browsers } from './building.ts';

/** Writes it into the built folder. */
export async function writeElement(root: string, dist: string): Promise<void> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: [...browsers],
      copyPublicDir: false,
      rolldownOptions: { input: join(root, 'src/app/element/element.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  writeFileSync(join(dist, 'countersign-element.js'), output[0].code);
}
