// The field for an error or for words to search, and what they lead to beside it: a combobox (ARIA APG), whose list comes late.
// It must not know how words are read.

import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useId, useState } from 'react';
import { words } from '../../words/ui/index.ts';
import type { Answer } from '../catalogue/answers.ts';
import { useLabStore } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { useSpace } from '../space.ts';
import { parts } from './parts.ts';

const text = words.catalogue;

export function ErrorField() {
  const store = useLabStore();
  const inline = useSpace() === 'phone';
  const list = useId();
  const [query, setQuery] = useState('');
  /** Whether the list is there, or asked to go to its first line as soon as it is. */
  const [open, setOpen] = useState<boolean | 'going'>(false);
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [current, setCurrent] = useState(0);
  const shown = open && query.trim() !== '';
  const chosen = shown ? answers[current] : undefined;
  const expanded = chosen !== undefined;
  const ask = (next: string): void => {
    setQuery(next);
    setCurrent(0);
    setOpen(true);
  };
  const go = (answer: Answer): void => {
    setOpen(false);
    parts.take('catalogue').play(store, answer);
    // After it steps can be taken by the keyboard at once.
    document.getElementById(list)?.closest('.lab')?.querySelector<HTMLElement>('.stage')?.focus();
  };
  /** Does what a key stands for here; false when it stands for nothing. */
  const act = (key: string): boolean => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (move !== undefined && !shown) setOpen(true);
    else if (move !== undefined) setCurrent((current + move + answers.length) % Math.max(1, answers.length));
    else if (key === 'Enter' && shown) chosen ? go(chosen) : setOpen('going');
    else if (key === 'Escape' && shown) setOpen(false);
    else if (key === 'Escape' && query !== '') setQuery('');
    else return false;
    return true;
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (act(event.key)) event.preventDefault();
  };
  // A line of its own says more than the same words run together: what is pasted is read as it was.
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    ask(value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length));
  };
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what happens to the field and the list in it
    <div className={inline ? 'ask ask-inline' : 'ask'} onBlur={leave}>
      <input
        type="text"
        role="combobox"
        data-errors
        aria-label={text.search}
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? list : undefined}
        aria-activedescendant={expanded ? `${list}-${current}` : undefined}
        placeholder={text.search}
        spellCheck={false}
        autoComplete="off"
        value={query.replace(/\s*\n\s*/g, ' ')}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onPaste={paste}
        onKeyDown={keyDown}
        onChange={(event) => ask(event.target.value)}
      />
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in it leaves the focus where it is
        <div className="answers" onMouseDown={(event) => event.preventDefault()}>
          <Fence>
            <Late
              of={parts}
              name="catalogue"
              loading={<p className="answers-read">{text.loading}</p>}
              next=".ask input"
            >
              {({ Answers }) => (
                <Answers
                  id={list}
                  query={query}
                  current={current}
                  going={open === 'going'}
                  onAnswers={setAnswers}
                  onGo={go}
                />
              )}
            </Late>
          </Fence>
        </div>
      )}
    </div>
  );
}
