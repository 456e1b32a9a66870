// What is told beside the picture of both connections: the story of the way, who knows what, what was really said inside, and the present step,
// which the inspector looks into. It must not know how anything is found out.

import { type ReactNode, useEffect, useMemo } from 'react';
import { answering, type Proxied } from '../../lab/proxied/index.ts';
import { ownInUse } from '../../store/index.ts';
import { knownIn, lensesOf, passagesOf, proxiedSpoken, saidIn } from '../../story/proxied/index.ts';
import { type Eyes, knownSentences, proxiedWords as text, wayWords } from '../../words/proxied/index.ts';
import { LabContext, useLab } from '../context.ts';
import { Doors } from './Doors.tsx';
import { useLabs } from './session.ts';

interface Props {
  readonly run: Proxied;
  readonly eyes: Eyes;
  readonly step: number;
}

interface ToldProps extends Props {
  readonly inspector: ReactNode;
}

/** The words beside the picture. */
export function Told({ run, eyes, step, inspector }: ToldProps) {
  return (
    <div className="proxied-told">
      {step === 0 ? <Story run={run} /> : <Look run={run} eyes={eyes} step={step} inspector={inspector} />}
      <Doors run={run} />
    </div>
  );
}

function Story({ run }: Pick<Props, 'run'>) {
  const own = useLab(ownInUse);
  const { title, story } = wayWords[run.way];
  const said = useMemo(() => saidIn(run), [run]);
  const known = useMemo(() => knownSentences(run.way, knownIn(run)), [run]);
  return (
    <article>
      <h3>{title}</h3>
      {own && (
        <p className="known">{text.own[run.way === 'pass-through' && run.own ? 'through' : (run.own ?? 'none')]}</p>
      )}
      {story.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {isStopped(run) && <p className="known">{text.stopped}</p>}
      <h4>{text.known}</h4>
      <ul>
        {known.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {said.read !== said.sent && <Text title={text.read} text={said.read} />}
      <Text title={text.sent} text={said.sent} />
      <Text title={text.got} text={said.got} />
      {run.back && <p className="proxied-order">{text.order}</p>}
    </article>
  );
}

/** Whether it does not come to a request that the proxy could pass on. */
function isStopped({ way, back }: Proxied): boolean {
  return !back && !answering.has(way) && way !== 'pass-through';
}

/** What was said inside a connection, as it stands in its data. */
function Text({ title, text: said }: { readonly title: string; readonly text: string | undefined }) {
  if (said === undefined) return null;
  return (
    <>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0}>{said.trimEnd()}</pre>
    </>
  );
}

/** The present step in its own connection. */
function Look({ run, eyes, step, inspector }: ToldProps) {
  const labs = useLabs(run);
  const passage = useMemo(() => passagesOf(run)[step - 1], [run, step]);
  const half = passage?.half ?? 'front';
  const number = passage?.step.number ?? 0;
  const lens = lensesOf(run.way, eyes)[half];
  const lab = labs[half];
  useEffect(() => {
    if (!lab || lens === null) return;
    lab.getState().arrange({ lens });
    lab.getState().seek(number, 'jump');
  }, [lab, lens, number]);
  const where = text.halves[run.way === 'pass-through' ? 'through' : half];
  if (lens === null || !lab) return <p className="known">{text.unknown}</p>;
  return (
    <>
      <p className="known">{where}</p>
      <LabContext value={lab}>{inspector}</LabContext>
    </>
  );
}

/** The story for those who listen. */
export function Steps({ run, eyes, step }: Props) {
  const told = useMemo(() => proxiedSpoken(run, eyes), [run, eyes]);
  return (
    <div className="visually-hidden">
      <ol aria-label={text.list}>
        {told
          .filter((each) => step === 0 || each.step <= step)
          .map((each) => (
            <li key={each.step} value={each.step} aria-current={each.step === step ? 'step' : undefined}>
              {each.text}
            </li>
          ))}
      </ol>
      <p aria-live="polite">{told.find((each) => each.step === step)?.text}</p>
    </div>
  );
}
