// Whether the handshake with the reader's certificates would work: a headline, why, what to change, and then every check of both sides.
// It must not know the run: everything it draws comes told.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Timeline } from '../../lab/index.ts';
import { type Answer, failedCheckOf, unshownIn } from '../../lab/own/index.ts';
import { shelf } from '../../shelf/index.ts';
import { landing } from '../../store/index.ts';
import { certificatesAt } from '../../story/certificates/index.ts';
import { chainsChecked } from '../../story/messages/index.ts';
import {
  answerWords,
  differenceSentence,
  answerPaneWords as text,
  unshownSentences,
  warningSentence,
} from '../../words/own/index.ts';
import { useLab } from '../context.ts';
import { Checks } from '../inspector/explain/Checks.tsx';
import { Explain } from '../inspector/explain/Explain.tsx';
import { FactTable } from '../inspector/FactTable.tsx';
import { Glossed, Marked } from '../inspector/Prose.tsx';
import { StepButton } from '../inspector/StepButton.tsx';
import { useOwn } from '../own/session.ts';
import { useStyles } from '../own/styles.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import styles from './answer.css?inline';
import { whenIdle } from './idle.ts';
import { Lines } from './Lines.tsx';
import { Trials, Tried } from './Trials.tsx';

const words = shelf({ settings: () => import('../../words/settings/index.ts') });

/** The answer, in the place of what a step means. */
export function OwnAnswer() {
  useStyles();
  useLateStyles(styles);
  const answer = useOwn((own) => own.answer);
  const cause = useOwn((own) => own.cause);
  const supplied = useOwn((own) => own.supplied);
  const timeline = useLab((lab) => lab.timeline);
  const settled = useLab((lab) => lab.settled);
  const lists = useMemo(() => chainsChecked(timeline), [timeline]);
  const [more, setMore] = useState(false);
  const top = useRef<HTMLElement>(null);
  const told = useMemo(
    () => answer && toldOf(answerWords(answer, failedCheckOf(answer), cause ?? undefined)),
    [answer, cause],
  );
  if (!answer || !told) return <Explain />;
  const { headline, reason, remedy, texts } = told;
  const { alert, why } = answer;
  const empty = answer.clientCertificate === 'none' && supplied.client.shows !== 'demo';
  const unshown = unshownIn(timeline);
  const warnings = [...new Set(answer.warnings.map(warningSentence))];
  const end = landing(timeline);
  return (
    <>
      <article className="explain own-answer" aria-live="polite" ref={top}>
        <Glossed texts={texts} area={top}>
          <Tried />
          <h2>{headline}</h2>
          <p className="gist">
            {unshown && `${unshownSentences[unshown]} `}
            <Marked text={reason} />
            {alert && (
              <>
                {' '}
                <strong className="tone-bad">
                  {alert.description} ({alert.code})
                </strong>
              </>
            )}
          </p>
          {answer.refusedBy && supplied[answer.refusedBy].trusts === 'demo' && (
            <p>{text.demoTrust(answer.refusedBy)}</p>
          )}
          {why.what === 'obstacle' && <p>{text.unstarted}</p>}
          {remedy !== undefined && (
            <section className="box box-remedy">
              <h3>{text.change}</h3>
              <p>
                <Marked text={remedy} />
              </p>
              <Trials answer={answer} />
              {cause && (
                <Late of={words} name="settings" next=".inspector">
                  {(settings) => <Lines cause={cause} settings={settings} />}
                </Late>
              )}
            </section>
          )}
          {remedy === undefined && <Trials answer={answer} />}
          {settled !== end && (
            <p>
              <StepButton step={end}>{text.goTo(end, answer.outcome === 'works')}</StepButton>
            </p>
          )}
          {warnings.length > 0 && (
            <section>
              <h3>{text.known}</h3>
              <ul className="own-warnings">
                {warnings.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </section>
          )}
          {answer.outcome !== 'does not start' && <Others answer={answer} />}
          {empty && <WhyEmpty timeline={timeline} />}
          {(answer.refusedBy === 'client' ? [...lists].reverse() : lists).map((list) => (
            <Checks key={list.title} list={list} />
          ))}
          {settled === end && (
            <button type="button" className="plain" aria-expanded={more} onClick={() => setMore(!more)}>
              {text.details}
            </button>
          )}
        </Glossed>
      </article>
      {settled === end && more && <Explain />}
    </>
  );
}

/** The same with what is said in texts, in which words can be marked. */
function toldOf({ headline, reason, remedy }: ReturnType<typeof answerWords>) {
  const [first, then] = [[{ text: reason }], remedy === undefined ? undefined : [{ text: remedy }]];
  return { headline, reason: first, remedy: then, texts: then ? [first, then] : [first] };
}

/** Which certificates the client has, which the server would take, and why it shows none of them. */
function WhyEmpty({ timeline }: { readonly timeline: Timeline }) {
  const { presentations } = certificatesAt(timeline, timeline.steps.length);
  const motive = presentations.find(({ of }) => of === 'client')?.motive;
  if (!motive) return null;
  return (
    <section>
      <h3>{motive.title}</h3>
      <p>{motive.reason}</p>
      <FactTable facts={motive.facts} />
    </section>
  );
}

/** With which programs it would end otherwise, once somebody asks: each has to be played. */
function Others({ answer }: { readonly answer: Answer }) {
  const differences = useOwn((own) => own.differences);
  const compared = useOwn((own) => own.compared);
  const compare = useOwn((own) => own.compare);
  const stop = useOwn((own) => own.stopComparing);
  const [wanted, want] = useState<Answer>();
  const asking = wanted === answer && differences === null;
  useEffect(() => (asking ? whenIdle(() => compare(answer)) : undefined), [asking, compare, answer]);
  const leave = useSuccessor('.inspector');
  if (asking)
    return (
      <section>
        <h3>{text.others}</h3>
        <p className="own-progress" role="status">
          <progress aria-label={text.comparing} value={compared?.done ?? 0} max={compared?.total ?? 1} />{' '}
          {text.comparing}{' '}
          <button
            type="button"
            className="plain"
            ref={leave}
            onClick={() => {
              want(undefined);
              stop();
            }}
          >
            {text.stop}
          </button>
        </p>
      </section>
    );
  return (
    <section>
      <h3>{text.others}</h3>
      {differences === null ? (
        <button type="button" className="plain" ref={leave} onClick={() => want(answer)}>
          {text.compare}
        </button>
      ) : (
        <ul className="own-warnings">
          {differences.length === 0 && <li>{text.noDifference}</li>}
          {differences.map((difference) => {
            const sentence = differenceSentence(difference, failedCheckOf(difference.answer));
            return <li key={sentence}>{sentence}</li>;
          })}
        </ul>
      )}
    </section>
  );
}
