// The key schedule as a tree that fills while the handshake goes: stages, and in each the values that belong to it.
// It must not know how a value is derived: everything it draws comes told by the story.

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { finishedAt, stepNumberAt, toldUpTo } from '../../../lab/index.ts';
import type { Lab } from '../../../store/index.ts';
import { type KeyNode, type KeySection, keyTree } from '../../../story/keys/index.ts';
import { keyWords } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { RichText } from '../../parts/RichText.tsx';
import { useMarksOf, useOther, WithSigns } from '../differing.tsx';
import { Standard } from '../Standard.tsx';
import { KeyBranch } from './KeyNode.tsx';
import './keys.css';

export function KeysTab() {
  const timeline = useLab((lab) => lab.timeline);
  const cursor = useLab(placeOf);
  const lens = useLab((lab) => lab.view.lens);
  const tree = useMemo(() => keyTree(timeline, cursor, lens), [timeline, cursor, lens]);
  const signs = useMarksOf(tree, useOther(placeOf, keyTree), ({ keys }) => keys);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const top = useRef<HTMLDivElement>(null);
  useNewsInSight(top, Math.ceil(cursor), opened.size === 0);
  const toggle = (id: string): void => {
    const others = [...opened].filter((other) => other !== id);
    setOpened(new Set(opened.has(id) ? others : [...others, id]));
  };
  return (
    <div className="keys-pane" ref={top}>
      <p className="keys-intro">
        <RichText text={tree.intro} />
      </p>
      <WithSigns value={signs}>
        {tree.sections.map((section) => (
          <Section key={section.id} section={section} opened={opened} onToggle={toggle} />
        ))}
      </WithSigns>
      <ul className="references" aria-label={keyWords.references}>
        {tree.references.map((reference) => (
          <li key={reference.text}>
            <Standard reference={reference} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SectionProps {
  readonly section: KeySection;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Section({ section: { title, hue, nodes }, opened, onToggle }: SectionProps) {
  const begun = nodes.some(someMade);
  return (
    <section className={['key-section', hue && `hue-${hue}`, begun && 'made'].filter(Boolean).join(' ')}>
      <h2>{title}</h2>
      <ol className="key-list key-trunk">
        {nodes.map((node) => (
          <KeyBranch key={node.id} node={node} opened={opened} onToggle={onToggle} />
        ))}
      </ol>
    </section>
  );
}

function someMade({ made, branches }: KeyNode): boolean {
  return made || branches.some(someMade);
}

const placeOf = ({ timeline, cursor }: Lab): number => halfOrWhole(toldUpTo(timeline, cursor));

/** What happens while a step is on its way happens at its beginning: between whole steps, one cursor is like the other. */
function halfOrWhole(cursor: number): number {
  const step = stepNumberAt(cursor);
  return finishedAt(cursor) === step ? step : step - 0.5;
}

/** Scrolls to what is new in a step, unless the reader has opened one and so reads elsewhere. */
function useNewsInSight(top: RefObject<HTMLElement | null>, step: number, free: boolean): void {
  const shown = useRef(step);
  useEffect(() => {
    const changed = shown.current !== step;
    shown.current = step;
    const panel = top.current?.parentElement;
    const news = [...(top.current?.querySelectorAll('.key-button.fresh') ?? [])].map((each) =>
      each.getBoundingClientRect(),
    );
    const [first] = news;
    if (!changed || !free || !panel || !first) return;
    const seen = panel.getBoundingClientRect();
    const last = news.at(-1) ?? first;
    if (first.top < seen.top || last.bottom > seen.bottom) panel.scrollTop += first.top - seen.top - headroom;
  }, [top, step, free]);
}

/** What stays visible above the news, in px. */
const headroom = 72;
