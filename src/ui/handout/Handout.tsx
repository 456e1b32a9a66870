// What is handed out on paper: the picture, then every step of the run with what was checked and what logs say. It must not know when it is
// printed.

import { toLink } from '../../lab/index.ts';
import { ownInUse } from '../../store/index.ts';
import { type Narration, narrate, tellerOf } from '../../story/explain/index.ts';
import { summary, textOf } from '../../story/index.ts';
import { printWords as text } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useLateStyles } from '../parts/late-styles.ts';
import styles from './handout.css?inline';
import { PaperPicture } from './PaperPicture.tsx';
import { type Lists, PaperStep } from './PaperStep.tsx';
import type { Tellers } from './posed.ts';
import { Answers, Questions } from './Questions.tsx';
import { usePosed } from './wanted.ts';

interface Props {
  /** The address of exactly what is shown. */
  readonly link: string;
  /** Who tells the steps. */
  readonly tellers: Tellers;
  /** What the inspector has at hand already. */
  readonly lists: Lists;
}

/** A run as it is handed out. */
export function Handout({ link, tellers, lists }: Props) {
  useLateStyles(styles);
  const scenario = useLab((lab) => lab.scenario);
  const timeline = useLab((lab) => lab.timeline);
  const own = useLab(ownInUse);
  const beside = useLab((lab) => lab.open.beside);
  const told = useTold(tellers);
  const posed = usePosed(tellers);
  const asked = posed?.asked ?? [];
  const incomplete = told.length < timeline.steps.length || posed === null;
  const [page] = link.split('#');
  return (
    <section className="handout">
      <h1>{text.title}</h1>
      {incomplete && <p>{text.missing}</p>}
      {posed && asked.length > 0 && (
        <>
          <p className="handout-run">{textOf(summary(scenario, posed.before))}.</p>
          <Questions asked={asked} />
        </>
      )}
      <p className="handout-run">{textOf(summary(scenario, timeline))}.</p>
      <p className="handout-link">
        {own ? text.ownLink : text.link} <a href={link}>{link}</a>
      </p>
      {/* Of two runs the pictures stand on the paper as they do on the screen. */}
      {!beside && <PaperPicture />}
      <h2>{text.steps}</h2>
      {told.map(({ number, narration }) => (
        <PaperStep
          key={number}
          number={number}
          narration={narration}
          lists={lists}
          link={own ? undefined : page + toLink({ scenario, step: number })}
        />
      ))}
      {asked.length > 0 && <Answers asked={asked} />}
    </section>
  );
}

/** The steps that can be told already, through the eyes that are looked through. */
function useTold(tellers: Props['tellers']): readonly { readonly number: number; readonly narration: Narration }[] {
  const timeline = useLab((lab) => lab.timeline);
  const lens = useLab((lab) => lab.view.lens);
  return timeline.steps.flatMap(({ number }) => {
    const name = tellerOf(timeline, number, null, lens);
    if (name !== undefined && !tellers.has(name)) return [];
    return { number, narration: narrate(timeline, number, name && tellers.take(name), null, lens) };
  });
}
