// The store of what is asked about the surrounding lab's run. It lives as long as the lab does.

import { useStore } from 'zustand';
import type { LabStore } from '../../store/index.ts';
import { type Asking, type AskingStore, createAsking } from '../../store/predict/index.ts';
import { useLabStore } from '../context.ts';
import { tellAnswer } from './telling.ts';

const sessions = new WeakMap<LabStore, AskingStore>();

/** The store of what is asked in a lab. */
export function useSession(): AskingStore {
  const lab = useLabStore();
  const known = sessions.get(lab) ?? createAsking(lab, (given) => tellAnswer(lab, given));
  sessions.set(lab, known);
  return known;
}

/** A slice of what is asked in the surrounding lab. */
export function useAsking<Slice>(select: (asking: Asking) => Slice): Slice {
  return useStore(useSession(), select);
}

/** Which question it is, of how many. */
export function useNumber(step: number): { readonly number: number; readonly count: number } {
  const questions = useAsking((asking) => asking.questions);
  return { number: questions.findIndex((each) => each.step === step) + 1, count: questions.length };
}
