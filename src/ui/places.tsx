// Where the panes and the playbar stand, in the page and in a frame of another one. Everything finds the store through context.
// It must not know what is in them.

import { type ReactNode, type RefObject, useContext, useEffect } from 'react';
import { shelf } from '../shelf/index.ts';
import type { View } from '../store/index.ts';
import { words } from '../words/ui/index.ts';
import { useLab, useLabStore } from './context.ts';
import { settleAtRest } from './frames/rest.ts';
import type { Surroundings } from './header/surroundings.ts';
import { Fence } from './parts/Fence.tsx';
import { Late } from './parts/Late.tsx';
import { useShown } from './parts/Lock.tsx';
import { Sheet } from './parts/Sheet.tsx';
import { Playbar } from './playbar/Playbar.tsx';
import { type Length, type Player, usePlayer } from './playbar/player.ts';
import { ScenarioPane } from './scenario/ScenarioPane.tsx';
import { useShortcuts } from './shortcuts.ts';
import { LectureContext, useSpace } from './space.ts';

// Prose and bytes are not needed for the first picture: they come after it.
export const parts = shelf({
  inspector: () => import('./inspector/index.ts'),
  compare: () => import('./compare/index.ts'),
  predict: () => import('./predict/index.ts').then(({ predicting }) => predicting()),
  setup: () => import('./setup/index.ts').then(({ Setup }) => Setup),
});

/** How many words the gist of a step has, as soon as somebody can tell it. */
const gistLength: Length = (timeline, step) =>
  parts.has('inspector') ? parts.take('inspector').gistLength(timeline, step) : 0;
interface ControlsProps extends Pick<Surroundings, 'singleKeys'> {
  readonly root: RefObject<HTMLElement | null>;
  /** Hears of the player, whenever it is another one. */
  readonly heard?: (player: Player) => void;
  /** What stands at the end of the playbar. */
  readonly children?: ReactNode;
}

/** Apart from the page, which need not be drawn again because somebody plays. */
export function Controls({ root, singleKeys, heard, children }: ControlsProps) {
  const store = useLabStore();
  const player = usePlayer(store, gistLength);
  useEffect(() => settleAtRest(store), [store]);
  useShortcuts(root, store, player, singleKeys);
  useEffect(() => heard?.(player), [heard, player]);
  const shown = useShown();
  const setUp = useLab(({ view }) => view.auto || view.loop || view.lock);
  return (
    <>
      {shown('playbar') && <Playbar player={player}>{children}</Playbar>}
      {setUp && (
        <Late of={parts} name="setup">
          {(Setup) => <Setup player={player} root={root} />}
        </Late>
      )}
    </>
  );
}

/** What is played: beside the picture, or on a sheet over it. */
export function ScenarioPlace() {
  const space = useSpace();
  const kind = useContext(LectureContext) ? 'bottom' : 'half';
  const open = useLab((lab) => lab.open.scenario);
  const lesson = useLab((lab) => lab.view.lesson);
  const setOpen = useLab((lab) => lab.setOpen);
  const title = lesson ? words.scenario.lesson : words.scenario.title;
  if (space !== 'phone')
    return (
      <aside className="lab-scenario" aria-label={title}>
        <ScenarioPane />
      </aside>
    );
  return (
    <Sheet
      title={title}
      close={words.scenario.close}
      open={open}
      onClose={() => setOpen({ scenario: false })}
      kind={kind}
    >
      <ScenarioPane />
    </Sheet>
  );
}

/** Has what asks fetched where a link wants it: what is to come is not to be seen before. Without it the page is as it is for anybody. */
export async function askerAtHand(view?: Partial<View>): Promise<void> {
  if (view?.predict) await parts.need('predict').catch(() => undefined);
}

/** What asks the reader what comes next, where they want to be asked. */
export function PredictPlace() {
  return (
    useLab(({ view }) => view.predict) && (
      <Fence>
        <Late of={parts} name="predict" next=".stage">
          {(Predict) => <Predict />}
        </Late>
      </Fence>
    )
  );
}

/** What was drawn ahead, as long as nothing has moved since. */
function Standing({ ahead, children }: { readonly ahead: Surroundings['ahead']; readonly children: ReactNode }) {
  const first = useLabStore().getInitialState();
  const moved = useLab((lab) => lab.settled !== first.settled || lab.timeline !== first.timeline);
  if (!ahead || moved) return children;
  return <div className="standing" inert ref={(place) => void place?.append(ahead)} />;
}

interface InspectorProps {
  readonly surroundings: Pick<Surroundings, 'ahead' | 'pane' | 'setPane'>;
}

/** What tells of a step: beside the picture, or on a sheet over it. */
export function InspectorPlace({ surroundings }: InspectorProps) {
  const { ahead, pane, setPane } = surroundings;
  const space = useSpace();
  const kind = useContext(LectureContext) ? 'bottom' : 'half';
  const open = useLab((lab) => lab.open.inspector);
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
