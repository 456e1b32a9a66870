// Whole sweeps: every byte of a mutual handshake flipped, one at a time.

import { defaultScenario, type Scenario, supply } from '../../src/lab/index.ts';
import { bytesOnWire, sweep } from '../../src/lab/sweep/index.ts';
import { sweeps } from './names.ts';
import { type Sample, timed } from './sample.ts';

const scenarios: Readonly<Record<keyof typeof sweeps, Scenario>> = {
  'P-256': defaultScenario,
  RSA: { ...defaultScenario, keys: 'RSA' },
  Ed25519: { ...defaultScenario, keys: 'Ed25519' },
  older: { ...defaultScenario, version: '1.2' },
};

export async function sweepSamples(): Promise<Sample[]> {
  await supply();
  const samples: Sample[] = [];
  for (const [kind, scenario] of Object.entries(scenarios) as [keyof typeof sweeps, Scenario][]) {
    const sample = await timed(sweeps[kind], () => Array.from(sweep(scenario)).length, { runs: 3, warm: 1 });
    samples.push({ ...sample, bytes: bytesOnWire(scenario) });
  }
  return samples;
}
