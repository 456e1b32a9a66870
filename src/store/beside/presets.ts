// What is at hand to be put beside a run: what people ask about it most. Pure. It must not know words.

import { agreeing, type Scenario } from '../../lab/index.ts';
import type { History } from '../history.ts';

export type Preset = 'other version' | 'nothing wrong' | 'nobody asked' | 'before';

/** The scenarios that presets mean beside what is played now, in order; without those that would be the same. */
export function presetsOf({ past, now: { played } }: Pick<History, 'past' | 'now'>): ReadonlyMap<Preset, Scenario> {
  const before = past.at(-1);
  const all: readonly (readonly [Preset, Scenario | undefined])[] = [
    ['other version', agreeing(played, { version: played.version === '1.3' ? '1.2' : '1.3' })],
    ['nothing wrong', { ...played, mischief: [] }],
    ['nobody asked', agreeing(played, { clientAuthentication: 'off' })],
    ['before', before?.brought ? undefined : before?.played],
  ];
  const text = JSON.stringify(played);
  return new Map(
    all.flatMap(([preset, scenario]) => (scenario && JSON.stringify(scenario) !== text ? [[preset, scenario]] : [])),
  );
}
