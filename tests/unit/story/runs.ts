// The runs that the tests of the story look at, and small changes to finished timelines.

import type { Moment, Scenario, Timeline } from '../../../src/lab/index.ts';
import { defaultScenario, run, supply } from '../../../src/lab/index.ts';

await supply();

export const played = (patch: Partial<Scenario> = {}): Timeline => run({ ...defaultScenario, ...patch });

export const untrusted: Partial<Scenario> = { mischief: [{ id: 'untrusted-ca' }] };
export const badSignature: Partial<Scenario> = { mischief: [{ id: 'bad-signature' }] };
export const nothingToShow: Partial<Scenario> = { mischief: [{ id: 'no-client-certificate' }] };

/** Every kind of run that the first page can play. */
export const variants: readonly (readonly [string, Partial<Scenario>])[] = [
  ['default', {}],
  ['off', { clientAuthentication: 'off' }],
  ['asked', { clientAuthentication: 'asked' }],
  ['untrusted', untrusted],
  ['bad signature', badSignature],
  ['nothing to show', nothingToShow],
  ['asked, nothing to show', { clientAuthentication: 'asked', ...nothingToShow }],
  ['retry', { retry: true, compatibility: true }],
  ['coalesced', { coalesced: true }],
  ['RSA', { keys: 'RSA', suite: 'TLS_AES_256_GCM_SHA384' }],
  ['Ed25519', { keys: 'Ed25519', suite: 'TLS_CHACHA20_POLY1305_SHA256' }],
];

/** The same timeline with some moments replaced. */
export function withMoments(timeline: Timeline, change: (moment: Moment) => Moment): Timeline {
  return { ...timeline, moments: timeline.moments.map(change) };
}
