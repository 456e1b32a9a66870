// Where things that somebody brought were put, and why, in sentences. It must not know how they were put there.

import type { Place, PlaceReason } from '../../lab/own/index.ts';
import { type Sentences, told } from '../causes/telling.ts';

/** What a place is called. */
export const placeNames: Readonly<Record<Place, string>> = {
  'client shows': 'The client shows',
  'server shows': 'The server shows',
  'client trusts': 'The client trusts for servers',
  'server trusts': 'The server trusts for clients',
  'client sends along': 'The client sends along',
  'server sends along': 'The server sends along',
  'revocation lists': 'Revocation lists',
  nowhere: 'In no role',
};

/** Why something was put in its place: one sentence. */
export function placeReason(reason: PlaceReason): string {
  return told(reasons, reason);
}

const reasons: Sentences<PlaceReason> = {
  purpose: ({ of }) => `It may be used by ${of}s only.`,
  'host name': () => 'It may be used on either side, and has the name of a host.',
  'no host name': () => 'It may be used on either side, and has no name of a host.',
  'file name': ({ file }) => `The file is called ${file}.`,
  issued: ({ subject }) => `It stands above the certificate of ${subject}.`,
  beside: ({ file }) => `It is in ${file} together with a CA that belongs here.`,
  'root of nobody': () => 'It is above none of these certificates.',
  'link of nobody': () => 'It is an intermediate of none of these certificates.',
  'a list': () => 'It is a list of revoked certificates.',
};
