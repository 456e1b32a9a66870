// Flips every byte of the handshake, one at a time, and shows who noticed what. A line leads to the first byte of its kind.
// It must not know how a sweep is made.

import type { Group } from '../../lab/sweep/index.ts';
import { chosenScenario } from '../../store/index.ts';
import { alertDescriptions } from '../../tls/index.ts';
import { findingSentence, sweepWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSweep } from './sweeping.ts';

export function Sweep() {
  const scenario = useLab(chosenScenario);
  const change = useLab((lab) => lab.change);
  const { report, running, start, cancel } = useSweep();
  const groups = report && 'groups' in report ? report.groups : undefined;
  const show = ({ first: { record, offset } }: Group): void =>
    change({ mischief: [{ id: 'flip', at: record, params: { offset, mask: 1 } }] }, 'opening');
  return (
    <section className="sweep" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p>{text.meaning}</p>
      {running ? (
        <button type="button" className="plain" onClick={cancel}>
          {text.cancel}
        </button>
      ) : (
        <button type="button" className="plain" onClick={() => start(scenario)}>
          {groups ? text.again : text.start}
        </button>
      )}
      {running && (
        <progress
          aria-label={text.progress}
          {...(report?.kind === 'progress' ? { value: report.done, max: report.total } : {})}
        />
      )}
      {(report?.kind === 'failed' || report?.kind === 'impossible') && <p role="alert">{text[report.kind]}</p>}
      {groups && <Groups groups={groups} onShow={show} />}
    </section>
  );
}

function Groups({ groups, onShow }: { readonly groups: readonly Group[]; readonly onShow: (group: Group) => void }) {
  const sorted = [...groups].sort((a, b) => b.count - a.count);
  return (
    <ul>
      {sorted.map((group) => (
        <li key={JSON.stringify(group.finding)} className="entry">
          <button type="button" onClick={() => onShow(group)}>
            <b>{text.bytes(group.count)}</b>{' '}
            <span className="entry-note">{findingSentence(group.finding, alertDescriptions.codes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
