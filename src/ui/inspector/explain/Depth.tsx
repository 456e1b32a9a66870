// How much is said about a step: a sentence, a paragraph, or everything. It must not know what is said.

import type { Depth } from '../../../store/index.ts';
import { explainWords } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { among, WordChoice } from '../../parts/Choice.tsx';

const { depth: title, depths } = explainWords;

/** The choice of a depth; the store remembers it. */
export function DepthChoice() {
  const depth = useLab((lab) => lab.view.depth);
  const arrange = useLab((lab) => lab.arrange);
  return (
    <fieldset className="depth">
      <legend className="visually-hidden">{title}</legend>
      <WordChoice options={among<Depth>(depths)} value={depth} onChange={(next) => arrange({ depth: next })} />
    </fieldset>
  );
}
