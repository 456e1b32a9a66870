// Something that goes wrong, out of all that can, to be put beside a run. It must not know how anything on the list is done.

import { catalogue, staged } from '../../lab/index.ts';
import { entryWords } from '../../words/catalogue/index.ts';
import { compareWords as text } from '../../words/compare/index.ts';
import { Choice } from '../parts/Choice.tsx';
import { useBeside } from './session.ts';

/** The list. */
export function Entries() {
  const { second, stage } = useBeside((beside) => beside);
  const entries = catalogue().filter(({ takes }) => takes?.at !== 'any record');
  const chosen = second?.scenario.mischief[0]?.id ?? '';
  return (
    <Choice
      label={text.catalogue}
      options={[['', text.noEntry], ...entries.map(({ id }) => [id, entryWords(id).title] as const)]}
      value={entries.some(({ id }) => id === chosen) ? chosen : ''}
      onChange={(id) => {
        const entry = entries.find((each) => each.id === id);
        if (entry) stage((own) => staged(entry, own));
      }}
    />
  );
}
