// The top line: the name, this run in one sentence, and what concerns the whole page.
// It must not know where a link is kept or how a theme is remembered.

import type { LensName, UnitName } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { among, Choice } from '../parts/Choice.tsx';
import { useCopy } from '../parts/copy.ts';
import { DrawerButton } from '../parts/PaneButtons.tsx';
import { Summary } from './Summary.tsx';
import './header.css';

const text = words.header;

export type ThemeChoice = keyof typeof text.themes;

/** What the surroundings offer to the page: a theme that is remembered, and an address that can be copied. */
export interface Surroundings {
  readonly theme: ThemeChoice;
  readonly setTheme: (theme: ThemeChoice) => void;
  /** The address of exactly what is shown. */
  readonly link: () => string;
  /** What tells the story of the first picture until the part that tells all others is there. */
  readonly ahead?: Element | null | undefined;
}

export function Header({ surroundings }: { readonly surroundings: Surroundings }) {
  const store = useLabStore();
  const { captions, lens, unit } = useLab((lab) => lab.view);
  const arrange = useLab((lab) => lab.arrange);
  const copy = useCopy();
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
        <button
          type="button"
          className="plain"
          aria-pressed={captions}
          onClick={() => arrange({ captions: !captions })}
        >
          {text.captions}
        </button>
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
        <Choice
          look="pick"
          label={text.theme}
          options={among(text.themes)}
          value={surroundings.theme}
          onChange={(theme) => surroundings.setTheme(theme)}
        />
      </div>
    </header>
  );
}
