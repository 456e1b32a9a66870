// One mounted lab: the header, three columns or a picture with sheets, the playbar. Everything finds the store through context.
// It must not know addresses, themes or how a scenario is played.

import { useContext, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { shelf } from '../shelf/index.ts';
import type { LabStore } from '../store/index.ts';
import { words } from '../words/ui/index.ts';
import { LabContext, useLab } from './context.ts';
import { Header } from './header/Header.tsx';
import type { Surroundings } from './header/surroundings.ts';
import { hall, useMedia } from './media.ts';
import { Fence } from './parts/Fence.tsx';
import { Late } from './parts/Late.tsx';
import { useShown } from './parts/Lock.tsx';
import { Sheet } from './parts/Sheet.tsx';
import { SkipLink } from './parts/SkipLink.tsx';
import { Controls, InspectorPlace, PredictPlace, parts, ScenarioPlace } from './places.tsx';
import { LectureContext } from './space.ts';
import { Looks } from './stage/Looks.tsx';
import { Stage } from './stage/Stage.tsx';
import './tokens.css';
import './lab.css';
import './lecture.css';
import './print.css';

const late = shelf({
  help: () => import('./help/index.ts').then(({ KeyHelp }) => KeyHelp),
  present: () => import('./present/index.ts').then(({ Present }) => Present),
  embedding: () => import('./embedding/index.ts').then(({ Embedding }) => Embedding),
});

interface Props {
  readonly store: LabStore;
  readonly surroundings: Surroundings;
}

/** Mounts a lab for a store. Two of them on one page don't disturb each other. */
export function LabView({ store, surroundings }: Props) {
  const room = useMedia(hall);
  const present = useStore(store, (lab) => lab.view.present);
  return (
    <LabContext value={store}>
      <LectureContext value={room && (present || surroundings.theme === 'projector')}>
        <Page surroundings={surroundings} />
      </LectureContext>
    </LabContext>
  );
}

function Page({ surroundings }: { readonly surroundings: Surroundings }) {
  const root = useRef<HTMLDivElement>(null);
  const drawer = useLab((lab) => lab.open.inspector);
  const beside = useLab((lab) => lab.open.beside);
  const embed = useLab((lab) => lab.open.embed);
  const present = useLab((lab) => lab.view.present);
  const lecture = useContext(LectureContext);
  const stage = useId();
  const shown = useShown();
  const classes = [
    'lab',
    drawer && 'with-drawer',
    lecture && 'lecture',
    !shown('scenario') && 'no-scenario',
    !shown('inspector') && 'no-inspector',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} ref={root}>
      <SkipLink to={stage} />
      {shown('header') && <Header surroundings={surroundings} />}
      {shown('scenario') && <ScenarioPlace />}
      <main className="lab-stage">
        {shown('looks') && <Looks />}
        {beside && (
          <Late of={parts} name="compare" next=".header [aria-pressed]">
            {({ Strip }) => <Strip />}
          </Late>
        )}
        <Stage id={stage}>
          <Fence>
            <Late of={parts} name="inspector">
              {({ RowList }) => <RowList />}
            </Late>
          </Fence>
        </Stage>
        <PredictPlace />
        <Fence>
          <Late of={parts} name="inspector">
            {({ Unseen }) => <Unseen link={surroundings.link} />}
          </Late>
        </Fence>
      </main>
      {shown('inspector') && <InspectorPlace surroundings={surroundings} />}
      <Controls root={root} singleKeys={surroundings.singleKeys} />
      <Help />
      {present && (
        <Fence>
          <Late of={late} name="present" next=".present-button">
            {(Present) => <Present root={root} singleKeys={surroundings.singleKeys} />}
          </Late>
        </Fence>
      )}
      {embed && (
        <Fence>
          <Late of={late} name="embedding" next=".view-menu button">
            {(Embedding) => <Embedding />}
          </Late>
        </Fence>
      )}
    </div>
  );
}

function Help() {
  const open = useLab((lab) => lab.open.keys);
  const setOpen = useLab((lab) => lab.setOpen);
  return (
    <Sheet
      title={words.header.keys}
      close={words.inspector.close}
      open={open}
      onClose={() => setOpen({ keys: false })}
      kind="centre"
    >
      <Fence>
        <Late of={late} name="help" next=".sheet[open] button">
          {(KeyHelp) => <KeyHelp />}
        </Late>
      </Fence>
    </Sheet>
  );
}
