// The handshake's own choices: version, suite, group, keys. What no longer fits a new choice gives way to it.
// It must not know how a scenario is played, nor which choices go together.

import { chosenScenario } from '../../../store/index.ts';
import { choiceWords as text } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { among, Choice, Tick } from '../../parts/Choice.tsx';

export function Choices() {
  const scenario = useLab(chosenScenario);
  const set = useLab((lab) => lab.change);
  const tls12 = scenario.version === '1.2';
  return (
    <div className="handshake-choices">
      <Choice
        look="choice"
        label={text.version}
        options={among(text.versions)}
        value={scenario.version}
        onChange={(version) => set({ version })}
      />
      <Choice
        look="choice"
        label={text.suite}
        options={among(text.suites)}
        value={scenario.suite}
        onChange={(suite) => set({ suite })}
      />
      {tls12 && (
        <Choice
          look="choice"
          label={text.keyExchange}
          options={among(text.keyExchanges)}
          value={scenario.keyExchange}
          onChange={(keyExchange) => set({ keyExchange })}
        />
      )}
      <Choice
        look="choice"
        label={text.group}
        options={among(text.groups)}
        value={scenario.group}
        onChange={(group) => set({ group })}
      />
      <Choice
        look="choice"
        label={text.keys}
        options={among(text.keyKinds)}
        value={scenario.keys}
        onChange={(keys) => set({ keys })}
      />
      <Choice
        look="choice"
        label={text.alpn}
        hint={text.alpnMeaning}
        options={among(text.protocols)}
        value={scenario.alpn}
        onChange={(alpn) => set({ alpn })}
      />
      {!tls12 && (
        <Choice
          look="choice"
          label={text.first}
          hint={text.firstMeaning}
          options={among(text.firsts)}
          value={scenario.first}
          onChange={(first) => set({ first })}
        />
      )}
      {!tls12 && (
        <Tick label={text.retry} hint={text.retryMeaning} value={scenario.retry} onChange={(retry) => set({ retry })} />
      )}
      <Tick
        label={text.coalesced}
        hint={text.coalescedMeaning}
        value={scenario.coalesced}
        onChange={(coalesced) => set({ coalesced })}
      />
      {!tls12 && (
        <Tick
          label={text.compatibility}
          hint={text.compatibilityMeaning}
          value={scenario.compatibility}
          onChange={(compatibility) => set({ compatibility })}
        />
      )}
    </div>
  );
}
