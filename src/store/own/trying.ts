// What becomes of the reader's choices when a proposed change is made: things are moved, the clock is set, a wish is changed, just as the
// reader could by hand. Pure. It must not know which change helps, nor how anything is played.

import type { Scenario } from '../../lab/index.ts';
import type { Change, ChangeShown, Place } from '../../lab/own/index.ts';
import { type Certificate, sameName } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Moved } from './roles.ts';
import { idOf } from './secrets.ts';
import type { Put, Wishes } from './state.ts';

/** Everything that the reader can choose of a run with what they brought. */
export interface Choices {
  readonly moved: Moved;
  /** The name that was chosen for the server; null: the first in its certificate. */
  readonly called: string | null;
  readonly wishes: Wishes;
  readonly scenario: Pick<Scenario, 'at' | 'clientAuthentication'>;
}

type Places = readonly [Place, ...Place[]];

/** The choices after changes; undefined where the page has no choice for one of them. @param put everything, where it is now */
export function chosenAfter(choices: Choices, changes: readonly Change[], put: readonly Put[]): Choices | undefined {
  const now = new Map(put.map(({ id, place, also }) => [id, [place, ...also] as const]));
  let next: Choices | undefined = choices;
  let places: ReadonlyMap<string, Places> = now;
  for (const change of changes) {
    next = next && withSetting(next, change);
    places = new Map(put.map((each) => [each.id, placesAfter(each, places.get(each.id) ?? ['nowhere'], change)]));
  }
  const gone = put.filter(({ id }) => places.get(id)?.join() !== now.get(id)?.join());
  const moved = new Map([
    ...choices.moved,
    ...gone.map(({ id }) => [id, places.get(id) ?? (['nowhere'] as const)] as const),
  ]);
  return next && { ...next, moved };
}

/** A change that is no move of things. */
function withSetting(choices: Choices, change: Change): Choices | undefined {
  const { wishes, scenario } = choices;
  switch (change.what) {
    case 'day':
      return { ...choices, scenario: { ...scenario, at: change.at } };
    case 'only ask':
      return { ...choices, scenario: { ...scenario, clientAuthentication: 'asked' } };
    case 'name':
      return { ...choices, called: change.name };
    case 'depth':
      return { ...choices, wishes: { ...wishes, verifyDepth: change.depth } };
    case 'version':
    case 'any scheme':
      return undefined;
    default:
      return choices;
  }
}

const isOf = (certificates: readonly Certificate[], id: string) => certificates.some(({ der }) => idOf(der) === id);

/** Where one thing is after a change. */
function placesAfter({ id, thing }: Put, places: Places, change: Change): Places {
  switch (change.what) {
    case 'send along':
      return isOf(
        change.links.map(({ certificate }) => certificate),
        id,
      )
        ? withPlace(places, `${change.of} sends along`)
        : places;
    case 'trust':
      return isOf([change.root.certificate], id) ? withPlace(places, `${change.by} trusts`) : places;
    case 'trust only':
      return isOf(change.roots, id) ? places : without(places, `${change.by} trusts`);
    case 'leave out':
      return isOf([change.link], id) ? without(places, `${change.of} sends along`) : places;
    case 'swap trust':
      return swapped(places, ['trusts']);
    case 'swap shown':
      return swapped(places, ['shows', 'sends along']);
    case 'show': {
      const [leaf, ...links] = change.shown.chain;
      const [shows, along] = [`${change.of} shows`, `${change.of} sends along`] as const;
      const rest = without(without(places, shows), along);
      if (leaf && isOf([leaf], id)) return withPlace(rest, shows);
      return isOf(links, id) ? withPlace(rest, along) : rest;
    }
    case 'take list':
      if (idOf(change.list.der) === id) return ['revocation lists'];
      return 'revoked' in thing && sameName(thing.issuer, change.list.issuer) ? ['nowhere'] : places;
    default:
      return places;
  }
}

function withPlace(places: Places, place: Place): Places {
  const [first, ...more] = [...places.filter((each) => each !== 'nowhere' && each !== place), place];
  return [first ?? place, ...more];
}

function without(places: Places, place: Place): Places {
  const [first, ...more] = places.filter((each) => each !== place);
  return [first ?? 'nowhere', ...more];
}

function swapped(places: Places, parts: readonly ('shows' | 'sends along' | 'trusts')[]): Places {
  const other = (place: Place): Place => {
    for (const part of parts)
      for (const [of, to] of [['client', 'server'] as const, ['server', 'client'] as const] as readonly (readonly [
        Role,
        Role,
      ])[])
        if (place === `${of} ${part}`) return `${to} ${part}`;
    return place;
  };
  const [first, ...more] = places;
  return [other(first), ...more.map(other)];
}

/** A change as it may be shown: whatever draws it holds no key. */
export function changeShown(change: Change): ChangeShown {
  return change.what === 'show' ? { ...change, shown: { chain: change.shown.chain } } : change;
}
