// One thing that can go wrong, as a line to press. The one that is played tells what must come of it, and where it can happen.
// It must not know how it is done.

import { type Entry, expectationOf, type Mischief, type Scenario, staged } from '../../lab/index.ts';
import { chosenScenario } from '../../store/index.ts';
import { alertDescriptions } from '../../tls/index.ts';
import { entryWords, whenWords } from '../../words/catalogue/index.ts';
import { outcome, catalogueWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { Choice } from '../parts/Choice.tsx';

interface Props {
  readonly entry: Entry;
  readonly note: string;
  /** The version in which it is to be played; left out: the present one, where it can happen there. */
  readonly version?: Scenario['version'] | undefined;
}

export function EntryItem({ entry, note, version }: Props) {
  const scenario = useLab(chosenScenario);
  const stage = useLab((lab) => lab.stage);
  const played = scenario.mischief.find(({ id }) => id === entry.id);
  const active = played !== undefined && (version === undefined || version === scenario.version);
  const press = (): void =>
    stage((own) => (active ? { ...own, mischief: [] } : staged(entry, own, undefined, version)));
  // The places are those of the version that is played.
  const place = (at: number): void => stage((own) => staged(entry, own, at, scenario.version));
  return (
    <li className={active ? 'entry active' : 'entry'}>
      <button type="button" aria-pressed={active} onClick={press}>
        <b>{entryWords(entry.id).title}</b> <Versions entry={entry} version={version} />
        <span className="entry-note">{note}</span>
      </button>
      {active && <Details entry={entry} scenario={scenario} mischief={played} onPlace={place} />}
    </li>
  );
}

function Versions({ entry, version }: Pick<Props, 'entry' | 'version'>) {
  const only = Object.keys(entry.expect);
  if (version !== undefined) return <span className="entry-version">{text.inVersion(version)}</span>;
  return only.length === 1 ? <span className="entry-version">{text.onlyIn(only.join())}</span> : null;
}

interface DetailsProps {
  readonly entry: Entry;
  readonly scenario: Scenario;
  readonly mischief: Mischief;
  readonly onPlace: (at: number) => void;
}

function Details({ entry, scenario, mischief, onPlace }: DetailsProps) {
  const spots = entry.takes?.at === 'any record' ? [] : (entry.takes?.at?.[scenario.version] ?? []);
  const alone = scenario.mischief.length === 1;
  const expectation = alone ? expectationOf(entry, scenario, mischief) : undefined;
  return (
    <>
      {spots.length > 0 && (
        <Choice
          label={text.place}
          options={spots.map(({ at, when }) => [at, whenWords(when)] as const)}
          value={mischief.at ?? spots[0]?.at ?? 0}
          onChange={onPlace}
        />
      )}
      {expectation && <p className="entry-outcome">{outcome(expectation, alertDescriptions.codes)}</p>}
    </>
  );
}
