// A process of its own that prints how long its first handshake took, in ms.

import { firstHandshake } from './engine.ts';

process.stdout.write(String(firstHandshake()));
