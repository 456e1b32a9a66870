// What the picked field means, in words. It must not know in which layer it stands.

import type { Field } from '../../../bytes/index.ts';
import { explainField, type Realm } from '../../../story/fields/index.ts';
import { flawClause } from '../../../words/causes/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { fieldValue, tagName } from '../../../words/values.ts';

/** What a field is, where it stands and what it means. @param chain the fields from the root down to it */
export function Meaning({ chain, realm }: { readonly chain: readonly Field[]; readonly realm: Realm }) {
  const field = chain.at(-1);
  if (!field) return null;
  const told = explainField(
    chain.map(({ name }) => name),
    realm,
  );
  return (
    <>
      {/* The whole layer is named above already. */}
      {chain.length > 1 && (
        <h2>
          {field.name} <span className="place">{tagName(field.type)}</span>
        </h2>
      )}
      <p className="place">
        {byteWords.place(field.start, field.end)}
        {field.text === undefined ? '' : ` · ${fieldValue(field.text)}`}
      </p>
      {field.flaw !== undefined && <p className="tone-bad">{flawClause(field.flaw)}</p>}
      {told && <p>{told.text}</p>}
    </>
  );
}
