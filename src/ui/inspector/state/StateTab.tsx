// Both state machines as ladders: where each side stands, was and may come, what it takes now and what it would refuse.
// It must not know the run: everything it draws comes told by the story.

import { useMemo } from 'react';
import { settledUpTo } from '../../../store/index.ts';
import { type Ladder, laddersAt, type Rung, stateLabels as text } from '../../../story/ladders/index.ts';
import { useLab } from '../../context.ts';
import { FailedSign } from '../../parts/marks.tsx';
import { RichText } from '../../parts/RichText.tsx';
import { UnlikeSign, useMarksOf, useOther, WithSigns } from '../differing.tsx';
import { Standard } from '../Standard.tsx';
import { StepButton } from '../StepButton.tsx';
import '../explain.css';
import './states.css';

export function StateTab() {
  const timeline = useLab((lab) => lab.timeline);
  const step = useLab(settledUpTo);
  const lens = useLab((lab) => lab.view.lens);
  const view = useMemo(() => laddersAt(timeline, step, lens), [timeline, step, lens]);
  const signs = useMarksOf(view, useOther(settledUpTo, laddersAt), ({ ladders }) => ladders);
  return (
    <article className="explain states">
      <h2>{text.title}</h2>
      <p>{view.ladders.length > 0 ? text.lead : text.outside}</p>
      <WithSigns value={signs}>
        {view.ladders.map((ladder) => (
          <section key={ladder.of}>
            <h3>{ladder.title}</h3>
            <ol className="ladder" aria-label={ladder.title}>
              {ladder.rungs.map((rung) => (
                <RungItem key={rung.name} rung={rung} ladder={ladder} />
              ))}
            </ol>
          </section>
        ))}
      </WithSigns>
      <p className="note">{view.note}</p>
      <ul className="references">
        {view.references.map((reference) => (
          <li key={reference.text}>
            <Standard reference={reference} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function RungItem({ rung, ladder }: { readonly rung: Rung; readonly ladder: Ladder }) {
  const { name, status, doing, only, epoch, since } = rung;
  const current = status === 'here' || status === 'ended';
  const broken = status === 'ended' && ladder.failed;
  return (
    <li
      className={`rung rung-${broken ? 'broken' : status} reads-${epoch}`}
      aria-current={current ? 'step' : undefined}
    >
      {broken ? <FailedSign /> : <span className="rung-mark" aria-hidden="true" />}
      <p className="rung-head">
        <span className="visually-hidden">{text.statuses[status]}: </span>
        <UnlikeSign of={rung} />
        <code>{name}</code>
        {since && <Since since={since} />}
      </p>
      <p className="rung-doing">{doing}</p>
      {only !== undefined && <p className="rung-doing">{only}</p>}
      {current && <Now ladder={ladder} broken={broken} />}
    </li>
  );
}

function Since({ since: { step, label } }: { readonly since: NonNullable<Rung['since']> }) {
  if (step === 0) return <span className="since">{text.begin}</span>;
  return (
    <StepButton step={step} className="since">
      {text.goTo(step, label)}
    </StepButton>
  );
}

function Now({ ladder: { now, refused }, broken }: { readonly ladder: Ladder; readonly broken: boolean }) {
  return (
    <div className={broken ? 'box box-found' : 'box'}>
      {now.map((sentence) => (
        <p key={sentence.map((span) => span.text).join('')}>
          <RichText text={sentence} />
        </p>
      ))}
      {refused && (
        <>
          <p>
            <RichText text={refused.text} />
          </p>
          <details>
            <summary>{text.refused(refused.names.length)}</summary>
            <ul className="names">
              {refused.names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}
