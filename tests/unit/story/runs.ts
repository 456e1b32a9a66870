// The runs that the tests of the story look at, and small changes to finished timelines.

import type { Moment, Scenario, Timeline } from '../../../src/lab/index.ts';
import { defaultScenario, run, supply } from '../../../src/lab/index.ts';
import type { Check } from '../../../src/pki/index.ts';
import { fetchTitles } from '../../../src/words/titles.ts';

await Promise.all([supply(), fetchTitles()]);

export const played = (patch: Partial<Scenario> = {}): Timeline => run({ ...defaultScenario, ...patch });

/** The same in TLS 1.2. */
export const played12 = (patch: Partial<Scenario> = {}): Timeline => played({ ...patch, version: '1.2' });

export const untrusted: Partial<Scenario> = { mischief: [{ id: 'untrusted-ca' }] };
export const badSignature: Partial<Scenario> = { mischief: [{ id: 'bad-signature' }] };
export const nothingToShow: Partial<Scenario> = { mischief: [{ id: 'no-client-certificate' }] };

/** What is played in both versions. */
const either: readonly (readonly [string, Partial<Scenario>])[] = [
  ['default', {}],
  ['off', { clientAuthentication: 'off' }],
  ['asked', { clientAuthentication: 'asked' }],
  ['untrusted', untrusted],
  ['bad signature', badSignature],
  ['nothing to show', nothingToShow],
  ['asked, nothing to show', { clientAuthentication: 'asked', ...nothingToShow }],
  ['coalesced', { coalesced: true }],
  ['P-384', { keys: 'P-384' }],
  ['RSA', { keys: 'RSA', suite: 'TLS_AES_256_GCM_SHA384' }],
  ['Ed25519', { keys: 'Ed25519', suite: 'TLS_CHACHA20_POLY1305_SHA256' }],
  ['h2', { alpn: 'h2' }],
  ['no ALPN', { alpn: 'none' }],
  ['ALPN unanswered', { alpn: 'unanswered' }],
];

export const staticRsa: Partial<Scenario> = { keys: 'RSA', keyExchange: 'static' };

/** What is played in TLS 1.2 only. */
const tls12: readonly (readonly [string, Partial<Scenario>])[] = [
  ['RSA, secp384r1', { keys: 'RSA', suite: 'TLS_CHACHA20_POLY1305_SHA256', group: 'secp384r1' }],
  ['P-256, secp256r1', { suite: 'TLS_AES_256_GCM_SHA384', group: 'secp256r1' }],
  ['static RSA', staticRsa],
  ['static RSA, off', { ...staticRsa, clientAuthentication: 'off' }],
  ['static RSA, untrusted', { ...staticRsa, ...untrusted }],
];

export const tls12Variants: readonly (readonly [string, Partial<Scenario>])[] = [...either, ...tls12].map(
  ([name, patch]) => [`1.2, ${name}`, { ...patch, version: '1.2' }],
);

/** Every kind of run that the first page can play. */
export const variants: readonly (readonly [string, Partial<Scenario>])[] = [
  ...either,
  ['retry', { retry: true, compatibility: true }],
  ...tls12Variants,
];

/** The same timeline with some moments replaced. */
export function withMoments(timeline: Timeline, change: (moment: Moment) => Moment): Timeline {
  return { ...timeline, moments: timeline.moments.map(change) };
}

/** The number of the step in which a side says this. */
export function stepOf(timeline: Timeline, name: string, from: 'client' | 'server'): number {
  const wire = name === 'ChangeCipherSpec' ? 'change_cipher_spec' : name;
  const step = timeline.steps.find((each) => each.name === wire && each.from === from);
  if (!step) throw new Error(`no ${name} of the ${from}`);
  return step.number;
}

/** A run in which what should be close_notify is a warning of another kind. */
export const warned: Timeline = withMoments(played12(), (moment) => {
  if (moment.who === 'network' || moment.insight.kind !== 'alert') return moment;
  return { ...moment, insight: { ...moment.insight, code: 100, description: 'no_renegotiation' } };
});

/** A run in which the server’s close_notify never comes: the connection ends. */
export const truncated: Timeline = withMoments(played12(), (moment): Moment => {
  if (moment.who !== 'client') return moment;
  const { insight } = moment;
  if (insight.kind === 'closed') return { ...moment, insight: { kind: 'closed', how: 'transport' } };
  if (insight.kind !== 'alert' || insight.direction !== 'received') return moment;
  return { ...moment, insight: { kind: 'ignored', what: 'nothing', reason: { what: 'closed' } } };
});

/** A run in which the client finds that the server’s issuing CA broke a rule, and takes it all the same. */
export const lapsed: Timeline = withMoments(played(), (moment): Moment => {
  if (moment.who !== 'client' || moment.insight.kind !== 'verdict') return moment;
  const { verdict } = moment.insight;
  const checks = verdict.checks.map((check): Check => {
    if (check.id !== 'well-formed' || check.index !== 1) return check;
    const { outcome: _, ...rest } = check;
    const section = 'RFC 5280 4.2.1.2';
    const defects = [{ what: 'CA without a key identifier', section } as const];
    return { ...rest, outcome: 'warned', reason: { what: 'rules broken', defects }, section, profile: 'rfc5280' };
  });
  return { ...moment, insight: { ...moment.insight, verdict: { ...verdict, checks } } };
});
