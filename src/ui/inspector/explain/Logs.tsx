// Lines of logs by program, and where they were seen. It must not know what they are about.

import type { LogTable } from '../../../story/explain/index.ts';

/** @param mono whether the lines are a program’s own, and not told of it */
export function Logs({
  logs: { title, lines, note, source },
  mono,
}: {
  readonly logs: LogTable;
  readonly mono?: boolean;
}) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={mono ? 'table logs' : 'table'}>
        {lines.map(({ program, text: line }) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{mono ? <code>{line}</code> : line}</dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p className="source">{note}</p>}
      <p className="source">{source}</p>
    </section>
  );
}
