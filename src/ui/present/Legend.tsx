// What the colours of the picture mean, as far as they have come to be. It must not know which there are.

import { toElement } from '../../diagram/index.ts';
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
            {epoch !== 'cleartext' && <Padlock epoch={epoch} />}
            {text}
          </li>
        ))}
    </ul>
  );
}

const signs = { handshake: 'lockOutlined', application: 'lockSolid' } as const;

/** The sign that arrows wear in the picture; what it means stands beside it. */
function Padlock({ epoch }: { readonly epoch: keyof typeof signs }) {
  const shape = { kind: 'glyph', role: 'legend', x: 0, y: 0, size: 1, paint: { fill: epoch } } as const;
  const { attributes } = toElement({ ...shape, id: epoch, glyph: signs[epoch] }, (ink) => `var(--${ink})`);
  return (
    <svg viewBox="-6 -8 12 15" aria-hidden="true">
      <path d={String(attributes.d)} fill={String(attributes.fill)} fillRule="evenodd" />
    </svg>
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
