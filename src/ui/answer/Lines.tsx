// What is to be written for the program that somebody has: one out of a list for each side that has to act, and the lines for it. It must not
// know which lines.

import { useState } from 'react';
import type { OwnCause } from '../../lab/own/index.ts';
import type { Role } from '../../tls/index.ts';
import { answerPaneWords as text } from '../../words/own/index.ts';
import type * as Settings from '../../words/settings/index.ts';
import { useLab } from '../context.ts';
import { Choice } from '../parts/Choice.tsx';
import { useCopy } from '../parts/copy.ts';

interface Props {
  readonly cause: OwnCause;
  readonly settings: typeof Settings;
}

/** The lines for both sides, as far as a side has something to do. */
export function Lines({ cause, settings: { adviceOn, usualValues, ...settings } }: Props) {
  const name = useLab((lab) => lab.timeline.scenario?.name);
  const more = { ...(name !== undefined && { name }), ...(cause.what === 'depth' && { depth: cause.depth }) };
  const advice = adviceOn(cause, { client: usualValues('client', more), server: usualValues('server', more) });
  const sides = [...new Set(advice.map(({ side }) => side))];
  return sides.map((side) => (
    <ForSide
      key={side}
      side={side}
      advice={advice.filter((each) => each.side === side)}
      deedNames={settings.deedNames}
    />
  ));
}

interface ForSideProps extends Pick<typeof Settings, 'deedNames'> {
  readonly side: Role;
  readonly advice: readonly Settings.Advice[];
}

function ForSide({ side, advice, deedNames }: ForSideProps) {
  const like = useLab((lab) => lab.brought?.[side].manner?.program);
  const [chosen, choose] = useState<Settings.ProgramName>();
  const options = [...new Map(advice.map(({ program, title }) => [program, title])).entries()];
  const known = (program: Settings.ProgramName | undefined) => options.find(([each]) => each === program)?.[0];
  const program =
    known(chosen) ??
    options.find(([, title]) => like?.startsWith(title))?.[0] ??
    known(side === 'server' ? 'nginx' : 'openssl') ??
    options[0]?.[0];
  if (program === undefined) return null;
  return (
    <section className="own-lines" aria-label={text.linesFor(side)} aria-live="off">
      <p>
        {text.linesFor(side)} <Choice label={text.program(side)} options={options} value={program} onChange={choose} />
      </p>
      {advice
        .filter((each) => each.program === program)
        .map((each) => (
          <Passage key={each.deed} advice={each} name={deedNames[each.deed]} />
        ))}
    </section>
  );
}

interface PassageProps {
  readonly advice: Settings.Advice;
  readonly name: string;
}

function Passage({ advice: { lines, source, title }, name }: PassageProps) {
  const [said, say] = useState<string | null>(null);
  const copy = useCopy(say);
  return (
    <div>
      <h4>{name}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: lines may be wider than the pane, and are scrolled by keyboard */}
      <pre tabIndex={0}>{lines}</pre>
      <p className="own-source">
        <button type="button" className="plain" onClick={() => copy(() => lines, text)}>
          {text.copy}
          <span className="visually-hidden">: {name}</span>
        </button>{' '}
        <a href={source} target="_blank" rel="noopener noreferrer">
          {text.source(title)}
        </a>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
