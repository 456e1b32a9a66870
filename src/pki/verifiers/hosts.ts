// Whether a certificate speaks for a host as other verifiers see it: by its common name, by a wildcard in a part of a label. Pure.

import type { Certificate } from '../certificate.ts';
import { ipBytes } from '../general-name.ts';
import { dnsMatches, matchingName } from '../host-name.ts';
import type { HostRules } from './rules.ts';

/** The name by which a certificate stands for the expected one; undefined when it has none. */
export function nameFor(
  { subject, subjectAltName = [] }: Certificate,
  expected: string,
  { commonName, partialWildcards, underscores }: HostRules,
): string | undefined {
  if (ipBytes(expected)) return matchingName(subjectAltName, expected)?.text;
  if (!underscores && expected.includes('_')) return undefined;
  const dns = subjectAltName.filter(({ kind }) => kind === 'dNSName').map(({ text }) => text);
  const common = commonName && dns.length === 0 && subject.commonName !== undefined ? [subject.commonName] : [];
  return [...dns, ...common].find(
    (name) => dnsMatches(name, expected) || (partialWildcards && partlyMatches(name, expected)),
  );
}

/** `api*.example.com` stands for `api2.example.com`, and not for a name of another depth. */
function partlyMatches(presented: string, expected: string): boolean {
  const [first = '', ...rest] = presented.toLowerCase().split('.');
  const [label = '', ...others] = expected.toLowerCase().split('.');
  const [before, after, ...more] = first.split('*');
  if (before === undefined || after === undefined || more.length > 0 || rest.length < 2) return false;
  if (first.startsWith('xn--') || label.startsWith('xn--')) return false;
  const covers = label.length > before.length + after.length && label.startsWith(before) && label.endsWith(after);
  return covers && rest.join('.') === others.join('.');
}
