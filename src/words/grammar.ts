// Small grammar of the English word files: numbers, sizes, lists, short names of suites.
// It must not know what is being said.

const digits = new Intl.NumberFormat('en-GB');

/** `1037` → `1,037`. */
export function number(value: number): string {
  return digits.format(value);
}

/** `two`; in digits from thirteen on. */
export function inWords(value: number): string {
  return small[value] ?? number(value);
}

const small = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `1,037 bytes`, `1 byte`. */
export function size(bytes: number): string {
  return counted(bytes, 'byte');
}

/** `3 certificates`, `1 certificate`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : plural}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[], link: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${link} ${last}`;
}

/** `TLS_AES_128_GCM_SHA256` → `AES-128-GCM`. */
export function shortSuite(name: string): string {
  const found = /^TLS_(?:\w+_WITH_)?(.+)_SHA\d+$/.exec(name)?.[1];
  return found === undefined ? name : found.replaceAll('_', '-');
}

/** The name with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The day of a time in milliseconds, in UTC: `23 November 2026`. */
export function day(time: number): string {
  return days.format(time);
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
