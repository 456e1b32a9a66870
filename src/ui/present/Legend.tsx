// What the colours of the picture mean, as far as they have come to be. It must not know which there are.

import { type Lab, stepNumber } from '../../store/index.ts';
import { useLab } from '../context.ts';
import { modelOf } from '../stage/picture.ts';

/** Below the sentence. */
export function Legend() {
  const entries = useLab((lab) => modelOf(lab).legend?.epochs);
  const seen = useLab(epochsSeen).split(' ');
  return (
    <ul className="present-legend">
      {entries
        ?.filter(({ epoch }) => seen.includes(epoch))
        .map(({ epoch, text }) => (
          <li key={epoch} className={`present-${epoch}`}>
            {text}
          </li>
        ))}
    </ul>
  );
}

/** The keys that have been used up to where the playhead is, by name. */
function epochsSeen(lab: Lab): string {
  const number = stepNumber(lab);
  const used = modelOf(lab).rows.flatMap((row) =>
    (row.kind === 'message' || row.kind === 'keys') && row.step <= number ? [row.epoch] : [],
  );
  return [...new Set(used)].join(' ');
}
