// What to do where nothing is wrong with a chain but that whoever judges it was told to want another, or where it was not even shown. English; one place, ready for
// other languages.

import { type Remedy, serving } from './remedy.ts';

/** By the reason for which the check failed, or the choice. */
export const demands = {
  'chain too long': {
    check: ({ by, of }) => `how many CAs the ${by} lets stand above a certificate, and how many the ${of} has.`,
    change: ({ by, of }) =>
      `**On the ${by}:** allow a longer chain, by one for each CA between the ${of}’s certificate and the root. **Or on the ${of}:** have its certificate issued by a CA that stands higher.`,
  },
  'not a root': {
    check: ({ by }) =>
      `whether the CA file that the ${by} trusts${serving(by)} goes up to a root, or its program takes an issuing CA for an end.`,
    change: ({ by }) =>
      `**On the ${by}:** put the root into the same CA file, which lets in whatever the root’s other CAs issue as well; or tell the program that an issuing CA may be an end.`,
  },
  'only expired': {
    check: () => 'until when the client’s certificates are valid: it may show none that has expired, and not say so.',
    change: () =>
      '**On the client:** have a certificate issued that is still valid, and put it in the place of those that have expired.',
  },
  misdirected: {
    check: () =>
      'whether the client opens a connection of its own for each host, and whether hosts with different demands share a certificate.',
    change: () =>
      '**On the client:** open a connection of its own for this host, and name the host in the ClientHello. **Or on the server:** give hosts that ask for certificates a certificate for their names alone, so that no client takes one connection for both.',
  },
} as const satisfies Readonly<Record<string, Remedy>>;

export type Demand = keyof typeof demands;
