// What is played: the three switches first, then the handshake's own choices. Every change plays the scenario again.
// It must not know how a scenario is played.

import { useId } from 'react';
import type { Scenario } from '../lab/index.ts';
import { useLab } from './context.ts';
import { Switch } from './Switch.tsx';
import { markFlip } from './stopwatch.ts';
import { words } from './words.ts';
import './scenario-pane.css';

const text = words.scenario;

export function ScenarioPane() {
  return (
    <>
      <Switches />
      <Handshake />
    </>
  );
}

function Switches() {
  const scenario = useLab((lab) => lab.scenario);
  const change = useLab((lab) => lab.change);
  const misbehave = useLab((lab) => lab.misbehave);
  const idle = scenario.clientAuthentication === 'off';
  const has = (id: string) => scenario.mischief.some((mischief) => mischief.id === id);
  const flip = (id: string) => (value: 'no' | 'yes') => {
    markFlip();
    misbehave(id, value === 'yes');
  };
  const mishaps = [
    { id: 'bad-signature', ...text.badSignature },
    { id: 'untrusted-ca', ...text.untrustedCa },
  ];
  return (
    <div className="switches">
      <Switch
        title={text.clientAuthentication.title}
        meaning={text.clientAuthentication.meaning[scenario.clientAuthentication]}
        options={text.clientAuthentication.options}
        value={scenario.clientAuthentication}
        onChange={(clientAuthentication) => {
          markFlip();
          change({ clientAuthentication });
        }}
      />
      {mishaps.map(({ id, title, on, off }) => (
        <Switch
          key={id}
          title={title}
          meaning={idle && has(id) ? text.idle : has(id) ? on : off}
          options={{ no: text.no, yes: text.yes }}
          value={has(id) ? 'yes' : 'no'}
          harmful="yes"
          onChange={flip(id)}
        />
      ))}
    </div>
  );
}

function Handshake() {
  const scenario = useLab((lab) => lab.scenario);
  const change = useLab((lab) => lab.change);
  const set = (patch: Partial<Scenario>): void => {
    markFlip();
    change(patch);
  };
  return (
    <section className="handshake" aria-label={text.handshake}>
      <h2>{text.handshake}</h2>
      <dl>
        <div>
          <dt>{text.version}</dt>
          <dd>{text.versionValue}</dd>
        </div>
      </dl>
      <Choice label={text.suite} options={text.suites} value={scenario.suite} onChange={(suite) => set({ suite })} />
      <Choice label={text.group} options={text.groups} value={scenario.group} onChange={(group) => set({ group })} />
      <Choice label={text.keys} options={text.keyKinds} value={scenario.keys} onChange={(keys) => set({ keys })} />
      <Tick label={text.retry} hint={text.retryMeaning} value={scenario.retry} onChange={(retry) => set({ retry })} />
      <Tick
        label={text.coalesced}
        hint={text.coalescedMeaning}
        value={scenario.coalesced}
        onChange={(coalesced) => set({ coalesced })}
      />
      <Tick
        label={text.compatibility}
        hint={text.compatibilityMeaning}
        value={scenario.compatibility}
        onChange={(compatibility) => set({ compatibility })}
      />
    </section>
  );
}

interface ChoiceProps<Option extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (value: Option) => void;
}

function Choice<Option extends string>({ label, options, value, onChange }: ChoiceProps<Option>) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Option)}>
        {Object.entries<string>(options).map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

function Tick({ label, hint, value, onChange }: TickProps) {
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
