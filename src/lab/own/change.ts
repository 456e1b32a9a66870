// What could be changed of somebody's own certificates, and what becomes of a run's beginning by it. Plain data and arithmetic: it must not
// know how a run is played, nor which change helps.

import { type Certificate, type Crl, type Shown, sameName } from '../../pki/index.ts';
import type { Role, Version } from '../../tls/index.ts';
import type { Scenario } from '../scenario.ts';
import type { Own, OwnSide } from './own.ts';

/** What a run begins with. */
export interface Situation {
  readonly scenario: Scenario;
  readonly own: Own;
}

/** Where something lies that could be put elsewhere. */
export type Source =
  /** In a file that has no role. */
  | { readonly what: 'file'; readonly file: string }
  | { readonly what: 'shown'; readonly of: Role }
  | { readonly what: 'trusted'; readonly by: Role };

/** A certificate, and where it lies. */
export interface Found {
  readonly certificate: Certificate;
  readonly source: Source;
}

/** One thing to change. Certificates come along whole: what a side was given is changed by them. */
export type Change =
  /** Intermediates are sent along, after what is sent already. */
  | { readonly what: 'send along'; readonly of: Role; readonly links: readonly Found[] }
  /** Each side trusts what the other was given to trust. */
  | { readonly what: 'swap trust' }
  | { readonly what: 'trust'; readonly by: Role; readonly root: Found }
  /** Of all that it trusts only what stands above the other side’s certificate. */
  | { readonly what: 'trust only'; readonly by: Role; readonly roots: readonly Certificate[] }
  /** Another certificate with its key, or the key that belongs to the same. */
  | {
      readonly what: 'show';
      readonly of: Role;
      readonly shown: Shown & { readonly key: object };
      readonly file: string;
    }
  | { readonly what: 'swap shown' }
  /** A certificate that is sent along is left out. */
  | { readonly what: 'leave out'; readonly of: Role; readonly link: Certificate }
  | { readonly what: 'take list'; readonly list: Crl; readonly file: string }
  /** Milliseconds since the Unix epoch. */
  | { readonly what: 'day'; readonly at: number }
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'depth'; readonly depth: number }
  | { readonly what: 'version'; readonly of: Role; readonly version: Version }
  /** The server takes whatever scheme it knows. */
  | { readonly what: 'any scheme' }
  | { readonly what: 'only ask' };

/** The same as it may be shown: without a private key. */
export type ChangeShown =
  | Exclude<Change, { readonly what: 'show' }>
  | (Omit<Extract<Change, { readonly what: 'show' }>, 'shown'> & { readonly shown: Pick<Shown, 'chain'> });

/** What a run begins with when something was changed. */
export function changed({ scenario, own }: Situation, change: Change): Situation {
  switch (change.what) {
    case 'day':
      return { scenario: { ...scenario, at: change.at }, own };
    case 'name':
      return { scenario: { ...scenario, name: change.name }, own };
    case 'only ask':
      return { scenario: { ...scenario, clientAuthentication: 'asked' }, own };
    case 'version': {
      const { of, version } = change;
      return { scenario: { ...scenario, version }, own: withSide(own, of, { ...own[of], version }) };
    }
    default:
      return { scenario, own: changedOwn(own, change) };
  }
}

type OwnChange = Exclude<Change, { readonly what: 'day' | 'name' | 'only ask' | 'version' }>;

function changedOwn(own: Own, change: OwnChange): Own {
  const { client, server } = own;
  switch (change.what) {
    case 'send along': {
      const more = change.links.map(({ certificate }) => certificate);
      return eachShown(own, change.of, ({ chain, key }) => ({ chain: [...chain, ...more], key }));
    }
    case 'leave out':
      return eachShown(own, change.of, ({ chain, key }) => ({
        chain: chain.filter((each) => each !== change.link),
        key,
      }));
    case 'swap trust':
      return { ...own, client: { ...client, ...trustOf(server) }, server: { ...server, ...trustOf(client) } };
    case 'swap shown':
      return { ...own, client: { ...client, ...shownOf(server) }, server: { ...server, ...shownOf(client) } };
    case 'trust': {
      const { by, root } = change;
      return withSide(own, by, { ...own[by], trusts: [...(own[by].trusts ?? []), root.certificate] });
    }
    case 'trust only':
      return withSide(own, change.by, { ...own[change.by], trusts: change.roots });
    case 'show':
      return withSide(own, change.of, { ...own[change.of], shows: [change.shown] });
    case 'take list': {
      const { issuer } = change.list;
      const others = (own.lists ?? []).filter((each) => !sameName(each.issuer, issuer));
      return { ...own, lists: [...others, change.list] };
    }
    case 'depth':
      return { ...own, demands: { ...own.demands, verifyDepth: change.depth } };
    case 'any scheme': {
      const { accepts: _, ...rest } = server;
      return { ...own, server: rest };
    }
  }
}

function withSide(own: Own, role: Role, side: OwnSide): Own {
  return { ...own, [role]: side };
}

function eachShown(own: Own, role: Role, change: (shown: Shown) => Shown): Own {
  const { shows } = own[role];
  return shows ? withSide(own, role, { ...own[role], shows: shows.map(change) }) : own;
}

function trustOf({ trusts }: OwnSide): Pick<OwnSide, 'trusts'> {
  return trusts ? { trusts } : {};
}

function shownOf({ shows }: OwnSide): Pick<OwnSide, 'shows'> {
  return shows ? { shows } : {};
}
