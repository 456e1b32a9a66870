// Which primitives keys of a kind need that are not at hand from the start. It must not know who makes them.

import type { primitives } from '../../crypto/index.ts';
import type { KeyChoice } from '../scenario.ts';
import type { WishedKey } from './wish.ts';

/** What has to be fetched before such keys are made or used. */
export function neededFor(kind: WishedKey | KeyChoice): typeof primitives.names {
  switch (kind) {
    case 'P-256':
      return [];
    case 'P-384':
      return ['p384', 'sha512'];
    case 'P-521':
      return ['p521', 'sha512'];
    case 'RSA':
    case 'RSA 2048':
    case 'RSA 3072':
      return ['rsa'];
    case 'Ed25519':
      return ['ed25519'];
  }
}
