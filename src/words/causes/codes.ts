// Code points in sentences: by their names, or as numbers where they have none. It must not know any registry.

import type { Called } from '../../tls/index.ts';

/** `x25519`, or `group 0x1234`. @param digits how many there are at least */
export function called(kind: string, code: Called, digits = 4): string {
  return typeof code === 'string' ? code : `${kind} ${hex(code, digits)}`;
}

/** `key_share`, or `extension 4242`. */
export function numbered(kind: string, code: Called): string {
  return typeof code === 'string' ? code : `${kind} ${code}`;
}

/** `x25519, 0x1234`. @param digits how many there are at least */
export function allCalled(codes: readonly Called[], digits = 4): string {
  return codes.map((code) => (typeof code === 'string' ? code : hex(code, digits))).join(', ');
}

/** `0x0304`. */
export function hex(code: number, digits = 4): string {
  return `0x${code.toString(16).padStart(digits, '0')}`;
}
