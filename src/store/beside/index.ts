// The run beside the one that a lab shows. Loaded by whoever compares.

export { type Beside, type BesideStore, createBeside, type Hindrance } from './beside.ts';
export { createCompanion } from './companion.ts';
export { type Preset, presetsOf } from './presets.ts';
