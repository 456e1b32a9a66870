// A choice of two or three words side by side, one of them pressed, with one line of what that means.
// It must not know what it switches.

import { useId } from 'react';
import { among, WordChoice } from '../parts/Choice.tsx';
import './switch.css';

interface Props<Option extends string> {
  readonly title: string;
  readonly meaning: string;
  readonly options: Readonly<Record<Option, string>>;
  readonly value: Option;
  /** The option that does harm: it wears the colour of alerts when pressed. */
  readonly harmful?: Option;
  readonly onChange: (value: Option) => void;
}

export function Switch<Option extends string>({ title, meaning, options, value, harmful, onChange }: Props<Option>) {
  const id = useId();
  return (
    <fieldset className="switch" aria-describedby={`${id}-meaning`}>
      <legend>{title}</legend>
      <p id={`${id}-meaning`}>{meaning}</p>
      <div className="switch-options">
        <WordChoice options={among(options)} value={value} harmful={harmful} onChange={onChange} />
      </div>
    </fieldset>
  );
}
