// The door to certificates for practice. It must not know how they are made.

import { useState } from 'react';
import { words } from '../../words/ui/index.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { parts } from './parts.ts';

export function Practice() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {words.scenario.practice}
      </button>
      {open && (
        <Fence>
          <Late of={parts} name="making" next=".stage">
            {({ Making }) => <Making onClose={() => setOpen(false)} />}
          </Late>
        </Fence>
      )}
    </>
  );
}
