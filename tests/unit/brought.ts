// A certificate of somebody's own, with its key, as a reader may bring one: nobody whom the demo trusts vouches for it.

import { generateKey, publicOf, seededEnv } from '../../src/crypto/index.ts';
import { defaultScenario } from '../../src/lab/index.ts';
import { mint } from '../../src/pki/index.ts';

const env = seededEnv('of one’s own', defaultScenario.at);
const dates = { notBefore: defaultScenario.at - 1e10, notAfter: defaultScenario.at + 1e10 };

/** In the name of mine.example. */
export const key = generateKey('P-256', env);
export const shown = mint(
  { subject: 'mine.example', ...dates, extendedKeyUsage: ['clientAuth'] },
  publicOf(key),
  { key },
  env,
);
