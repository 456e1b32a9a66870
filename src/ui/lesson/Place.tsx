// Whether the picture shows the moment that a part is about, and the way back to it. It must not know how that is reached.

import { stepNumber } from '../../store/index.ts';
import { lessonWords as text } from '../../words/lessons/index.ts';
import { wrongWithLink } from '../../words/links.ts';
import { useLab } from '../context.ts';
import { useCourse } from './session.ts';

/** Whether the picture shows the moment of this part. */
export function useThere(): boolean {
  const place = useCourse((course) => course.place);
  const scenario = useLab((lab) => lab.scenario);
  const step = useLab(stepNumber);
  if (place.is !== 'there' || !place.moment) return false;
  const { moment } = place;
  return JSON.stringify(moment.scenario) === JSON.stringify(scenario) && (moment.step ?? step) === step;
}

export function Place() {
  const there = useThere();
  const place = useCourse((course) => course.place);
  const back = useCourse((course) => course.back);
  const scenario = useLab((lab) => lab.scenario);
  if (place.is === 'missing')
    return (
      <p role="alert">
        {text.place.missing}{' '}
        <button type="button" className="plain" onClick={place.again}>
          {text.again}
        </button>
      </p>
    );
  if (place.is === 'flawed')
    return (
      <p role="alert">
        {text.place.flawed} {wrongWithLink({ ok: true, scenario, flaws: place.flaws }).join(' ')}
      </p>
    );
  return there || place.is === 'coming' ? null : (
    <button type="button" className="plain lesson-moment" onClick={() => void back()}>
      {text.moment}
    </button>
  );
}
