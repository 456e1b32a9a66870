// What the machines ask about at the moment of a part: whatever there is, or a kind that the author picks among those that can be asked there.
// It must not know how questions are made.

import { useEffect, useState } from 'react';
import { fromLink, labParts } from '../../../lab/index.ts';
import { type Kind, kinds, type PredictQuestion } from '../../../lesson/format/index.ts';
import { candidatesAt, type Question } from '../../../lesson/predict/index.ts';
import { createLab, stepNumber } from '../../../store/index.ts';
import { rich, textOf } from '../../../story/index.ts';
import { lessonWords, workshopWords } from '../../../words/lessons/index.ts';
import { questionText } from '../../../words/predict/index.ts';
import { useLab } from '../../context.ts';
import { Choice } from '../../parts/Choice.tsx';

const text = workshopWords.part;

interface Props {
  /** The moment of the part. */
  readonly link: string;
  readonly about: Kind | undefined;
  readonly change: (question: PredictQuestion) => void;
}

const any = 'any';

export function Kinds({ link, about, change }: Props) {
  const questions = useQuestions(link);
  if (!questions) return null;
  const here = kinds.filter((kind) => questions.some((question) => question.kind === kind));
  const others = about && !here.includes(about) ? [about] : [];
  const asked = questions.find(({ kind }) => kind === about);
  return (
    <>
      <Choice
        look="choice"
        label={text.kind}
        options={[
          [any, text.anyKind] as const,
          ...here.map((kind) => [kind, text.kinds[kind]] as const),
          ...others.map((kind) => [kind, text.notHere(text.kinds[kind])] as const),
        ]}
        value={about ?? any}
        onChange={(kind) => change({ kind: 'predict', ...(kind !== any && { about: kind }) })}
      />
      {(here.length === 0 || others.length > 0) && <p className="lesson-aside">{lessonWords.nothingToAsk}</p>}
      {asked && <p className="lesson-aside">{textOf(rich(questionText(asked)))}</p>}
    </>
  );
}

/** What can be asked at a moment; undefined while its run is played. */
function useQuestions(link: string): readonly Question[] | undefined {
  const play = useLab((lab) => lab.play);
  const [questions, set] = useState<readonly Question[]>();
  useEffect(() => {
    let gone = false;
    const find = async (): Promise<readonly Question[]> => {
      // The catalogue’s alerts are among the wrong answers.
      const [read] = await Promise.all([fromLink(link), labParts.need('mischief')]);
      if (!read.ok) return [];
      const { scenario, step } = read;
      const timeline = await play(scenario);
      // Where a lab stands that is opened there.
      const lab = createLab(() => timeline, { scenario, ...(step !== undefined && { step }) });
      return candidatesAt(timeline, stepNumber(lab.getState()) + 1);
    };
    find().then(
      (found) => !gone && set(found),
      // A moment that can’t be read, played or had has nothing to ask; the lesson’s flaws say more of it.
      () => !gone && set([]),
    );
    return () => {
      gone = true;
    };
  }, [link, play]);
  return questions;
}
