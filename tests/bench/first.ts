// A process of its own that prints how long its first handshake took, and its first one with RSA, in ms.

import { firstHandshake, firstRsaHandshake } from './engine.ts';

process.stdout.write(JSON.stringify({ first: firstHandshake(), firstRsa: await firstRsaHandshake() }));
