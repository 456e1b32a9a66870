// Has every primitive at hand before a test file begins.

import { primitives } from '../src/crypto/index.ts';

await primitives.need(...primitives.names);
