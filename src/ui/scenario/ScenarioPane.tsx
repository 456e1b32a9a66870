// What is played: the three switches first, then the handshake's own choices, then everything else that can go wrong. Every change
// plays the scenario again.
// It must not know how a scenario is played.

import { chosenHistory, chosenScenario } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { ownParts } from '../brought.ts';
import { useLab, useLabStore } from '../context.ts';
import { Late } from '../parts/Late.tsx';
import { Lock } from '../parts/Lock.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Handshake } from './Handshake.tsx';
import { Practice } from './Practice.tsx';
import { parts } from './parts.ts';
import { Switch } from './Switch.tsx';
import { WentWrong } from './WentWrong.tsx';
import './scenario-pane.css';
import './touch.css';

const text = words.scenario;

export function ScenarioPane() {
  const own = useLab((lab) => lab.open.own);
  const lesson = useLab(({ view }) => view.lesson);
  const setOpen = useLab((lab) => lab.setOpen);
  if (lesson)
    return (
      <Late of={parts} name="lesson" next=".skip-link">
        {(LessonPane) => <LessonPane />}
      </Late>
    );
  const scenario = (
    <Lock name="scenario">
      <Switches />
      <Notice near="scenario" />
      <Lock name="handshake">
        <Handshake />
      </Lock>
      <Changes />
      <Lock name="errors">
        <WentWrong />
      </Lock>
    </Lock>
  );
  if (own)
    return (
      <Late of={ownParts} name="own" next=".skip-link">
        {({ OwnPane }) => <OwnPane practice={<Practice />}>{scenario}</OwnPane>}
      </Late>
    );
  return (
    <>
      {scenario}
      <section className="went-wrong own-door">
        <h2>{words.own.title}</h2>
        <button type="button" className="plain" onClick={() => setOpen({ own: true })}>
          {words.own.open}
        </button>
        <Practice />
      </section>
    </>
  );
}

function Switches() {
  const scenario = useLab(chosenScenario);
  const change = useLab((lab) => lab.change);
  const misbehave = useLab((lab) => lab.misbehave);
  const idle = scenario.clientAuthentication === 'off';
  const has = (id: string) => scenario.mischief.some((mischief) => mischief.id === id);
  const mishaps = [
    { id: 'bad-signature', ...text.badSignature },
    { id: 'untrusted-ca', ...text.untrustedCa },
  ];
  return (
    <div className="switches">
      <Lock name="client-authentication">
        <Switch
          title={text.clientAuthentication.title}
          meaning={text.clientAuthentication.meaning[scenario.clientAuthentication]}
          options={text.clientAuthentication.options}
          value={scenario.clientAuthentication}
          onChange={(clientAuthentication) => change({ clientAuthentication })}
        />
      </Lock>
      {mishaps.map(({ id, title, on, off }) => (
        <Lock key={id} name={id}>
          <Switch
            title={title}
            meaning={idle && has(id) ? text.idle : has(id) ? on : off}
            options={{ no: text.no, yes: text.yes }}
            value={has(id) ? 'yes' : 'no'}
            harmful="yes"
            onChange={(value) => misbehave(id, value === 'yes')}
          />
        </Lock>
      ))}
    </div>
  );
}

/** The way back from a change, and forward again. */
function Changes() {
  const { past, future } = useLab(chosenHistory);
  const { undo, redo } = useLabStore().getState();
  const reset = useLab((lab) => lab.reset);
  return (
    <div className="changes">
      <button type="button" className="plain" aria-disabled={past.length === 0} onClick={undo}>
        {text.undo}
      </button>
      <button type="button" className="plain" aria-disabled={future.length === 0} onClick={redo}>
        {text.redo}
      </button>
      <button type="button" className="plain" onClick={reset}>
        {text.reset}
      </button>
    </div>
  );
}
