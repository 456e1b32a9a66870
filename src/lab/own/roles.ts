// Where things that somebody brought belong in a handshake, and why: they are put there by themselves, and can be moved. Pure. It must not
// know files beyond their names.

import { type Certificate, type Crl, type Shown, sameName } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Material, type Materials, owns } from './materials.ts';
import type { Own } from './own.ts';

export type Place = `${Role} shows` | `${Role} trusts` | `${Role} sends along` | 'revocation lists' | 'nowhere';

/** Why something was put in its place. */
export type PlaceReason =
  /** Its extendedKeyUsage allows this and not the other. */
  | { readonly what: 'purpose'; readonly of: Role }
  /** It may be either, and has, or has not, the name of a host. */
  | { readonly what: 'host name' | 'no host name' }
  /** By the name of the file. */
  | { readonly what: 'file name'; readonly file: string }
  /** It is above the certificate with this subject. */
  | { readonly what: 'issued'; readonly subject: string }
  /** It stands in one file with a CA that did. */
  | { readonly what: 'beside'; readonly file: string }
  | { readonly what: 'root of nobody' | 'link of nobody' | 'a list' };

export interface Placed<Thing = Certificate> {
  readonly thing: Material<Thing>;
  readonly place: Place;
  /** Where it belongs as well, as a CA does that has issued for both sides. */
  readonly also?: readonly Place[];
  readonly reason: PlaceReason;
}

export interface Placing {
  readonly certificates: readonly Placed[];
  readonly lists: readonly Placed<Crl>[];
}

/** Puts everything where it belongs. */
export function placed({ certificates, keys, lists }: Materials): Placing {
  const isLeaf = ({ thing }: Material<Certificate>) => thing.basicConstraints?.ca !== true && !isRoot(thing);
  const held = (each: Material<Certificate>) => keys.some(({ thing }) => owns(thing, each.thing));
  const leaves = certificates.filter((each) => isLeaf(each) || held(each)).map(leafPlaced);
  const others = certificates.filter((each) => !leaves.some(({ thing }) => thing === each));
  const above = others.map((each) => authorityPlaced(each, leaves, others));
  return {
    certificates: [...leaves, ...besides(above)],
    lists: lists.map((thing) => ({ thing, place: 'revocation lists', reason: { what: 'a list' } })),
  };
}

/** What a run starts from when everything is in its place. What nobody supplied stays the demo’s. */
export function ownFrom({ certificates, lists }: Placing, { keys }: Materials): Own {
  const at = (place: Place) =>
    certificates.filter((each) => each.place === place || each.also?.includes(place)).map(({ thing }) => thing.thing);
  const side = (role: Role) => {
    const along = at(`${role} sends along`);
    const shows = at(`${role} shows`).map((leaf): Shown => {
      const key = keys.find(({ thing }) => owns(thing, leaf))?.thing;
      return { chain: [leaf, ...along], key };
    });
    const trusts = at(`${role} trusts`);
    return { ...(shows.length > 0 && { shows }), ...(trusts.length > 0 && { trusts }) };
  };
  return { client: side('client'), server: side('server'), lists: lists.map(({ thing }) => thing.thing) };
}

function leafPlaced(material: Material<Certificate>): Placed {
  const { thing, file } = material;
  const show = (role: Role, reason: PlaceReason): Placed => ({ thing: material, place: `${role} shows`, reason });
  // What somebody calls a file says what it is meant for, and whether it may serve for that is what they come to ask.
  const named = roleInName(file);
  if (named) return show(named, { what: 'file name', file });
  const allows = (purpose: string) => thing.extendedKeyUsage?.includes(purpose) ?? false;
  const [client, server] = [allows('clientAuth'), allows('serverAuth')];
  if (client !== server) {
    const of = client ? 'client' : 'server';
    return show(of, { what: 'purpose', of });
  }
  const host = thing.subjectAltName?.some(({ kind }) => kind === 'dNSName' || kind === 'iPAddress') ?? false;
  return show(host ? 'server' : 'client', { what: host ? 'host name' : 'no host name' });
}

/** A CA goes to those who send its certificate, or to those who trust it for what is below it. */
function authorityPlaced(
  material: Material<Certificate>,
  leaves: readonly Placed[],
  authorities: readonly Material<Certificate>[],
): Placed {
  const { thing, file } = material;
  const belows = leaves.filter((leaf) => isAbove(thing, leaf.thing.thing, authorities));
  const [below] = belows;
  const other = belows.find(({ place }) => place !== below?.place);
  const rootBeside = authorities.some((each) => each.file === file && isRoot(each.thing));
  const isSent = (leaf: Placed | undefined) => !isRoot(thing) && (!rootBeside || leaf?.thing.file === file);
  const sent = isSent(below);
  const placeAbove = (leaf: Placed): Place => {
    const shows = leaf.place === 'client shows' ? 'client' : 'server';
    return isSent(leaf) ? `${shows} sends along` : `${shows === 'client' ? 'server' : 'client'} trusts`;
  };
  if (below) {
    const reason = { what: 'issued', subject: below.thing.thing.subject.text } as const;
    return { thing: material, place: placeAbove(below), ...(other && { also: [placeAbove(other)] }), reason };
  }
  const named = roleInName(file);
  if (named && !sent) {
    // A file of CAs is called after those whom they issue for, unless it says who trusts: client-ca.pem is what a server trusts.
    const trusts = /trust/i.test(file) ? named : named === 'client' ? 'server' : 'client';
    return { thing: material, place: `${trusts} trusts`, reason: { what: 'file name', file } };
  }
  return { thing: material, place: 'nowhere', reason: { what: sent ? 'link of nobody' : 'root of nobody' } };
}

/** CAs without a place follow those with which they stand in one file: somebody put that bundle together. */
function besides(above: readonly Placed[]): readonly Placed[] {
  return above.map((each) => {
    if (each.place !== 'nowhere') return each;
    const { file } = each.thing;
    const beside = above.find(({ thing, place }) => thing.file === file && place.endsWith('trusts'));
    return beside ? { ...each, place: beside.place, reason: { what: 'beside', file } } : each;
  });
}

/** Whether one CA is somewhere above a certificate, by names alone. */
function isAbove(
  authority: Certificate,
  certificate: Certificate,
  authorities: readonly Material<Certificate>[],
  depth = 0,
): boolean {
  if (depth > 9) return false;
  if (sameName(authority.subject, certificate.issuer)) return true;
  return authorities.some(
    ({ thing }) =>
      thing !== certificate &&
      !isRoot(thing) &&
      sameName(thing.subject, certificate.issuer) &&
      isAbove(authority, thing, authorities, depth + 1),
  );
}

function isRoot({ subject, issuer }: Certificate): boolean {
  return sameName(subject, issuer);
}

function roleInName(file: string): Role | undefined {
  const [client, server] = [/client/i.test(file), /server/i.test(file)];
  return client === server ? undefined : client ? 'client' : 'server';
}
