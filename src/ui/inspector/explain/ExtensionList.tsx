// The extensions that a message carries: what each says, and on request what it is for. It must not know which there are.

import type { ExtensionLine } from '../../../story/explain/index.ts';
import { explainWords } from '../../../words/ui/index.ts';
import { UnlikeSign } from '../differing.tsx';
import { Prose } from '../Prose.tsx';
import { Standard } from '../Standard.tsx';

export function ExtensionList({ extensions }: { readonly extensions: readonly ExtensionLine[] }) {
  return (
    <section>
      <h3>{explainWords.extensions}</h3>
      <ul className="extensions">
        {extensions.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message may carry the same extension twice
          <Extension key={index} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Extension({ line }: { readonly line: ExtensionLine }) {
  const { name, value, text, breaksWithout, reference } = line;
  return (
    <li>
      <p className="extension-name">
        <UnlikeSign of={line} />
        <code>{name}</code>
      </p>
      <p className="extension-value">{value}</p>
      <p>
        <Prose text={text} />
      </p>
      {breaksWithout && (
        <p>
          <span className="without">{explainWords.without}</span> <Prose text={breaksWithout} />
        </p>
      )}
      {reference && <Standard reference={reference} />}
    </li>
  );
}
