// The top line: the name, this run in one sentence, and what concerns the whole page.
// It must not know where a link is kept or how a theme is remembered.

import type { LensName, UnitName } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { among, Choice } from '../parts/Choice.tsx';
import { useCopy } from '../parts/copy.ts';
import { Notice } from '../parts/Notice.tsx';
import { DrawerButton } from '../parts/PaneButtons.tsx';
import { Summary } from './Summary.tsx';
import type { Surroundings } from './surroundings.ts';
import { ViewMenu } from './ViewMenu.tsx';
import './header.css';

const text = words.header;

export function Header({ surroundings }: { readonly surroundings: Surroundings }) {
  const store = useLabStore();
  const { lens, unit } = useLab((lab) => lab.view);
  const arrange = useLab((lab) => lab.arrange);
  const tell = useLab((lab) => lab.tell);
  const copy = useCopy((text) => tell(text === null ? null : { near: 'header', kind: 'sentence', text }));
  return (
    <header className="header">
      <h1>{words.name}</h1>
      <Summary />
      <div className="header-tools">
        <DrawerButton />
        <Choice
          look="pick"
          label={text.lens}
          options={among<LensName>(text.lenses)}
          value={lens}
          onChange={(next) => arrange({ lens: next })}
        />
        <Choice
          look="pick"
          label={text.unit}
          options={lens === 'wire' ? [['records', text.units.records]] : among<UnitName>(text.units)}
          value={lens === 'wire' ? 'records' : unit}
          onChange={(next) => arrange({ unit: next })}
        />
        <button type="button" className="plain keys-button" onClick={() => store.getState().setOpen({ keys: true })}>
          {text.keys}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => copy(surroundings.link, { done: text.copied, failed: text.notCopied })}
        >
          {text.copyLink}
        </button>
        <ViewMenu surroundings={surroundings} />
      </div>
      <Notice near="header" />
    </header>
  );
}
