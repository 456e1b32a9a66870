// The scenarios that are one choice away, as far as the choice is one that everybody makes. Pure; it must not know how anything is played.

import { agreeing, misbehaving } from './choices.ts';
import type { ClientAuthentication, Scenario } from './scenario.ts';

const authentications: readonly ClientAuthentication[] = ['required', 'asked', 'off'];

/** What each of the three switches would lead to, then the other version. */
export function neighbours(scenario: Scenario): readonly Scenario[] {
  const { clientAuthentication, mischief, version } = scenario;
  const changes: readonly Partial<Scenario>[] = [
    ...['untrusted-ca', 'bad-signature'].map((id) => ({
      mischief: misbehaving(
        mischief,
        id,
        mischief.every((one) => one.id !== id),
      ),
    })),
    ...authentications.filter((each) => each !== clientAuthentication).map((each) => ({ clientAuthentication: each })),
    { version: version === '1.3' ? '1.2' : '1.3' },
  ];
  return changes.map((change) => agreeing(scenario, change));
}
