// A word on a choice that is not the right one. It must not know what is asked.

import { useMemo } from 'react';
import { type Question, remarkOn } from '../../lesson/predict/index.ts';
import { predictWords as text } from '../../words/predict/index.ts';
import { RichText } from '../parts/RichText.tsx';
import { useAsking } from './session.ts';

interface Props {
  readonly question: Question;
  /** The place of the choice. */
  readonly picked: number;
  /** Whether others are left to try. */
  readonly more?: boolean;
}

export function Remark({ question, picked, more = false }: Props) {
  const whole = useAsking((asking) => asking.whole);
  const remark = useMemo(() => whole && remarkOn(whole, question, picked), [whole, question, picked]);
  if (!remark) return null;
  return (
    <p className="predict-wrong">
      <strong>✕ {text.notThis}</strong> <RichText text={remark} /> {more && text.tryAgain}
    </p>
  );
}
