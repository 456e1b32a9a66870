// One word in the header, and behind it something to choose from, which comes late. It closes when the focus leaves it.
// It must not know what can be chosen.

import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { shelf } from '../../shelf/index.ts';
import { words } from '../../words/ui/index.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import type { Surroundings } from './surroundings.ts';

const parts = shelf({ menus: () => import('./view/index.ts').then(({ menus }) => menus) });

interface Props {
  readonly name: 'export' | 'view';
  readonly surroundings: Surroundings;
}

export function HeaderMenu({ name, surroundings }: Props) {
  const [open, setOpen] = useState(false);
  const word = useRef<HTMLButtonElement>(null);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    word.current?.focus();
  };
  const blur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    // When another window is turned to, what has the focus here keeps it.
    if (!currentTarget.contains(relatedTarget ?? document.activeElement)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its controls leave
    <div className={`header-menu ${name}-menu`} onKeyDown={leave} onBlur={blur}>
      <button type="button" className="plain" ref={word} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.header[name]}
      </button>
      {open && (
        // It takes the focus of what is pressed beside its controls, so that it stays.
        <div className="view-choices" tabIndex={-1}>
          <Fence>
            <Late of={parts} name="menus" next={`.${name}-menu button`}>
              {(menus) => {
                const Choices = menus[name];
                return <Choices {...surroundings} />;
              }}
            </Late>
          </Fence>
        </div>
      )}
    </div>
  );
}
