// What can be done while presenting, when the pointer asks for it. It must not know what comes of it.

import { presentWords as text } from '../../words/present/index.ts';
import { useLabStore } from '../context.ts';
import { useSuccessor } from '../parts/focus.ts';
import { InLesson } from './InLesson.tsx';
import { leave } from './leave.ts';
import { useBelow } from './room.ts';
import { useShow, useShowStore } from './session.ts';
import type { Pairing } from './windows/index.ts';

export function Tools({ pairing: { role, open } }: { readonly pairing: Pairing }) {
  if (role === 'audience') return <AudienceTools />;
  return (
    <section className="present-tools" aria-label={text.tools}>
      <InLesson>{({ Ways }) => <Ways />}</InLesson>
      <Place />
      <button type="button" className="plain" onClick={open}>
        {text.audience}
      </button>
      {role === null && <Trouble />}
      <Toggle name="black" />
      {role === null && <Toggle name="notes" />}
      <Leave />
    </section>
  );
}

/** The window on the projector is nobody's desk. */
function AudienceTools() {
  const fill = (): void => void document.documentElement.requestFullscreen?.().catch(() => undefined);
  return (
    <section className="present-tools" aria-label={text.tools}>
      <button type="button" className="plain" onClick={fill}>
        {text.wholeScreen}
      </button>
    </section>
  );
}

function Place() {
  const show = useShowStore();
  const below = useBelow();
  return (
    <button type="button" className="plain" onClick={() => show.getState().set({ below: !below })}>
      {below ? text.beside : text.below}
    </button>
  );
}

function Toggle({ name }: { readonly name: 'black' | 'notes' }) {
  const show = useShowStore();
  const on = useShow((now) => now[name]);
  return (
    <button type="button" className="plain" aria-pressed={on} onClick={() => show.getState().set({ [name]: !on })}>
      {text[name]} <kbd>{text.keys[name]}</kbd>
    </button>
  );
}

/** Why there is no second window. */
function Trouble() {
  const partner = useShow((show) => show.partner);
  return <p role="status">{text.partner[partner]}</p>;
}

function Leave() {
  const lab = useLabStore();
  return (
    <button type="button" className="plain" ref={useSuccessor('.present-button')} onClick={() => leave(lab)}>
      {text.leave} <kbd>{text.keys.leave}</kbd>
    </button>
  );
}
