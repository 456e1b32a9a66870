// All that a link can say behind `?`, each declared once: how it is written, how it is read, what is usual, and what is said when it can’t
// be read. Reading and writing go by this table. It must not know which of it a page acts on.

import { excerpt } from '../excerpt.ts';
import type { Demands, Exhibit, ExhibitView } from '../exhibit.ts';
import type { Extra, Said } from './extra.ts';
import { count, decoded, type Form, flag, list, named, oneOf, switched } from './forms.ts';
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
  depth: view('depth', oneOf(['sentence', 'paragraph', 'details'], 'details')),
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
  lesson: view('lesson', named),
  'verify-depth': demand('verify-depth', 'verifyDepth', count),
  profile: demand('profile', 'profile', oneOf(['usual', 'rfc5280', 'webpki'], 'usual')),
  crl: demand('crl', 'crl', list),
  first: demand('first', 'first', oneOf(['client', 'server'])),
  beside: {
    write: ({ beside }) => beside !== undefined && escaped(spelled(beside).slice(1)),
    read: async (text, second) => {
      const link = decoded(text);
      const beside = link === undefined ? undefined : await second(link);
      return beside && { itself: { beside } };
    },
    complaint: () => '“beside” is another link, escaped.',
  },
} satisfies Record<string, Extra> & Record<keyof ExhibitView, Extra>;

/** The extras that say more than where somebody is. */
export type ExtraName = Exclude<keyof typeof extras, keyof typeof placeExtras>;

/**
 * The link to an exhibit: the shortest one, and always the same.
 * @throws RangeError for what no link could say, and for a scenario that can’t be played
 */
export function writeLink(exhibit: Exhibit): string {
  const link = spelled(exhibit);
  const excess = excessOf(link);
  if (excess !== undefined) throw new RangeError(`This link ${excess}`);
  return link;
}

/** The same, however long it becomes. */
export function spelled(exhibit: Exhibit): string {
  return linkWith(
    exhibit,
    Object.entries(extras).map(([name, { write }]) => [name, write]),
  );
}

/** So many letters can a link have. The longest that says where somebody is has about six thousand. */
const longest = 8192;

/** What is said of a link that is too long: the end of a sentence. */
export function excessOf(link: string): string | undefined {
  const { length } = link.replace(/^#/, '');
  return length > longest ? `is ${length} letters long, and no link of this page has more than ${longest}.` : undefined;
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
  const unread = (text: string) => `This link says “${name}=${excerpt(text)}”, which can’t be read.`;
  return { ...extra, complaint: (text) => `${unread(text)} ${extra.complaint(text)}`, essential: true };
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
      if (!same(form.read(text), value)) throw new RangeError(`“${name}” ${can}, not “${excerpt(String(value))}”.`);
      return bare || text;
    },
    read(text) {
      const plain = decoded(text);
      const value = plain === undefined ? undefined : form.read(plain);
      if (value === undefined) return undefined;
      return same(value, usual) ? {} : put(value);
    },
    complaint: () => `“${name}” ${can}.`,
    bare,
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
