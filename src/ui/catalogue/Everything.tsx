// Everything that can go wrong, folded by what it is about, the everyday first, each with its count; and the sweep of all bytes.
// It must not know how anything on the list is done.

import { useState } from 'react';
import { catalogue, type Entry, famous } from '../../lab/index.ts';
import { chosenScenario } from '../../store/index.ts';
import { catalogueWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { EntryItem } from './Entry.tsx';
import { Sweep } from './Sweep.tsx';

/** What is on the list: all that can be chosen by name. */
export function listed(): readonly Entry[] {
  return catalogue().filter(({ takes }) => takes?.at !== 'any record');
}

/** What people meet every day comes first. */
const topics = ['certificate', 'possession', 'negotiation', 'flow', 'attack', 'protection'] as const;

/** The topics, folded, and the sweep. */
export function Everything() {
  return (
    <section className="everything" aria-label={text.everything}>
      {topics.map((topic) => (
        <Group key={topic} topic={topic} />
      ))}
      <Sweep />
    </section>
  );
}

/** Open at first if something in it is played; after that it's the reader's. */
function Group({ topic }: { readonly topic: Entry['topic'] }) {
  const playing = useLab((lab) => chosenScenario(lab).mischief);
  const entries = listed().filter((entry) => entry.topic === topic);
  const [open] = useState(() => entries.some(({ id }) => playing.some((each) => each.id === id)));
  const everyday = entries.filter(isFamous);
  return (
    <details open={open}>
      <summary>
        {text.topics[topic]} <span className="count">{entries.length}</span>
      </summary>
      <ul>
        {[...everyday, ...entries.filter((entry) => !isFamous(entry))].map((entry) => (
          <EntryItem key={entry.id} entry={entry} />
        ))}
      </ul>
    </details>
  );
}

function isFamous({ id }: Entry): boolean {
  return famous.some((each) => each === id);
}
