// Large random primes for RSA keys, repeatable from the environment. Knows nothing of keys.

import type { Env } from '../../env.ts';
import { modPow, toInteger } from '../../integer.ts';

/**
 * A random prime of exactly `bits` bits (a multiple of 8) whose two highest bits are set, so that the product of two
 * has twice as many bits, and for which `e`, a prime, has an inverse modulo p - 1 (FIPS 186-5 A.1.3, with a sieve).
 */
export function generatePrime(bits: number, e: bigint, env: Env): bigint {
  for (;;) {
    const bytes = env.random(bits / 8);
    bytes[0] = (bytes[0] ?? 0) | 0xc0;
    const start = toInteger(bytes) | 1n;
    for (const offset of unsieved(start)) {
      const candidate = start + BigInt(offset);
      if (candidate >> BigInt(bits) !== 0n) break;
      if ((candidate - 1n) % e !== 0n && isProbablyPrime(candidate, env)) return candidate;
    }
  }
}

const SPAN = 8192;
const SIEVE_LIMIT = 1 << 17;

/** Even offsets below SPAN at which the odd `start` plus the offset has no small divisor. */
function* unsieved(start: bigint): Generator<number> {
  const composite = new Uint8Array(SPAN);
  for (const { primes, product } of smallPrimes()) {
    const residue = Number(start % product);
    for (const prime of primes) {
      const rest = residue % prime;
      // The first even offset with start + offset divisible; an odd one is moved on by one more prime.
      let offset = rest === 0 ? 0 : prime - rest;
      if (offset % 2 === 1) offset += prime;
      for (; offset < SPAN; offset += 2 * prime) composite[offset] = 1;
    }
  }
  for (let offset = 0; offset < SPAN; offset += 2) if (!composite[offset]) yield offset;
}

interface PrimeGroup {
  readonly primes: readonly number[];
  readonly product: bigint;
}

let cached: readonly PrimeGroup[] | undefined;

/** The odd primes below SIEVE_LIMIT, grouped so that each product is still exact as a number. */
function smallPrimes(): readonly PrimeGroup[] {
  if (cached) return cached;
  const composite = new Uint8Array(SIEVE_LIMIT);
  const found: PrimeGroup[] = [];
  let primes: number[] = [];
  let product = 1;
  for (let n = 3; n < SIEVE_LIMIT; n += 2) {
    if (composite[n]) continue;
    for (let multiple = n * n; multiple < SIEVE_LIMIT; multiple += 2 * n) composite[multiple] = 1;
    if (product * n > Number.MAX_SAFE_INTEGER) {
      found.push({ primes, product: BigInt(product) });
      primes = [];
      product = 1;
    }
    primes.push(n);
    product *= n;
  }
  found.push({ primes, product: BigInt(product) });
  cached = found;
  return found;
}

/**
 * Whether n is a prime, wrong with a chance below 2^-80: a quick look with base 2 sorts out composites, then three
 * rounds of Miller-Rabin are enough for random numbers of this size (Handbook of Applied Cryptography, table 4.4).
 */
function isProbablyPrime(n: bigint, env: Env): boolean {
  if (powerOfTwo(n - 1n, n) !== 1n) return false;
  const length = n.toString(16).length / 2;
  for (let round = 0; round < 3; round++) {
    if (!passesMillerRabin(n, (toInteger(env.random(length)) % (n - 3n)) + 2n)) return false;
  }
  return true;
}

/** 2 ** exponent mod modulus: doubling is a shift, so there is nothing but squares to reduce. */
function powerOfTwo(exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result <<= 1n;
  }
  return result % modulus;
}

function passesMillerRabin(n: bigint, base: bigint): boolean {
  let odd = n - 1n;
  let twos = 0;
  for (; odd % 2n === 0n; odd >>= 1n) twos++;
  let power = modPow(base, odd, n);
  if (power === 1n || power === n - 1n) return true;
  for (let i = 1; i < twos; i++) {
    power = (power * power) % n;
    if (power === n - 1n) return true;
  }
  return false;
}
