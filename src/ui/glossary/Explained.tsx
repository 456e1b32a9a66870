// The explanation of a marked word, beside it: on hover, at the keyboard’s focus, and held after a press. It covers no part of the line that
// the word stands in, goes with Esc, and can be pointed at.
// It must not know who marks words.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { terms } from '../../words/glossary/index.ts';
import './glossary.css';

interface Open {
  readonly word: HTMLElement;
  /** Whether it stays until it is sent away. */
  readonly held: boolean;
}

interface Props {
  /** What the marked words stand in. */
  readonly area: RefObject<HTMLElement | null>;
  /** What is told: another one closes it. */
  readonly of: unknown;
}

/** How long a pointer rests on a word before it is explained, and is away before that goes; in milliseconds. */
const delays = { open: 150, close: 250 };

/** The explanation of whatever word is asked for in an area, to be put at its end. */
export function Explained({ area, of }: Props) {
  const [open, setOpen] = useState<Open>();
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see Props
  useEffect(() => setOpen(undefined), [of]);
  useEffect(() => (area.current ? listen(area.current, panel, setOpen) : undefined), [area]);
  useEffect(() => (open ? leave(open.word, panel, () => setOpen(undefined)) : undefined), [open]);
  useLayoutEffect(() => {
    if (open && panel.current && area.current) place(panel.current, open.word, area.current);
  }, [open, area]);
  const term = terms.find(({ name }) => name === open?.word.dataset.term);
  return (
    <div className="explanation" role="status" ref={panel}>
      {term && (
        <p>
          <b>{term.name}</b> {term.text}
        </p>
      )}
    </div>
  );
}

const wordAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null;

/** Opens and closes as the reader points, presses and moves the focus. @returns what ends it */
function listen(
  area: HTMLElement,
  panel: RefObject<HTMLElement | null>,
  setOpen: (change: (before: Open | undefined) => Open | undefined) => void,
): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (delay: number, change: (before: Open | undefined) => Open | undefined): void => {
    clearTimeout(timer);
    timer = setTimeout(() => setOpen(change), delay);
  };
  const on = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void) =>
    area.addEventListener(name, act, { signal });
  on('pointerover', ({ pointerType, target }) => {
    if (pointerType !== 'mouse') return;
    const word = wordAt(target);
    if (word) later(delays.open, (before) => (before?.held ? before : { word, held: false }));
    else if (target instanceof Node && panel.current?.contains(target)) clearTimeout(timer);
    else later(delays.close, (before) => (before?.held ? before : undefined));
  });
  on('pointerleave', () => later(delays.close, (before) => (before?.held ? before : undefined)));
  on('focusin', ({ target }) => {
    const word = wordAt(target);
    if (word?.matches(':focus-visible')) setOpen(() => ({ word, held: false }));
  });
  on('focusout', () => setOpen((before) => (before?.held ? before : undefined)));
  on('click', ({ target }) => {
    const word = wordAt(target);
    if (!word) return;
    clearTimeout(timer);
    setOpen((before) => (before?.held && before.word === word ? undefined : { word, held: true }));
  });
  on('keydown', (event) => {
    const way = ways[event.key];
    const word = wordAt(event.target);
    if (!way || !word) return;
    event.preventDefault();
    const words = [...area.querySelectorAll<HTMLElement>('[data-term]')];
    words[words.indexOf(word) + way]?.focus();
  });
  return () => {
    clearTimeout(timer);
    gone.abort();
  };
}

const ways: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Closes at Esc, which then closes nothing else, and at a press elsewhere. @returns what ends it */
function leave(word: HTMLElement, panel: RefObject<HTMLElement | null>, close: () => void): () => void {
  const gone = new AbortController();
  const { signal } = gone;
  const dismiss = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const press = ({ target }: PointerEvent): void => {
    if (target instanceof Node && !word.contains(target) && !panel.current?.contains(target)) close();
  };
  window.addEventListener('keydown', dismiss, { capture: true, signal });
  window.addEventListener('pointerdown', press, { signal });
  return () => gone.abort();
}

/** Below the line of the word, or above it where there is no room; as far to the right as it fits. */
function place(panel: HTMLElement, word: HTMLElement, area: HTMLElement): void {
  const around = area.getBoundingClientRect();
  const line = word.getBoundingClientRect();
  const seen = area.parentElement?.getBoundingClientRect() ?? around;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const edge = 12;
  const gap = 5;
  const above = line.bottom + gap + height > seen.bottom && line.top - gap - height >= seen.top;
  const left = Math.max(edge, Math.min(line.left - around.left, around.width - width - edge));
  panel.style.left = `${left}px`;
  panel.style.top = `${(above ? line.top - gap - height : line.bottom + gap) - around.top}px`;
}
