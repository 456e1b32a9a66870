// The handshake's own choices: version, suite, group, keys. What no longer fits a new choice gives way to it.
// It must not know how a scenario is played, nor which choices go together.

import { useId } from 'react';
import type { Scenario } from '../../lab/index.ts';
import { chosenScenario } from '../../store/index.ts';
import { useLab } from '../context.ts';
import { markFlip } from '../frames/stopwatch.ts';
import { words } from '../words.ts';

const text = words.scenario;

export function Handshake() {
  const scenario = useLab(chosenScenario);
  const change = useLab((lab) => lab.change);
  const set = (patch: Partial<Scenario>): void => {
    markFlip();
    change(patch);
  };
  const older = scenario.version === '1.2';
  return (
    <section className="handshake" aria-label={text.handshake}>
      <h2>{text.handshake}</h2>
      <Choice
        label={text.version}
        options={text.versions}
        value={scenario.version}
        onChange={(version) => set({ version })}
      />
      <Choice label={text.suite} options={text.suites} value={scenario.suite} onChange={(suite) => set({ suite })} />
      {older && (
        <Choice
          label={text.keyExchange}
          options={text.keyExchanges}
          value={scenario.keyExchange}
          onChange={(keyExchange) => set({ keyExchange })}
        />
      )}
      <Choice label={text.group} options={text.groups} value={scenario.group} onChange={(group) => set({ group })} />
      <Choice label={text.keys} options={text.keyKinds} value={scenario.keys} onChange={(keys) => set({ keys })} />
      <Choice
        label={text.alpn}
        hint={text.alpnMeaning}
        options={text.protocols}
        value={scenario.alpn}
        onChange={(alpn) => set({ alpn })}
      />
      {!older && (
        <Tick label={text.retry} hint={text.retryMeaning} value={scenario.retry} onChange={(retry) => set({ retry })} />
      )}
      <Tick
        label={text.coalesced}
        hint={text.coalescedMeaning}
        value={scenario.coalesced}
        onChange={(coalesced) => set({ coalesced })}
      />
      {!older && (
        <Tick
          label={text.compatibility}
          hint={text.compatibilityMeaning}
          value={scenario.compatibility}
          onChange={(compatibility) => set({ compatibility })}
        />
      )}
    </section>
  );
}

interface ChoiceProps<Option extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (value: Option) => void;
}

function Choice<Option extends string>({ label, hint, options, value, onChange }: ChoiceProps<Option>) {
  const id = useId();
  return (
    <div className="choice" title={hint}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-description={hint}
        onChange={(event) => onChange(event.target.value as Option)}
      >
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
