// What went wrong: a field to paste an error into or to search in, what happens most often, and the way to all the rest, which is
// fetched when somebody reaches for it. It must not know what is on the list.

import { useId, useState } from 'react';
import { defaultScenario, famous, hasSwitch } from '../../lab/index.ts';
import { chosenScenario } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { ErrorField } from './ErrorField.tsx';
import { parts, useCatalogue } from './parts.ts';
import './went-wrong.css';

const text = words.catalogue;

export function WentWrong() {
  const scenario = useLab(chosenScenario);
  const [touched, setTouched] = useState(false);
  const [all, setAll] = useState(false);
  const catalogue = useCatalogue(touched || scenario !== defaultScenario);
  const id = useId();
  const touch = (): void => setTouched(true);
  const special = scenario.mischief.some((each) => !hasSwitch(each.id) && !famous.some((one) => one === each.id));
  return (
    <section className="went-wrong" aria-labelledby={`${id}-title`} onPointerEnter={touch} onFocus={touch}>
      <h2 id={`${id}-title`}>{text.title}</h2>
      <ErrorField />
      {special && !all && (
        <Fence>
          <Late of={parts} name="catalogue" next=".all-failures">
            {({ Playing }) => <Playing besides={famous} />}
          </Late>
        </Fence>
      )}
      <ul className="failures" aria-label={text.famous}>
        {famous.map((failure) => (
          <Failure key={failure} id={failure} />
        ))}
      </ul>
      <button type="button" className="plain all-failures" aria-expanded={all} onClick={() => setAll(!all)}>
        {text.all(catalogue?.listed().length)}
      </button>
      {all && (
        <Fence>
          <Late of={parts} name="catalogue" loading={<p className="loading">{text.loading}</p>} next=".all-failures">
            {({ Everything }) => <Everything />}
          </Late>
        </Fence>
      )}
    </section>
  );
}

/** One of the famous: by its plain name, and what it needs or does as soon as that is at hand. */
function Failure({ id }: { readonly id: (typeof famous)[number] }) {
  const store = useLabStore();
  const active = useLab((lab) => chosenScenario(lab).mischief.some((each) => each.id === id));
  const catalogue = useCatalogue(false);
  const press = (): void => {
    parts.need('catalogue').then(
      () => parts.take('catalogue').press(store, id),
      () => store.getState().tell({ near: 'scenario', kind: 'missing', what: 'choice', again: press }),
    );
  };
  return (
    <li className={active ? 'entry active' : 'entry'}>
      <button type="button" aria-pressed={active} onClick={press}>
        <b>{text.titles[id]}</b>
        {catalogue && <catalogue.Needs id={id} />}
      </button>
      {active && catalogue && <catalogue.EntryDetails id={id} />}
    </li>
  );
}
