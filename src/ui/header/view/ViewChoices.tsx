// How the page is looked at, whatever is played. It must not know how a choice is remembered.

import type { LensName } from '../../../store/index.ts';
import { viewWords as text, words } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { among, Choice, Tick } from '../../parts/Choice.tsx';
import { Lock } from '../../parts/Lock.tsx';
import { useSpace } from '../../space.ts';
import { useLooks } from '../../stage/Looks.tsx';
import type { Surroundings } from '../surroundings.ts';
import { TakeAway } from './TakeAway.tsx';

/** The choices behind *View*, for its panel. */
export function ViewChoices({ theme, setTheme, singleKeys, setSingleKeys }: Omit<Surroundings, 'link'>) {
  const captions = useLab((lab) => lab.view.captions);
  const predict = useLab((lab) => lab.view.predict);
  const arrange = useLab((lab) => lab.arrange);
  const { header } = words;
  return (
    <>
      <LookLists />
      <Choice look="choice" label={header.theme} options={among(header.themes)} value={theme} onChange={setTheme} />
      <Tick label={header.captions} value={captions} onChange={(on) => arrange({ captions: on })} />
      <Tick
        label={text.predict}
        hint={text.predictMeaning}
        value={predict === true}
        onChange={(on) => arrange({ predict: on || undefined })}
      />
      <Tick label={text.singleKeys} value={singleKeys} onChange={setSingleKeys} />
      <p className="view-note">{text.singleKeysMeaning}</p>
      <TakeAway />
    </>
  );
}

/** Where the picture has no words above it. */
function LookLists() {
  const { lens, unit, units, arrange } = useLooks();
  if (useSpace() !== 'phone') return null;
  const { header } = words;
  const eyes = among<LensName>(header.lenses);
  return (
    <>
      <Lock name="lens">
        <Choice
          look="choice"
          label={header.lens}
          options={eyes}
          value={lens}
          onChange={(next) => arrange({ lens: next })}
        />
      </Lock>
      <Lock name="unit">
        <Choice
          look="choice"
          label={header.unit}
          options={units}
          value={unit}
          onChange={(next) => arrange({ unit: next })}
        />
      </Lock>
    </>
  );
}
