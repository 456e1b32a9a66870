// What is measured, by name: the rows of the table.

export const handshakes = {
  'P-256': 'Countersign, P-256',
  cold: 'Countersign, P-256, chains never verified before',
  RSA: 'Countersign, RSA-2048',
  Ed25519: 'Countersign, Ed25519',
  own: 'Countersign, P-256, certificates that somebody brought',
  older: 'Countersign, P-256, TLS 1.2',
  forge: 'node-forge’s TLS 1.0, RSA-2048',
} as const;

export const builtIn = { 'P-256': 'Node’s TLS 1.3, P-256', RSA: 'Node’s TLS 1.3, RSA-2048' } as const;

export const sweeps = {
  'P-256': 'sweep of a handshake, P-256',
  RSA: 'sweep of a handshake, RSA-2048',
  Ed25519: 'sweep of a handshake, Ed25519',
  older: 'sweep of a handshake, P-256, TLS 1.2',
} as const;

/** Small records in one piece of 1 MB, or as long as a message may be. */
export const pieces = {
  data: 'data, one byte in each record',
  older: 'data, one byte in each record, TLS 1.2',
  message: 'a message, one byte in each record',
} as const;

/** What is refused before long. */
export const floods = {
  changeCipherSpec: 'flood of ChangeCipherSpecs, refused',
  empty: 'flood of empty records, refused',
  canceled: 'flood of user_canceled, refused',
  keyUpdates: 'flood of KeyUpdates, refused',
  tickets: 'flood of tickets in one record, refused',
  helloRequests: 'flood of HelloRequests in one record, refused',
} as const;

export const others = {
  first: 'first handshake after loading, P-256, PKI included',
  firstRsa: 'RSA-2048 chosen for the first time, PKI included',
  switched: 'the same scenario after a switch',
  model: 'toModel',
  layout: 'layout',
  step: 'view.update, one step',
  replace: 'view.update, another handshake',
  picture: 'navigation to first picture',
  flip: 'switch to new picture',
} as const;

/** Opening a file that a reader brings. */
export const opening = {
  usual: 'a .p12 opened, 2,048 iterations',
  nss: 'a .p12 opened, 600,000 iterations in three places',
  bundle: 'a bundle of 140 CAs opened',
} as const;

/** What opening it holds the page up for at once. */
export function longestOf(name: string): string {
  return `${name}: longest task over 50 ms`;
}

/** The first paint beside others'. */
export const firstSight = {
  paint: {
    empty: 'first contentful paint, an empty page',
    still: 'first contentful paint, the page without its scripts',
    page: 'first contentful paint, the page',
    older: 'first contentful paint, the older build',
  },
  moved: 'a key pressed at once has moved the step',
  olderPicture: 'navigation to first picture, the older build',
  toStill: 'first paint, as a part of that without scripts',
  toOlder: 'first paint, as a part of that of the older build',
} as const;

/** A lab in a frame of another page. */
export const embeds = {
  page: 'navigation to first picture, a link',
  embed: 'navigation to first picture, the same link as an embed',
  one: 'first picture of a page’s only embed',
  ten: 'the same, with nine more far below',
  oneBusy: 'work of the main thread, one embed',
  tenBusy: 'the same, with nine more far below it',
  toPage: 'an embed’s first picture, as a part of the page’s',
  toOne: 'first picture with ten embeds, as a part of that with one',
  busyToOne: 'work with ten embeds, as a part of that with one',
} as const;

/** Our picture beside Mermaid's. */
export function beside(messages: number, version: string): Readonly<Record<'ours' | 'theirs' | 'share', string>> {
  const count = `${messages.toLocaleString('en')} messages`;
  return {
    ours: `layout and first draw, ${count}`,
    theirs: `Mermaid ${version}, the same ${count}`,
    share: `ours as a part of Mermaid’s time, ${count}`,
  };
}
