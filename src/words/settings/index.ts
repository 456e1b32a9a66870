// The lines for each program that a remedy needs, with the page of its documentation: by cause and side. Loaded by whoever shows them, and
// never with the first picture.

import type { OwnCause } from '../../lab/own/index.ts';
import type { Role } from '../../tls/index.ts';
import { tasksFor } from './deeds.ts';
import { type ProgramName, programs } from './programs.ts';
import type { Deed, Program, Values } from './setting.ts';

export { gaps } from './gaps.ts';
export { deedNames } from './names.ts';
export type { ProgramName } from './programs.ts';
export type { Deed, Values } from './setting.ts';

/** All programs, with what each is called. */
export const programTitles: readonly (readonly [ProgramName, string])[] = (Object.keys(programs) as ProgramName[]).map(
  (name) => [name, programs[name].title],
);

/** What is to be written for one program on one side. */
export interface Advice {
  readonly program: ProgramName;
  readonly title: string;
  readonly side: Role;
  readonly deed: Deed;
  readonly lines: string;
  /** The page of the program’s documentation. */
  readonly source: string;
}

/**
 * What is to be written for a cause.
 * @param values what stands in the lines, for either side
 * @param wanted for which program on which side; absent: for all
 */
export function adviceOn(
  cause: OwnCause,
  values: Readonly<Record<Role, Values>>,
  wanted: Partial<Readonly<Record<Role, ProgramName>>> = {},
): readonly Advice[] {
  const names = Object.keys(programs) as ProgramName[];
  return tasksFor(cause).flatMap(({ side, deed }) =>
    names.flatMap((program): readonly Advice[] => {
      if (wanted[side] !== undefined ? wanted[side] !== program : Object.keys(wanted).length > 0) return [];
      const { title, ...sides }: Program = programs[program];
      const setting = sides[side]?.[deed];
      return setting
        ? [{ program, title, side, deed, lines: setting.lines(values[side]), source: setting.source }]
        : [];
    }),
  );
}

/** What is written where nobody says what the files are called. */
export function usualValues(side: Role, more: Partial<Values> = {}): Values {
  return {
    certificate: `${side}.pem`,
    key: `${side}.key`,
    chain: `${side}-intermediates.pem`,
    store: `${side}.p12`,
    trusts: side === 'client' ? 'servers-ca.pem' : 'clients-ca.pem',
    list: side === 'client' ? 'servers.crl' : 'clients.crl',
    name: 'api.example',
    depth: 2,
    purpose: `${side}Auth`,
    ...more,
  };
}
