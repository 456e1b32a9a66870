// What the code points of a hello stand for among the primitives that this engine has.

import { type Group, groups, type Scheme, schemes } from '../../crypto/index.ts';
import { groupNames, signatureSchemes } from '../wire/iana.ts';

/** The group with this code point, if this engine speaks it. */
export function groupOf(code: number): Group | undefined {
  return groups.find(({ name }) => groupNames.codes[name] === code);
}

/** The signature scheme with this code point, if this engine speaks it. */
export function schemeOf(code: number): Scheme | undefined {
  return schemes.find(({ name }) => signatureSchemes.codes[name] === code);
}
