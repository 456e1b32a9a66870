// A choice of two or three words side by side, one of them pressed, with one line of what that means.
// It must not know what it switches.

import { useId } from 'react';
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
        {entries(options).map(([option, label]) => (
          <label key={option} className={option === harmful ? 'harmful' : undefined}>
            <input type="radio" name={id} value={option} checked={option === value} onChange={() => onChange(option)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function entries<Key extends string>(record: Readonly<Record<Key, string>>): [Key, string][] {
  return Object.entries(record) as [Key, string][];
}
