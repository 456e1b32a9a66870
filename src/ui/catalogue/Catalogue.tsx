// The list of what can go wrong: all of it by who misbehaves, or what fits the words in the field, or what a pasted error can mean.
// It must not know how anything on the list is done.

import { useMemo } from 'react';
import { type Diagnosis, diagnose } from '../../lab/diagnose/index.ts';
import { catalogue, type Entry } from '../../lab/index.ts';
import { alertDescriptions } from '../../tls/index.ts';
import { clueSentence, entryWords, puzzles } from '../../words/catalogue/index.ts';
import { catalogueWords as text } from '../../words/ui/index.ts';
import { EntryItem } from './EntryItem.tsx';
import { Sweep } from './Sweep.tsx';
import { found } from './search.ts';
import './catalogue.css';

/** The list, which must be at hand, or what fits the words in the field. */
export function Catalogue({ query }: { readonly query: string }) {
  const all = catalogue();
  const wanted = query.trim();
  const diagnosis = useMemo(() => (wanted === '' ? undefined : diagnose(wanted, all)), [wanted, all]);
  if (wanted === '')
    return (
      <>
        <Everything entries={all} />
        <Sweep />
      </>
    );
  return <Answer diagnosis={diagnosis} entries={found(all, wanted)} />;
}

const groups = ['client', 'server', 'network'] as const;

function Everything({ entries }: { readonly entries: readonly Entry[] }) {
  return groups.map((who) => (
    <section key={who} className="entries" aria-label={text.groups[who]}>
      <h3>{text.groups[who]}</h3>
      <Entries entries={entries.filter((entry) => entry.who === who && entry.takes?.at !== 'any record')} />
    </section>
  ));
}

function Answer({
  diagnosis,
  entries,
}: {
  readonly diagnosis: Diagnosis | undefined;
  readonly entries: readonly Entry[];
}) {
  const known = diagnosis?.known === true;
  return (
    <div aria-live="polite">
      {known && <Meaning diagnosis={diagnosis} />}
      {entries.length > 0 && (
        <section className="entries" aria-label={text.matches}>
          <h3>{text.matches}</h3>
          <Entries entries={entries} />
        </section>
      )}
      {!known && entries.length === 0 && (
        <p className="unknown">{diagnosis?.known === false && puzzles[diagnosis.puzzle]}</p>
      )}
    </div>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <EntryItem key={entry.id} entry={entry} note={entryWords(entry.id).story} />
      ))}
    </ul>
  );
}

/** So many possible meanings of an error are shown. */
const most = 8;

function Meaning({ diagnosis }: { readonly diagnosis: Extract<Diagnosis, { readonly known: true }> }) {
  const [reading] = diagnosis.readings;
  return (
    <section className="entries" aria-label={text.meaning}>
      <h3>{text.meaning}</h3>
      {reading && <p>{text.read(reading, alertDescriptions.codes)}</p>}
      {diagnosis.suggestions.length === 0 && <p>{text.nothingHere}</p>}
      <ul>
        {diagnosis.suggestions.slice(0, most).map(({ entry, version, because }) => (
          <EntryItem
            key={`${entry.id} ${version}`}
            entry={entry}
            note={clueSentence(because, alertDescriptions.codes)}
            version={version}
          />
        ))}
      </ul>
    </section>
  );
}
