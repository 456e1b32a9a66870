// One mounted lab: the header, three columns or a picture with sheets, the playbar. Everything finds the store through context.
// It must not know addresses, themes or how a scenario is played.

import { type ReactNode, type RefObject, useContext, useEffect, useId, useRef } from 'react';
import { shelf } from '../shelf/index.ts';
import type { LabStore } from '../store/index.ts';
import { words } from '../words/ui/index.ts';
import { LabContext, useLab, useLabStore } from './context.ts';
import { settleAtRest } from './frames/rest.ts';
import { Header } from './header/Header.tsx';
import type { Surroundings } from './header/surroundings.ts';
import { hall, useMedia } from './media.ts';
import { Fence } from './parts/Fence.tsx';
import { Late } from './parts/Late.tsx';
import { useShown } from './parts/Lock.tsx';
import { Sheet } from './parts/Sheet.tsx';
import { SkipLink } from './parts/SkipLink.tsx';
import { Playbar } from './playbar/Playbar.tsx';
import { type Length, usePlayer } from './playbar/player.ts';
import { ScenarioPane } from './scenario/ScenarioPane.tsx';
import { useShortcuts } from './shortcuts.ts';
import { LectureContext, useSpace } from './space.ts';
import { Looks } from './stage/Looks.tsx';
import { Stage } from './stage/Stage.tsx';
import './tokens.css';
import './lab.css';
import './lecture.css';
import './print.css';

// Prose and bytes are not needed for the first picture: they come after it.
const parts = shelf({
  inspector: () => import('./inspector/index.ts'),
  help: () => import('./help/index.ts').then(({ KeyHelp }) => KeyHelp),
  compare: () => import('./compare/index.ts'),
  setup: () => import('./setup/index.ts').then(({ Autoplay }) => Autoplay),
});

interface Props {
  readonly store: LabStore;
  readonly surroundings: Surroundings;
}

/** Mounts a lab for a store. Two of them on one page don't disturb each other. */
export function LabView({ store, surroundings }: Props) {
  const room = useMedia(hall);
  return (
    <LabContext value={store}>
      <LectureContext value={room && surroundings.theme === 'projector'}>
        <Page surroundings={surroundings} />
      </LectureContext>
    </LabContext>
  );
}

function Page({ surroundings }: { readonly surroundings: Surroundings }) {
  const root = useRef<HTMLDivElement>(null);
  const drawer = useLab((lab) => lab.open.inspector);
  const beside = useLab((lab) => lab.open.beside);
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
        {beside && (
          <Late of={parts} name="compare">
            {({ SecondStage }) => <SecondStage />}
          </Late>
        )}
        <Fence>
          <Late of={parts} name="inspector">
            {({ DropTarget, StepList, PrintStory }) => (
              <>
                <StepList />
                <PrintStory />
                <DropTarget />
              </>
            )}
          </Late>
        </Fence>
      </main>
      {shown('inspector') && <InspectorPlace surroundings={surroundings} />}
      <Controls root={root} singleKeys={surroundings.singleKeys} />
      <Help />
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
        <Late of={parts} name="help" next=".sheet[open] button">
          {(KeyHelp) => <KeyHelp />}
        </Late>
      </Fence>
    </Sheet>
  );
}

/** How many words the gist of a step has, as soon as somebody can tell it. */
const gistLength: Length = (timeline, step) =>
  parts.has('inspector') ? parts.take('inspector').gistLength(timeline, step) : 0;
interface ControlsProps extends Pick<Surroundings, 'singleKeys'> {
  readonly root: RefObject<HTMLElement | null>;
}

/** Apart from the page, which need not be drawn again because somebody plays. */
function Controls({ root, singleKeys }: ControlsProps) {
  const store = useLabStore();
  const player = usePlayer(store, gistLength);
  useEffect(() => settleAtRest(store), [store]);
  useShortcuts(root, store, player, singleKeys);
  const shown = useShown();
  const itself = useLab(({ view }) => view.auto || view.loop);
  return (
    <>
      {shown('playbar') && <Playbar player={player} />}
      {itself && (
        <Late of={parts} name="setup">
          {(Autoplay) => <Autoplay player={player} root={root} />}
        </Late>
      )}
    </>
  );
}

function ScenarioPlace() {
  const space = useSpace();
  const kind = useContext(LectureContext) ? 'bottom' : 'half';
  const open = useLab((lab) => lab.open.scenario);
  const setOpen = useLab((lab) => lab.setOpen);
  if (space !== 'phone')
    return (
      <aside className="lab-scenario" aria-label={words.scenario.title}>
        <ScenarioPane />
      </aside>
    );
  return (
    <Sheet
      title={words.scenario.title}
      close={words.scenario.close}
      open={open}
      onClose={() => setOpen({ scenario: false })}
      kind={kind}
    >
      <ScenarioPane />
    </Sheet>
  );
}

/** What was drawn ahead, as long as nothing has moved since. */
function Standing({ ahead, children }: { readonly ahead: Surroundings['ahead']; readonly children: ReactNode }) {
  const first = useLabStore().getInitialState();
  const moved = useLab((lab) => lab.settled !== first.settled || lab.timeline !== first.timeline);
  if (!ahead || moved) return children;
  return <div className="standing" inert ref={(place) => void place?.append(ahead)} />;
}

function InspectorPlace({ surroundings }: { readonly surroundings: Surroundings }) {
  const { ahead, pane, setPane } = surroundings;
  const space = useSpace();
  const kind = useContext(LectureContext) ? 'bottom' : 'half';
  const { inspector: open, beside } = useLab((lab) => lab.open);
  const setOpen = useLab((lab) => lab.setOpen);
  const loading = <p className="loading">{words.inspector.loading}</p>;
  const content = (
    <Fence>
      <Late
        of={parts}
        name="inspector"
        loading={<Standing ahead={space === 'desk' ? ahead : null}>{loading}</Standing>}
        next={space === 'phone' ? '.sheet[open] button' : '.stage'}
      >
        {({ Inspector, Separator }) => (
          <>
            {space !== 'phone' && <Separator pane={pane} setPane={setPane} />}
            {beside && (
              <Late of={parts} name="compare">
                {({ Differences }) => <Differences />}
              </Late>
            )}
            <Inspector />
          </>
        )}
      </Late>
    </Fence>
  );
  if (space === 'phone')
    return (
      <Sheet
        title={words.inspector.title}
        close={words.inspector.close}
        open={open}
        onClose={() => setOpen({ inspector: false })}
        kind={kind}
      >
        {content}
      </Sheet>
    );
  if (space === 'tablet' && !open) return null;
  return (
    <aside className="lab-inspector" aria-label={words.inspector.title}>
      {content}
    </aside>
  );
}
