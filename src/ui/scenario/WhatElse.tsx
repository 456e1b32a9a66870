// The way to everything else that can go wrong: a field to search in or to paste an error into, and the list below it, which is fetched
// when somebody reaches for it. It must not know what is on the list.

import { useId, useState } from 'react';
import { hasSwitch, labParts } from '../../lab/index.ts';
import { shelf } from '../../shelf/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { takeFocus, useSuccessor } from '../parts/focus.ts';
import { Late } from '../parts/Late.tsx';

const parts = shelf({
  catalogue: () =>
    Promise.all([import('../catalogue/index.ts'), labParts.need('mischief')]).then(([{ Catalogue }]) => Catalogue),
});

const text = words.catalogue;

export function WhatElse() {
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(false);
  const special = useLab((lab) => lab.scenario.mischief.some(({ id }) => !hasSwitch(id)));
  const id = useId();
  const leave = useSuccessor('[data-awaiting]');
  const want = (): void => setWanted(true);
  return (
    <section className="what-else" aria-labelledby={`${id}-title`} tabIndex={-1} data-awaiting>
      <h2 id={`${id}-title`}>{text.title}</h2>
      <textarea
        data-errors
        aria-label={text.search}
        placeholder={text.search}
        rows={query.includes('\n') ? 4 : 2}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onFocus={want}
        onChange={(event) => setQuery(event.target.value)}
      />
      {wanted || special ? (
        <Fence>
          <Late of={parts} name="catalogue" loading={<p className="loading">{text.loading}</p>} next="[data-awaiting]">
            {(Catalogue) => (
              <div ref={takeFocus}>
                <Catalogue query={query} />
              </div>
            )}
          </Late>
        </Fence>
      ) : (
        <button type="button" className="plain" ref={leave} onClick={want}>
          {text.open}
        </button>
      )}
    </section>
  );
}
