import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes } from '../../../src/diagram/index.ts';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
const [light, dark, projector] = css.split(/:root\[data-theme="(?:dark|projector)"\]/);

describe('the palette in CSS', () => {
  it.each([
    ['light', light],
    ['dark', dark],
    ['projector', projector],
  ] as const)('is the diagram’s %s palette', (name, block) => {
    for (const [ink, hue] of Object.entries(themes[name])) expect(block).toContain(`--${ink}: ${hue.toLowerCase()};`);
  });
});
