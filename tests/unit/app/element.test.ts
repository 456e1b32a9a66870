// @vitest-environment happy-dom
// The element on a page that lets go of it: whoever asked it something is told so.

import { expect, it } from 'vitest';
import '../../../src/app/element/element.ts';
import { elementWords } from '../../../src/words/element.ts';

interface Element extends HTMLElement {
  state(): Promise<unknown>;
}

const made = () => document.createElement('counter-sign') as Element;

it('answers nobody before it is on a page', async () => {
  await expect(made().state()).rejects.toThrow(elementWords.left);
});

it('tells those who wait for its frame that it has left', async () => {
  const element = made();
  document.body.append(element);
  const asked = element.state();
  element.remove();
  await expect(asked).rejects.toThrow(elementWords.left);
});
