// All that a link can say behind `?`, each declared once: how it is written, how it is read, what is usual, and what is wrong when it can’t
// be read. Reading and writing go by this table. It must not know which of it a page acts on.

import { excerpt } from '../excerpt.ts';
import type { Demands, Exhibit, ExhibitView } from '../exhibit.ts';
import { ways } from '../proxied/way.ts';
import type { Extra, Said } from './extra.ts';
import type { LinkFlaw } from './flaw.ts';
import { count, decoded, type Form, flag, lesson, list, oneOf, switched } from './forms.ts';
import { linkWith } from './link.ts';
import { escaped } from './mischief-text.ts';
import { placeExtras } from './place-extras.ts';

/** All extras, in the order in which a link has them. */
export const extras = {
  ...placeExtras,
  lens: view('lens', oneOf(['everything', 'client', 'server', 'wire'], 'everything')),
  unit: view('unit', oneOf(['messages', 'records'], 'messages')),
  captions: view('captions', switched),
  tab: view('tab', oneOf(['explain', 'bytes', 'keys', 'certificates', 'state'], 'explain')),
  depth: view('depth', oneOf(['sentence', 'paragraph', 'details'], 'paragraph')),
  theme: view('theme', oneOf(['system', 'light', 'dark', 'projector'], 'system')),
  show: view('show', list),
  lock: view('lock', list),
  from: view('from', count),
  to: view('to', count),
  auto: view('auto', flag),
  loop: view('loop', flag),
  fit: view('fit', oneOf(['scale', 'scroll'], 'scale')),
  present: view('present', flag),
  predict: view('predict', flag),
  lesson: view('lesson', lesson),
  proxy: view('proxy', oneOf(ways)),
  passage: view('passage', count),
  'verify-depth': demand('verify-depth', 'verifyDepth', count),
  profile: demand('profile', 'profile', oneOf(['usual', 'rfc5280', 'webpki'], 'usual')),
  crl: demand('crl', 'crl', list),
  beside: {
    write: ({ beside }) => beside !== undefined && escaped(writeLink(beside).slice(1)),
    read: async (text, second) => {
      const link = decoded(text);
      const beside = link === undefined ? undefined : await second(link);
      return beside && { itself: { beside } };
    },
    can: { what: 'link' },
  },
} satisfies Record<string, Extra> & Record<keyof ExhibitView, Extra>;

/** The extras that say more than where somebody is. */
export type ExtraName = Exclude<keyof typeof extras, keyof typeof placeExtras>;

/**
 * The link to an exhibit, of which `toLink` says only the place: the shortest one, and always the same. Whether somebody can read it depends
 * on its length, too.
 * @throws RangeError for what no link could say, and for a scenario that can’t be played
 */
export function writeLink(exhibit: Exhibit): string {
  return linkWith(
    exhibit,
    Object.entries(extras).map(([name, { write }]) => [name, write]),
  );
}

/** So many letters can a link have. The longest that the page itself makes has about half as many. */
const most = 8192;

/** What is wrong with a link that is too long. @param what how it is spelled */
export function excessOf(link: string, what: 'too long' | 'too long escaped'): LinkFlaw | undefined {
  const { length } = link.replace(/^#/, '');
  return length > most ? { what, length, most } : undefined;
}

function view<K extends keyof ExhibitView>(name: K, form: Form<NonNullable<ExhibitView[K]>>): Extra {
  return extraOf(
    name,
    form,
    (exhibit) => exhibit.view?.[name],
    (value) => ({ view: { [name]: value } }),
  );
}

function demand<K extends keyof Demands>(name: string, key: K, form: Form<NonNullable<Demands[K]>>): Extra {
  const extra = extraOf(
    name,
    form,
    (exhibit) => exhibit.demands?.[key],
    (value) => ({ demands: { [key]: value } }),
  );
  const { can } = form;
  return { ...extra, essential: (text) => ({ what: 'unread demand', name, text: excerpt(text), can }) };
}

/** The extra that says one value of an exhibit. */
function extraOf<V>(
  name: string,
  form: Form<V>,
  get: (exhibit: Exhibit) => V | undefined,
  put: (value: V) => Said,
): Extra {
  const { bare = false, usual, can } = form;
  return {
    write(exhibit) {
      const value = get(exhibit);
      if (value === undefined || same(value, usual)) return false;
      const text = form.write(value);
      if (!same(form.read(text), value)) throw new RangeError(`no link says “${name}” of ${excerpt(String(value))}`);
      return bare || text;
    },
    read(text) {
      const plain = decoded(text);
      const value = plain === undefined ? undefined : form.read(plain);
      if (value === undefined) return undefined;
      return same(value, usual) ? {} : put(value);
    },
    can,
    bare,
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
