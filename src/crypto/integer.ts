// Arithmetic on large whole numbers for RSA. Not constant-time: JavaScript's BigInt can't be.

import { type Bytes, fromHex, toHex } from '../bytes/index.ts';

/** The whole number with these big-endian bytes (OS2IP, RFC 8017 4.2). */
export function toInteger(bytes: Bytes): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

/**
 * Big-endian bytes of a whole number, `length` bytes long (I2OSP, RFC 8017 4.1).
 * @throws RangeError when the number is negative or needs more bytes
 */
export function fromInteger(value: bigint, length: number): Bytes {
  const digits = value.toString(16);
  if (value < 0n || digits.length > 2 * length) throw new RangeError(`the number doesn’t fit into ${length} bytes`);
  return fromHex(digits.padStart(2 * length, '0'));
}

/** Number of bits of a whole number that isn't negative; 0 for 0. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

const WINDOW = 5;

/** base ** exponent mod modulus, for numbers that aren't negative. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  const reduced = base % modulus;
  // Odd powers up to 2^WINDOW - 1 pay off for long exponents only; 65537 has nothing to slide over.
  const window = bits.length > 64 ? WINDOW : 1;
  const odd = oddPowers(reduced, modulus, 2 ** (window - 1));
  let result = 1n % modulus;
  for (let i = 0; i < bits.length; ) {
    if (bits[i] === '0') {
      result = (result * result) % modulus;
      i += 1;
      continue;
    }
    // The longest run of at most `window` bits that begins and ends with a one.
    const run = bits.slice(i, i + window).replace(/0+$/, '');
    for (let k = 0; k < run.length; k++) result = (result * result) % modulus;
    result = (result * (odd[(Number.parseInt(run, 2) - 1) / 2] ?? 1n)) % modulus;
    i += run.length;
  }
  return result;
}

/** base, base^3, base^5, …: `count` of them. */
function oddPowers(base: bigint, modulus: bigint, count: number): readonly bigint[] {
  const powers = [base];
  const square = count > 1 ? (base * base) % modulus : 0n;
  for (let last = base; powers.length < count; powers.push(last)) last = (last * square) % modulus;
  return powers;
}

/** The inverse of `value` modulo `modulus`, or undefined when they have a common divisor. */
export function modInverse(value: bigint, modulus: bigint): bigint | undefined {
  let [r, nextR] = [modulus, value % modulus];
  let [t, nextT] = [0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR] = [nextR, r - quotient * nextR];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  if (r !== 1n) return undefined;
  return t < 0n ? t + modulus : t;
}
