// Fields with their names above them. They must not know what is written.

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
  return (
    <label className="workshop-field">
      <span>{label}</span>
      {hint !== undefined && <small>{hint}</small>}
      <textarea rows={rows} value={value} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}
