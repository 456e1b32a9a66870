// How the picture is looked at: through whose eyes, and what an arrow stands for. Words above the picture; on a phone and in a lecture hall
// the same choices stand behind *View*. It must not know what comes of it.

import type { LensName, UnitName } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { among, type Options, WordChoice } from '../parts/Choice.tsx';
import { Lock } from '../parts/Lock.tsx';
import { useSpace } from '../space.ts';

const text = words.header;

/** The words above the picture. */
export function Looks() {
  const { lens, unit, units, arrange } = useLooks();
  if (useSpace() === 'phone') return null;
  return (
    <div className="looks">
      <Lock name="lens">
        <fieldset>
          <legend>{text.lens}</legend>
          <WordChoice
            options={among<LensName>(text.lenses)}
            value={lens}
            onChange={(next) => arrange({ lens: next })}
          />
        </fieldset>
      </Lock>
      <Lock name="unit">
        <fieldset>
          <legend>{text.unit}</legend>
          <WordChoice options={units} value={unit} onChange={(next) => arrange({ unit: next })} />
        </fieldset>
      </Lock>
    </div>
  );
}

/** What can be chosen, and what is. On the wire there are records only. */
export function useLooks() {
  const { lens, unit } = useLab((lab) => lab.view);
  const arrange = useLab((lab) => lab.arrange);
  const wire = lens === 'wire';
  const units: Options<UnitName> = wire ? [['records', text.units.records]] : among<UnitName>(text.units);
  return { lens, unit: wire ? 'records' : unit, units, arrange } as const;
}
