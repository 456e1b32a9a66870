// The top line: the name, this run in one sentence, and what concerns the whole page.
// It must not know where a link is kept or how a theme is remembered.

import { defaultScenario, toLink } from '../../lab/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { useCopy } from '../parts/copy.ts';
import { Notice } from '../parts/Notice.tsx';
import { DrawerButton } from '../parts/PaneButtons.tsx';
import { togglePresent } from '../presenting.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { Summary } from './Summary.tsx';
import type { Surroundings } from './surroundings.ts';
import './header.css';

const text = words.header;

function BesideButton() {
  const open = useLab((lab) => lab.open.beside);
  const setOpen = useLab((lab) => lab.setOpen);
  return (
    <button type="button" className="plain" aria-pressed={open} onClick={() => setOpen({ beside: !open })}>
      {text.compare}
    </button>
  );
}

function PresentButton() {
  const store = useLabStore();
  const present = useLab((lab) => lab.view.present === true);
  return (
    <button type="button" className="plain present-button" aria-pressed={present} onClick={() => togglePresent(store)}>
      {text.present}
    </button>
  );
}

/** The overview of the handshake that the page starts with: the way back to its doors. */
const start = toLink({ scenario: defaultScenario, step: 0 });

export function Header({ surroundings }: { readonly surroundings: Surroundings }) {
  const store = useLabStore();
  const tell = useLab((lab) => lab.tell);
  const copy = useCopy((text) => tell(text === null ? null : { near: 'header', kind: 'sentence', text }));
  return (
    <header className="header">
      <h1>
        <a href={start}>{words.name}</a>
      </h1>
      <Summary />
      <div className="header-tools">
        <DrawerButton />
        <BesideButton />
        <PresentButton />
        <button type="button" className="plain keys-button" onClick={() => store.getState().setOpen({ keys: true })}>
          {text.keys}
        </button>
        <button
          type="button"
          className="plain copy-link"
          onClick={() => copy(surroundings.link, { done: text.copied, failed: text.notCopied })}
        >
          {text.copyLink}
        </button>
        <HeaderMenu name="export" surroundings={surroundings} />
        <HeaderMenu name="view" surroundings={surroundings} />
      </div>
      <Notice near="header" />
    </header>
  );
}
