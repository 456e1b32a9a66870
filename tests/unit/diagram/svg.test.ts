// Pictures as files: the same for ever, in every palette legible.

import { describe, expect, it } from 'vitest';
import { type Ink, layout, type Model, tableMeasure, themes, toSvg } from '../../../src/diagram/index.ts';
import { complete, disturbed, refused } from '../../golden/models.ts';

const draw = (model: Model, options = {}) =>
  layout(model, tableMeasure, { width: 730, height: 740, captions: true, fontScale: 1, ...options });

describe('toSvg', () => {
  it.each([
    ['complete', toSvg(draw(complete), themes.light)],
    ['refused', toSvg(draw(refused), themes.dark)],
    [
      'disturbed-narrow',
      toSvg(layout(disturbed, tableMeasure, { width: 390, captions: true, fontScale: 1 }), themes.projector),
    ],
  ])('draws %s as it always did', async (name, picture) => {
    await expect(picture).toMatchFileSnapshot(`../../golden/${name}.svg`);
  });

  it('escapes what the model says', () => {
    const actors = { ...complete.actors, left: { ...complete.actors.left, knows: '<b> & "c"' } };
    expect(toSvg(draw({ ...complete, actors }), themes.light)).toContain('&lt;b&gt; &amp; &quot;c&quot;');
  });

  it('leaves no ink unresolved', () => {
    expect(toSvg(draw(refused), themes.light)).not.toContain('var(');
  });
});

describe('themes', () => {
  const texts: readonly Ink[] = ['ink', 'muted', 'cleartext', 'handshake', 'application', 'alert', 'interference'];
  it.each(Object.entries(themes))('%s is legible on paper and sheet (WCAG 2.2, 1.4.3)', (_, theme) => {
    for (const ink of texts) {
      expect(contrast(theme[ink], theme.paper), ink).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme[ink], theme.sheet), ink).toBeGreaterThanOrEqual(4.5);
    }
  });
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
