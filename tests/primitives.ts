// Has every primitive at hand before a test file begins.

import { supplyPrimitives } from '../src/crypto/index.ts';

await supplyPrimitives();
