// @vitest-environment happy-dom
// Lessons as they stand on the page: what becomes of their words, how a question is answered, and how one is made.

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkParts, runSupplied } from '../../../src/lab/index.ts';
import { packed } from '../../../src/lesson/format/index.ts';
import { createLab, type LabStore } from '../../../src/store/index.ts';
import { LabContext } from '../../../src/ui/context.ts';
import { LessonPane } from '../../../src/ui/lesson/index.ts';
import { workshopWords as making, lessonWords as text } from '../../../src/words/lessons/index.ts';

let root: Root;
let place: HTMLElement;
let lab: LabStore;

beforeAll(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await linkParts.need('reading', 'extras');
});

beforeEach(() => {
  localStorage.clear();
  place = document.body.appendChild(document.createElement('div'));
  place.className = 'lab';
  root = createRoot(place);
  lab = createLab((scenario) => runSupplied(scenario));
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

async function show(lesson: string): Promise<void> {
  lab.getState().arrange({ lesson });
  await act(async () =>
    root.render(
      <LabContext value={lab}>
        <LessonPane />
      </LabContext>,
    ),
  );
}

const see = (words: string): Promise<void> =>
  vi.waitFor(async () => {
    await act(async () => undefined);
    expect(place.textContent).toContain(words);
  }, 15_000);

function button(name: string): HTMLButtonElement {
  const found = [...place.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  if (!found) throw new Error(`There is no button ${name} in: ${place.textContent}`);
  return found;
}

const press = (name: string): Promise<void> => act(async () => button(name).click());

function field(name: string): HTMLInputElement | HTMLTextAreaElement {
  const label = [...place.querySelectorAll('label')].find((each) => each.querySelector('span')?.textContent === name);
  const found = label?.querySelector<HTMLInputElement>('input, textarea');
  if (!found) throw new Error(`There is no field ${name}`);
  return found;
}

async function write(name: string, words: string): Promise<void> {
  const into = field(name);
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(into), 'value') ?? {};
  await act(async () => {
    set?.call(into, words);
    into.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const pick = (at: number): Promise<void> =>
  act(async () => place.querySelectorAll<HTMLInputElement>('.lesson-question input')[at]?.click());

const foreign = `# Theirs

## One

#1?step=8

A \`<b>\` &lt;i&gt; *c* [d](https://else.example/x) [e](#1?step=5)

> Say **this**.

### Who?

- [ ] a
- [x] b

why

## Two

#1?step=10

### Predict: message
`;

describe('a lesson of somebody else', () => {
  it('becomes words and nothing else, and links say where they lead', async () => {
    await show(`~${await packed(foreign)}`);
    await see(text.origins.link);
    expect(place.textContent).toContain('A <b> <i> c d (else.example) e');
    expect(place.querySelectorAll('.lesson-part b, .lesson-part i')).toHaveLength(0);
    const [out, inside] = place.querySelectorAll<HTMLAnchorElement>('.lesson-part a');
    expect([out?.getAttribute('rel'), out?.target, inside?.getAttribute('href')]).toEqual([
      'noreferrer noopener',
      '_blank',
      '#1?step=5',
    ]);
  });

  it('asks, counts the first try, and goes on to an end that says what was missed', async () => {
    await show(`~${await packed(foreign)}`);
    await see('Who?');
    await press(text.check);
    expect(place.textContent).toContain(text.pick);
    await pick(0);
    await press(text.check);
    expect(place.textContent).toContain(text.wrong);
    await pick(1);
    await press(text.check);
    expect(place.textContent).toContain(`${text.right}`);
    expect(place.textContent).toContain('why');
    await press(text.next);
    await see('What comes next?');
    expect(document.activeElement?.textContent).toBe('Two');
    await press(text.skip);
    expect(place.textContent).toContain(text.passed);
    // The picture has gone on to what came.
    expect(lab.getState().cursor).toBe(11);
    await press(text.toEnd);
    await see(text.score(0, 2));
    expect([...place.querySelectorAll('.lesson-missed button')].map((each) => each.textContent)).toEqual([
      'One',
      'Two',
    ]);
  });

  it('tells its author what is wrong, by lines', async () => {
    await show(`~${await packed(foreign.replace('Predict: message', 'Predict: weather'))}`);
    await see('Line 22: There is no question of the kind “weather”.');
  });
});

describe('a lesson in the making', () => {
  it('takes the moment that is shown, and comes back after the page is gone', async () => {
    lab.getState().seek(4, 'jump');
    await show('make');
    await see(making.none);
    await write(making.name, 'Mine');
    await press(making.add);
    await see(making.added(1));
    await write(making.part.title, 'First');
    await write(making.part.words, 'a <b>');
    await see('Part 1: This looks like HTML');
    expect(button(making.preview).disabled).toBe(true);
    await write(making.part.words, 'a');
    expect(button(making.preview).disabled).toBe(false);
    await act(async () => lab.getState().seek(6, 'jump'));
    await press(making.add);
    await write(making.part.title, 'Second');
    await press(making.up(2));
    await see(making.moved(1, 2));
    await act(async () => root.unmount());
    root = createRoot(place);
    await show('make');
    await see('Part 1: Second');
    expect([...place.querySelectorAll('.workshop-name')].map((each) => each.textContent)).toEqual([
      'Part 1: Second',
      'Part 2: First',
    ]);
    await press(making.preview);
    await see(text.origins.draft);
    expect(lab.getState().cursor).toBe(6);
    await press(text.next);
    await vi.waitFor(() => expect(lab.getState().cursor).toBe(4));
  });

  it('takes nothing of certificates that somebody brought, and says so', async () => {
    await show('make');
    await see(making.none);
    const { history } = lab.getState();
    await act(async () => lab.setState({ history: { ...history, now: { ...history.now, brought: true } } }));
    await press(making.add);
    await see(making.own);
    expect(localStorage.getItem('countersign:lesson:draft')).toContain('"link":"#1?step=0"');
  });

  it('says how long a link would be where it is too long for one', async () => {
    await show('make');
    await see(making.none);
    await write(making.name, 'Long');
    await press(making.add);
    await write(making.part.title, 'First');
    const words = Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 99991).toString(36)).join(' ');
    await write(making.part.words, words);
    await press(making.share);
    await see('letters, and a link has at most 8,192.');
    expect(field(making.part.words).value).toBe(words);
  });

  it('can be undone where much would be lost', async () => {
    await show('make');
    await see(making.none);
    await press(making.add);
    await press(making.clear);
    await see(making.none);
    await press(making.undo);
    await see(making.edit(1, making.nameless));
  });
});
