// Where things that somebody brought are: where they belong by themselves, unless the reader has moved them; and what a run starts from
// then. Pure.

import type { Manner } from '../../lab/manners/index.ts';
import { halved, matched, materialsOf, type Own, ownFrom, type Place, placed } from '../../lab/own/index.ts';
import type { Opened } from '../../pki/containers/index.ts';
import { idOf } from './secrets.ts';
import type { OwnState, Put, Supplied, Wishes } from './state.ts';

/** The files that are open, by their names. */
export type OpenFiles = readonly (Pick<Opened, 'items'> & { readonly file: string })[];

/** Where things are that were moved, by their ids. */
export type Moved = ReadonlyMap<string, readonly [Place, ...Place[]]>;

/** Everything of use in files, and all of it in its place. @param moved where the reader has put things, by their ids */
export function arranged(files: OpenFiles, moved: Moved) {
  const materials = materialsOf(files);
  const { certificates, lists } = placed(materials);
  const put = [...certificates, ...lists].map(
    ({ thing: { thing, file }, place: home, also: homes = [], reason }): Put => {
      const id = idOf(thing.der);
      const there = moved.get(id);
      const [place, ...also] = there ?? [home, ...homes];
      return { id, file, thing, place, also, belongs: [home, ...homes], reason: there === undefined ? reason : null };
    },
  );
  const places = new Map(put.map(({ id, place, also }) => [id, { place, also }]));
  const inPlace = {
    certificates: certificates.map((each) => ({ ...each, ...places.get(idOf(each.thing.thing.der)) })),
    lists: lists.filter(({ thing }) => places.get(idOf(thing.thing.der))?.place !== 'nowhere'),
  };
  return { put, own: ownFrom(inPlace, materials), materials };
}

/** Whether there is nothing in it that a run could start from. */
export function isNothing({ client, server, lists = [] }: Own): boolean {
  return ![client.shows, client.trusts, server.shows, server.trusts].some(Boolean) && lists.length === 0;
}

/** The same with what the reader wishes besides, and what is to be said of it. @param manners all that are known, by their names */
export function wished(
  own: Own,
  { like, verifyDepth, profile, crlCheck }: Wishes,
  manners: Readonly<Record<string, Manner>>,
): ReturnType<typeof halved> {
  const side = (role: 'client' | 'server') => {
    const manner = manners[like[role] ?? ''];
    return { ...own[role], ...(manner && { manner }) };
  };
  const demands = { profile, ...(crlCheck && { crl: ['chain'] }), ...(verifyDepth !== null && { verifyDepth }) };
  return halved(matched({ ...own, client: side('client'), server: side('server'), demands }));
}

/** Which part of each side is whose. */
export function suppliedParts({ client, server }: Own): OwnState['supplied'] {
  const of = ({ shows, trusts }: Own['client']): Supplied => ({
    shows: shows === undefined ? 'demo' : shows.length === 0 ? 'none' : 'brought',
    trusts: trusts === undefined ? 'demo' : 'brought',
  });
  return { client: of(client), server: of(server) };
}
