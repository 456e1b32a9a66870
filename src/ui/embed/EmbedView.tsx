// One lab in a frame of another page: the picture, a sentence and a playbar, and of the panes those that whoever made the exhibit wants.
// It must not know addresses, messages or how a scenario is played.

import { type ReactNode, useId, useRef } from 'react';
import type { LabStore } from '../../store/index.ts';
import { summary } from '../../story/index.ts';
import { embedWords as text, words } from '../../words/ui/index.ts';
import { LabContext, useLab } from '../context.ts';
import { Sentence } from '../inspector/Sentence.tsx';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { useShown } from '../parts/Lock.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { Notice } from '../parts/Notice.tsx';
import { RichText } from '../parts/RichText.tsx';
import { Controls, InspectorPlace, PredictPlace, parts, ScenarioPlace } from '../places.tsx';
import type { Player } from '../playbar/player.ts';
import { Looks } from '../stage/Looks.tsx';
import { Stage } from '../stage/Stage.tsx';
import { Above } from './Above.tsx';
import styles from './embed.css?inline';
import { useFit, useLegend } from './fit.ts';
import '../tokens.css';
import '../lab.css';

interface Props {
  readonly store: LabStore;
  /** The address of the whole page, where it shows what is shown here. */
  readonly full: () => string;
  /** Hears of the player, whenever it is another one. */
  readonly heard: (player: Player) => void;
}

/** In a frame nobody makes a pane wider. */
const surroundings = { pane: 0, setPane: () => undefined };

/** Mounts a lab for a store, without the page around it. */
export function EmbedView({ store, ...props }: Props) {
  return (
    <LabContext value={store}>
      <Frame {...props} />
    </LabContext>
  );
}

function Frame({ full, heard }: Omit<Props, 'store'>) {
  useLateStyles(styles);
  const root = useRef<HTMLDivElement>(null);
  const stage = useId();
  const shown = useShown();
  const drawer = useLab((lab) => lab.open.inspector);
  const beside = useLab((lab) => lab.open.beside);
  useLegend();
  useFit(root);
  const classes = [
    'lab embed',
    drawer && 'with-drawer',
    !shown('scenario') && 'no-scenario',
    !shown('inspector') && 'no-inspector',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} ref={root}>
      <h1 className="visually-hidden">{words.lab}</h1>
      {shown('header') && <Title />}
      {shown('scenario') && <ScenarioPlace />}
      <main className="lab-stage">
        <Notice near="header" />
        {shown('looks') && <Looks />}
        {beside && <Compared>{({ FrameStrip }) => <FrameStrip />}</Compared>}
        <Stage id={stage}>
          <Listed>{({ RowList }) => <RowList />}</Listed>
        </Stage>
        <Listed>{({ StageBeside }) => <StageBeside />}</Listed>
        <Above root={root} />
        <Listed>{({ StepList }) => <StepList />}</Listed>
        <PredictPlace />
        {shown('sentence') && <Sentence className="embed-sentence" />}
      </main>
      {shown('inspector') && <InspectorPlace surroundings={surroundings} />}
      <Controls root={root} singleKeys={false} heard={heard}>
        <FullLink full={full} />
      </Controls>
    </div>
  );
}

type Listing = ReturnType<typeof parts.take<'inspector'>>;

/** What keys and those who listen have of the picture. */
function Listed({ children }: { readonly children: (part: Listing) => ReactNode }) {
  return (
    <Fence>
      <Late of={parts} name="inspector">
        {children}
      </Late>
    </Fence>
  );
}

/** What shows another run beside this one. */
function Compared({ children }: { readonly children: (part: ReturnType<typeof parts.take<'compare'>>) => ReactNode }) {
  return (
    <Fence>
      <Late of={parts} name="compare" next=".stage">
        {children}
      </Late>
    </Fence>
  );
}

function Title() {
  const scenario = useLab((lab) => lab.scenario);
  const timeline = useLab((lab) => lab.timeline);
  return (
    <p className="summary embed-title">
      <RichText text={summary(scenario, timeline)} />
    </p>
  );
}

/** Where it leads is asked when somebody is about to go there: it is another place with each step. */
function FullLink({ full }: Pick<Props, 'full'>): ReactNode {
  const follow = ({ currentTarget }: { readonly currentTarget: HTMLAnchorElement }): void => {
    currentTarget.href = full();
  };
  return (
    <a
      className="plain embed-full"
      href={full()}
      target="_blank"
      rel="noopener noreferrer"
      onPointerDown={follow}
      onFocus={follow}
      onClick={follow}
    >
      {text.full}
    </a>
  );
}
