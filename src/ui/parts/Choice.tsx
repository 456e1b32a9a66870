// One out of a few: a list that opens, with its name before it, words side by side of which one is pressed, or a box to tick.
// It must not know what is chosen, nor what comes of it.

import { useId } from 'react';

/** What can be chosen, each with the word for it, in order. */
export type Options<Option> = readonly (readonly [Option, string])[];

/** The options of a table of words. */
export function among<Option extends string>(words: Readonly<Record<Option, string>>): Options<Option> {
  return Object.entries(words) as [Option, string][];
}

interface Props<Option> {
  readonly options: Options<Option>;
  readonly value: Option;
  readonly onChange: (value: Option) => void;
}

interface ListProps<Option> extends Props<Option> {
  readonly label: string;
  readonly hint?: string;
  /** In a line of a column; left out, its place tells what it is about, and the name is not to be seen. */
  readonly look?: 'choice';
}

/** A list that opens. */
export function Choice<Option extends string | number>(props: ListProps<Option>) {
  const { label, hint, look, options, value, onChange } = props;
  const list = (
    <select
      aria-label={label}
      aria-description={hint}
      value={value}
      onChange={({ target }) => onChange(options[target.selectedIndex]?.[0] ?? value)}
    >
      {options.map(([option, word]) => (
        <option key={option} value={option}>
          {word}
        </option>
      ))}
    </select>
  );
  if (look === undefined) return list;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the list is its control
    <label className={look} title={hint}>
      <span>{label}</span>
      {list}
    </label>
  );
}

/** Words side by side; the harmful one wears the colour of alerts when pressed. Their fieldset is the caller's. */
export function WordChoice<Option extends string>(props: Props<Option> & { readonly harmful?: Option | undefined }) {
  const { options, value, onChange, harmful } = props;
  const name = useId();
  return options.map(([option, word]) => (
    <label key={option} className={option === harmful ? 'harmful' : undefined}>
      <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
      <span>{word}</span>
    </label>
  ));
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Something that is so, or not. */
export function Tick({ label, hint, value, onChange }: TickProps) {
  const id = useId();
  return (
    <div className="tick" title={hint}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-description={hint}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
