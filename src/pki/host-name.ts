// Whether a certificate speaks for a DNS name or an IP address (RFC 9525 6, RFC 5280 4.2.1.6).

import { equal } from '../bytes/index.ts';
import { type GeneralName, ipBytes } from './general-name.ts';

/** The alternative name that matches the expected one. The common name never counts (RFC 9525 2). */
export function matchingName(names: readonly GeneralName[], expected: string): GeneralName | undefined {
  const address = ipBytes(expected);
  if (address) return names.find(({ kind, value }) => kind === 'iPAddress' && equal(value, address));
  return names.find(({ kind, text }) => kind === 'dNSName' && dnsMatches(text, expected));
}

/** Whether a presented dNSName, maybe with a wildcard, matches a host name. */
export function dnsMatches(presented: string, expected: string): boolean {
  const pattern = presented.toLowerCase();
  const host = expected.toLowerCase().replace(/\.$/, '');
  if (!isDnsName(pattern) || host === '') return false;
  if (!pattern.startsWith('*.')) return pattern === host;
  // RFC 9525 6.3: a wildcard is the complete left-most label and stands for exactly one label.
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot + 1) === pattern.slice(2);
}

/**
 * Whether a text is a DNS name in the preferred syntax (RFC 1034 3.5; underscores, which exist, included). A wildcard
 * may only be the complete left-most label, above at least two others: `*.com` would speak for everyone.
 */
export function isDnsName(text: string): boolean {
  const labels = text.split('.');
  const [first = '', ...others] = labels;
  const plain = first === '*' ? others : labels;
  if (first === '*' && others.length < 2) return false;
  return text.length <= 253 && plain.every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i.test(label));
}
