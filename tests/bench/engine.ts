// What Node and browsers can both run: our handshakes, node-forge's, and the picture's arithmetic.
// A handshake here is a whole run of the lab: both ends, every secret, the complete timeline with its field trees. Nothing is remembered
// between runs but the demo PKI, which node-forge gets as well, and that its signatures have been verified, unless the row says otherwise.

import { EMPTY } from '../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv, sha256, verifyEcdsa } from '../../src/crypto/index.ts';
import { layout, type Measure } from '../../src/diagram/index.ts';
import { defaultScenario, play, runSupplied, type Scenario, supply } from '../../src/lab/index.ts';
import type { Own } from '../../src/lab/own/index.ts';
import { mint } from '../../src/pki/index.ts';
import { toModel } from '../../src/story/index.ts';
import { forgeHandshake } from './forge.ts';
import { handshakes, others } from './names.ts';
import { recordSamples } from './records.ts';
import { type Sample, summed, timed } from './sample.ts';
import { sweepSamples } from './sweep.ts';

export const size = { width: 764, height: 770, captions: true, fontScale: 1 };

/** The very first handshake. Call it before anything else has run. */
export function firstHandshake(): number {
  const start = performance.now();
  play(defaultScenario);
  return performance.now() - start;
}

/** RSA chosen for the first time: fetching what it takes, its certificates, the run. To be called when nothing else has asked for RSA. */
export async function firstRsaHandshake(): Promise<number> {
  const start = performance.now();
  await runSupplied({ ...defaultScenario, keys: 'RSA' });
  return performance.now() - start;
}

/** Has everything forgotten that was verified: more than is remembered takes its place. */
function forgetVerdicts(): void {
  const key = publicOf(generateKey('P-256', seededEnv('bench', 0)));
  for (let at = 0; at < 200; at++) verifyEcdsa(key, sha256, Uint8Array.of(at), EMPTY);
}

/** @param measure text widths as they are known where this runs */
export async function engineSamples(measure: Measure): Promise<Sample[]> {
  await supply();
  const samples: Sample[] = [];
  for (const keys of ['P-256', 'RSA', 'Ed25519'] as const) {
    samples.push(await timed(handshakes[keys], (round) => play(seeded({ ...defaultScenario, keys }, round))));
  }
  const cold = await timed(handshakes.cold, (round) => play(seeded(defaultScenario, round)), {
    before: forgetVerdicts,
  });
  samples.splice(1, 0, cold);
  const brought = broughtCertificates();
  samples.push(
    await timed(handshakes.own, (round) => play(seeded({ ...defaultScenario, name: 'own.example' }, round), brought)),
  );
  const older: Scenario = { ...defaultScenario, version: '1.2' };
  samples.push(await timed(handshakes.older, (round) => play(seeded(older, round))));
  samples.push(await timed(handshakes.forge, forgeHandshake, { runs: 20, warm: 4 }));
  samples.push(await timed(others.switched, (round) => play(seeded(switched(round), round))));
  const timeline = play(defaultScenario);
  const cursor = (round: number) => round % timeline.steps.length;
  samples.push(await timed(others.model, (round) => toModel(timeline, cursor(round)), { runs: 200 }));
  const models = timeline.steps.map(({ number }) => toModel(timeline, number));
  const times: number[] = [];
  for (let round = 0; round < 200; round++) {
    const model = models[round % models.length];
    if (!model) continue;
    // A layout is remembered with its rows: these have none.
    const unknown = { ...model, rows: [...model.rows] };
    const start = performance.now();
    layout(unknown, measure, size);
    times.push(performance.now() - start);
  }
  return [...samples, summed(others.layout, times), ...(await recordSamples()), ...(await sweepSamples())];
}

/** What somebody might bring for both sides: as many certificates, of as many keys, as the demo’s. */
function broughtCertificates(): Own {
  const { at } = defaultScenario;
  const env = seededEnv('brought', at);
  const dates = { notBefore: at - 1e10, notAfter: at + 1e10 };
  const family = (name: string, purpose: string) => {
    const [root, issuing, leaf] = [1, 2, 3].map(() => generateKey('P-256', env));
    if (!root || !issuing || !leaf) throw new RangeError('three keys were made');
    const top = mint({ subject: `${name} root`, ...dates, ca: {} }, publicOf(root), { key: root }, env);
    const by = { certificate: top, key: root };
    const middle = mint({ subject: `${name} CA`, ...dates, ca: { pathLength: 0 } }, publicOf(issuing), by, env);
    const own = { subject: name, ...dates, extendedKeyUsage: [purpose], subjectAltNames: [name] };
    const end = mint(own, publicOf(leaf), { certificate: middle, key: issuing }, env);
    return { shows: [{ chain: [end, middle], key: leaf }], root: top };
  };
  const [client, server] = [family('client.own.example', 'clientAuth'), family('own.example', 'serverAuth')];
  return {
    client: { shows: client.shows, trusts: [server.root] },
    server: { shows: server.shows, trusts: [client.root] },
  };
}

/** The three switches, one after the other. */
function switched(round: number): Scenario {
  const patches: readonly Partial<Scenario>[] = [
    { clientAuthentication: 'off' },
    { mischief: [{ id: 'bad-signature' }] },
    { mischief: [{ id: 'untrusted-ca' }] },
  ];
  return { ...defaultScenario, ...patches[round % patches.length] };
}

function seeded(scenario: Scenario, round: number): Scenario {
  return { ...scenario, seed: `bench ${round}` };
}
