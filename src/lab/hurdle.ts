// Why a scenario can't be played, by name and with its values: src/words tells it. Data only.

import type { KeyChoice, Scenario } from './scenario.ts';

/** Choices that don't go together. */
export type Conflict =
  | { readonly what: 'retry in TLS 1.2' | 'disguise in TLS 1.2' | 'static RSA in TLS 1.3' }
  | { readonly what: 'keys of static RSA'; readonly keys: KeyChoice }
  | { readonly what: 'HTTP/2 over static RSA' | 'suite of static RSA' };

/** A clock or a host that can't be. */
export type Oddity =
  /** The years between which a clock can be set, both included. */
  | { readonly what: 'clock'; readonly first: number; readonly last: number }
  /** And one that can be. */
  | { readonly what: 'host'; readonly such: string };

/** What is wrong with one mischief. Texts that somebody else wrote are cut to a bearable length. */
export type MischiefFlaw =
  | { readonly what: 'unknown mischief'; readonly id: string }
  | { readonly what: 'wrong version'; readonly id: string; readonly version: Scenario['version'] }
  /** It happens at a place of its own. */
  | { readonly what: 'needless place' | 'wrong place'; readonly id: string; readonly at: number }
  | { readonly what: 'unknown parameter'; readonly id: string; readonly name: string }
  | {
      readonly what: 'wrong parameter';
      readonly id: string;
      readonly name: string;
      readonly min: number;
      readonly max: number;
    };

/** Why a scenario can't be played, nor stand in a link. */
export type Hurdle =
  | Conflict
  | Oddity
  | MischiefFlaw
  | { readonly what: 'too much mischief' | 'seed too long'; readonly most: number };

/** Thrown for a scenario that can't be played. */
export class Unplayable extends RangeError {
  override readonly name = 'Unplayable';

  constructor(readonly hurdle: Hurdle) {
    super(`this scenario can’t be played: ${JSON.stringify(hurdle)}`);
  }
}
