// Plays what the lab shows through a proxy, once everything is at hand that both connections need, and has a lab for each, whose inspector
// looks into it. It must not know what is told.

import { useEffect, useMemo, useState } from 'react';
import { supply } from '../../lab/index.ts';
import type { Own } from '../../lab/own/index.ts';
import { backOf, frontOf, type Proxied, proxied, type Way } from '../../lab/proxied/index.ts';
import { MissingPart } from '../../shelf/index.ts';
import { createLab, type LabStore, ownInUse } from '../../store/index.ts';
import type { Half } from '../../story/proxied/index.ts';
import { useLab } from '../context.ts';

/** What was played; of another way, what was played before stays until that is. */
export interface Played {
  readonly run?: Proxied;
  /** Why nothing could be: a part is missing, which `again` fetches anew, or it can’t be played. */
  readonly failed?: 'missing' | 'unplayable';
  again(): void;
}

/** The scenario of the surrounding lab, through a proxy. */
export function useProxied(way: Way): Played {
  const scenario = useLab((lab) => lab.scenario);
  const brought = useLab((lab) => (ownInUse(lab) ? lab.brought : null)) ?? undefined;
  const [played, setPlayed] = useState<Omit<Played, 'again'> & { readonly brought?: Own | undefined }>({});
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same
  useEffect(() => {
    let wanted = true;
    const [front, back] = [frontOf(scenario, way), backOf(scenario, way)];
    Promise.all([supply(front, brought), back && supply(back)])
      .then(() => proxied(scenario, way, brought))
      .then(
        (run) => wanted && setPlayed({ run, brought }),
        (error) => wanted && setPlayed({ failed: error instanceof MissingPart ? 'missing' : 'unplayable', brought }),
      );
    return () => {
      wanted = false;
    };
  }, [scenario, way, brought, attempt]);
  // Of what has been forgotten nothing stays.
  const { run, failed } = played.brought === brought ? played : {};
  return { ...(run && { run }), ...(failed && { failed }), again: () => setAttempt(attempt + 1) };
}

/** A lab for each connection: its run is what was played here, whatever is asked for. */
export function useLabs({ front, back }: Proxied): Readonly<Record<Half, LabStore | undefined>> {
  return useMemo(() => {
    const labOf = (timeline: Proxied['front']): LabStore =>
      createLab(() => timeline, { ...(timeline.scenario && { scenario: timeline.scenario }), step: 1 });
    return { front: labOf(front), back: back && labOf(back) };
  }, [front, back]);
}
