// What a host sends along with the built page. `npm start` does, the build carries what a page can say by itself, and docs/hosting.md
// has the same lines for other servers.

/** The content security policy, as far as a page can state it by itself. A worker is not bound by it: it needs the header. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** For every file. That nobody may frame the page only a header can say. */
export const headers: Readonly<Record<string, string>> = {
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Names of files in here change with what is in them. */
const hashed = '/assets/';

/** How long a browser may keep what never changes, and that it must ask for the rest. */
export const caching = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/**
 * Files that say by themselves what they may do, stricter than a host could, and that other pages may frame: a host's policy would forbid what
 * is inside them.
 */
const wholes = /^\/((embed|countersign)\.html|exhibits\/.*)$/;

/** What a host says of those. */
export const framing = 'frame-ancestors *';

/** The headers of a file at a path from the site's root on; of what there is not, too. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const caches = { 'cache-control': path.startsWith(hashed) ? caching.hashed : caching.other };
  return { ...headers, ...(wholes.test(path) && { 'content-security-policy': framing }), ...caches };
}
