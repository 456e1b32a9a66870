// The handshake in one line, until somebody wants to change it: what can be chosen comes late.
// It must not know what there is to choose.

import { useId, useState } from 'react';
import { chosenScenario } from '../../store/index.ts';
import { handshakeLine } from '../../words/handshake.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { parts } from './parts.ts';

const text = words.scenario;

/** In one line, until somebody wants to change it. */
export function Handshake() {
  const scenario = useLab(chosenScenario);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="handshake" aria-labelledby={id}>
      <h2 id={id}>{text.handshake}</h2>
      <button type="button" className="plain" aria-expanded={open} aria-describedby={id} onClick={() => setOpen(!open)}>
        {open ? text.fold : text.change}
      </button>
      {open ? (
        <Fence>
          <Late of={parts} name="choices" next=".handshake button">
            {(Choices) => <Choices />}
          </Late>
        </Fence>
      ) : (
        <p title={handshakeLine(scenario)}>{handshakeLine(scenario)}</p>
      )}
    </section>
  );
}
