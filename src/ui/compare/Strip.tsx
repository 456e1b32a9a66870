// The line above two runs: what stands beside this one, what else could, and how to go on. It must not know what differs.

import { shelf } from '../../shelf/index.ts';
import { type Hindrance, type Preset, presetsOf } from '../../store/beside/index.ts';
import { chosenHistory, ownInUse } from '../../store/index.ts';
import { summary } from '../../story/index.ts';
import { compareWords as text } from '../../words/compare/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Late } from '../parts/Late.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { RichText } from '../parts/RichText.tsx';
import { useSpace } from '../space.ts';
import styles from './compare.css?inline';
import { DifferenceList } from './Differences.tsx';
import { Flip } from './Flip.tsx';
import { useBeside } from './session.ts';

const parts = shelf({
  entries: () => import('./Entries.tsx').then(({ Entries }) => Entries),
  unplayable: () => import('../../words/unplayable.ts').then(({ unplayableSentence }) => unplayableSentence),
});

/** The line. On less than a desk it has the list of what differs, too. */
export function Strip() {
  useLateStyles(styles);
  const second = useBeside((beside) => beside.second);
  const space = useSpace();
  const front = useBeside((beside) => beside.front);
  return (
    <section className={`compare compare-${front}`} aria-label={text.title}>
      <Presets />
      <Trouble />
      {second && <Captions />}
      {second && space === 'phone' && <Flip />}
      {second && space !== 'desk' && <DifferenceList />}
    </section>
  );
}

/** In a frame of another page: only what each is, and where there is room for one, which of them. */
export function FrameStrip() {
  useLateStyles(styles);
  const second = useBeside((beside) => beside.second);
  const front = useBeside((beside) => beside.front);
  const space = useSpace();
  if (!second) return null;
  return (
    <section className={`compare compare-${front}`} aria-label={text.title}>
      <Captions />
      {space === 'phone' && <Flip />}
    </section>
  );
}

function Presets() {
  // Some of them go, or all.
  const leave = useSuccessor('.compare button');
  const end = useSuccessor('.header [aria-pressed]');
  const history = useLab(chosenHistory);
  const { second, put, swap, goOn, drop } = useBeside((beside) => beside);
  const setOpen = useLab((lab) => lab.setOpen);
  const arrange = useLab((lab) => lab.arrange);
  const { played } = history.now;
  const other = played.version === '1.3' ? '1.2' : '1.3';
  const word = (preset: Preset) => (preset === 'other version' ? text.otherVersion(other) : text.preset[preset]);
  const own = useLab(ownInUse);
  return (
    <div className="compare-line">
      <span>{second ? text.presets : text.choose}</span>
      {[...presetsOf(history)].map(([preset, scenario]) => (
        <button
          key={preset}
          type="button"
          className="plain"
          aria-pressed={JSON.stringify(second?.scenario) === JSON.stringify(scenario)}
          onClick={() => put(scenario, own && preset !== 'before')}
        >
          {word(preset)}
        </button>
      ))}
      <Late of={parts} name="entries" next=".compare button">
        {(Entries) => <Entries />}
      </Late>
      <button type="button" className="plain" onClick={() => arrange({ proxy: 'nothing' })}>
        {text.proxy}
      </button>
      <span className="compare-ends">
        {second && (
          <>
            <button type="button" className="plain" ref={leave} onClick={swap}>
              {text.swap}
            </button>
            <button type="button" className="plain" ref={leave} onClick={goOn}>
              {text.goOn}
            </button>
            <button type="button" className="plain" ref={leave} onClick={drop}>
              {text.close}
            </button>
          </>
        )}
        <button
          type="button"
          ref={end}
          className="plain"
          onClick={() => {
            drop();
            setOpen({ beside: false });
          }}
        >
          {text.end}
        </button>
      </span>
    </div>
  );
}

/** Why something can’t stand beside, until something else does. */
function Trouble() {
  const hindrance = useBeside((beside) => beside.hindrance);
  return <div aria-live="polite">{hindrance && <Sentence hindrance={hindrance} />}</div>;
}

function Sentence({ hindrance }: { readonly hindrance: Hindrance }) {
  if (hindrance.kind === 'missing')
    return (
      <p>
        {words.missing.choice}{' '}
        <button type="button" className="plain" onClick={hindrance.again}>
          {words.missing.again}
        </button>
      </p>
    );
  return (
    <Late of={parts} name="unplayable" next=".compare button">
      {(sentence) => <p>{sentence(hindrance.why)}</p>}
    </Late>
  );
}

/** What each picture shows. */
function Captions() {
  const first = useLab((lab) => lab.scenario);
  const timeline = useLab((lab) => lab.timeline);
  const second = useBeside((beside) => beside.second);
  return (
    <div className="compare-captions">
      <p>
        <strong>A</strong> <RichText text={summary(first, timeline)} />
      </p>
      {second && (
        <p>
          <strong>B</strong> <RichText text={summary(second.scenario, second.timeline)} />
        </p>
      )}
    </div>
  );
}
