// Fields with their names above them. They must not know what is written.

import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** One line. */
export function Entry({ label, value, onChange }: Props) {
  return (
    <label className="workshop-field">
      <span>{label}</span>
      <input type="text" value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

/** Some lines. */
export function Area({ label, value, onChange, hint, rows = 4 }: Props & { readonly rows?: number }) {
  const described = useId();
  return (
    <div className="workshop-field">
      <label>
        <span>{label}</span>
        <textarea
          rows={rows}
          value={value}
          aria-describedby={hint === undefined ? undefined : described}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {hint !== undefined && <small id={described}>{hint}</small>}
    </div>
  );
}
