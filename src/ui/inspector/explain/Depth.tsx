// How much is said about a step: a sentence, a paragraph, or everything. It must not know what is said.

import { useId } from 'react';
import type { Depth } from '../../../store/index.ts';
import { useLab } from '../../context.ts';
import { words } from '../../words.ts';

const { depth: title, depths } = words.explain;

/** The choice of a depth; the store remembers it. */
export function DepthChoice() {
  const depth = useLab((lab) => lab.panes.depth);
  const arrange = useLab((lab) => lab.arrange);
  const name = useId();
  return (
    <fieldset className="depth">
      <legend className="visually-hidden">{title}</legend>
      {(Object.keys(depths) as Depth[]).map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === depth} onChange={() => arrange({ depth: each })} />
          <span>{depths[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
