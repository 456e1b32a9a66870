// One thing that can go wrong: as a line to press, what it needs before it can be played, and what comes of it while it is.
// It must not know how it is done.

import { demandsOf, type Entry, entryNamed, expectationOf, hasSwitch, type Mischief, staged } from '../../lab/index.ts';
import { chosenHistory, chosenScenario, ownScenario } from '../../store/index.ts';
import { alertDescriptions } from '../../tls/index.ts';
import { adviceFor, entryWords, whenWords } from '../../words/catalogue/index.ts';
import { outcome, catalogueWords as text } from '../../words/ui/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { Choice } from '../parts/Choice.tsx';
import { press, switchOff } from './press.ts';
import './catalogue.css';

/** A line of the list. */
export function EntryItem({ entry }: { readonly entry: Entry }) {
  const store = useLabStore();
  const active = useLab((lab) => chosenScenario(lab).mischief.some(({ id }) => id === entry.id));
  const { title, story } = entryWords(entry.id);
  return (
    <li className={active ? 'entry active' : 'entry'}>
      <button type="button" aria-pressed={active} onClick={() => press(store, entry.id)}>
        <b>{title}</b>
        <span className="entry-note">{story}</span>
        <Needs id={entry.id} />
      </button>
      {active && <EntryDetails id={entry.id} />}
    </li>
  );
}

/** What would have to be chosen otherwise, before it is. */
export function Needs({ id, version }: { readonly id: string; readonly version?: '1.2' | '1.3' }) {
  const own = useLab(ownScenario);
  const active = useLab((lab) => chosenScenario(lab).mischief.some((each) => each.id === id));
  const entry = entryNamed(id);
  const demands = entry && entry.takes?.at !== 'any record' ? demandsOf(entry, own, version) : {};
  if (active || Object.keys(demands).length === 0) return null;
  return <span className="entry-note">{text.needs(demands)}</span>;
}

/** What must come of what is played, where it happens, and what was set for it. */
export function EntryDetails({ id }: { readonly id: string }) {
  const { own, played: scenario } = useLab((lab) => chosenHistory(lab).now);
  const stage = useLab((lab) => lab.stage);
  const entry = entryNamed(id);
  const mischief = scenario.mischief.find((each) => each.id === id);
  if (!entry || !mischief) return null;
  const spots = entry.takes?.at === 'any record' ? [] : (entry.takes?.at?.[scenario.version] ?? []);
  const expectation = scenario.mischief.length === 1 ? expectationOf(entry, scenario, mischief) : undefined;
  const changed = Object.entries(scenario).filter(
    ([name, value]) => name !== 'mischief' && own[name as 'seed'] !== value,
  );
  return (
    <div className="entry-details">
      {spots.length > 0 && (
        <Choice
          label={text.place}
          options={spots.map(({ at, when }) => [at, whenWords(when)] as const)}
          value={mischief.at ?? spots[0]?.at ?? 0}
          // The places are those of the version that is played.
          onChange={(at) => stage((before) => staged(entry, before, at, scenario.version))}
        />
      )}
      {expectation && <p>{outcome(expectation, alertDescriptions.codes)}</p>}
      <p>{text.check(adviceFor(entry))}</p>
      {changed.length > 0 && <p>{text.given(Object.fromEntries(changed))}</p>}
    </div>
  );
}

/** What goes wrong in this run and has no line and no switch elsewhere in the column. @param besides the ids that have one */
export function Playing({ besides }: { readonly besides: readonly string[] }) {
  const store = useLabStore();
  const scenario = useLab(chosenScenario);
  const shown = scenario.mischief.filter(({ id }) => !hasSwitch(id) && !besides.includes(id));
  const once = shown.filter(({ id }, at) => shown.findIndex((each) => each.id === id) === at);
  if (once.length === 0) return null;
  return (
    <ul className="failures" aria-label={text.played}>
      {once.map(({ id }: Mischief) => (
        <li key={id} className="entry active">
          <p>
            <b>{entryWords(id).title}</b>
          </p>
          <EntryDetails id={id} />
          <button type="button" className="plain" onClick={() => switchOff(store, id)}>
            {text.off}
          </button>
        </li>
      ))}
    </ul>
  );
}
