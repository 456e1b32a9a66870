// What differs between the certificates that are shown in two runs, and who can read them. It must not know words.

import { equal } from '../../bytes/index.ts';
import type { Certificate } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Difference, OfBoth, Showing } from '../../words/compare/index.ts';
import { titleOf } from '../reading.ts';
import type { Outline } from './outline.ts';
import { type Differing, onlyIn, type Runs, rowOf } from './runs.ts';

/** What the client shows, where it is asked in both runs. */
export function showings(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (a.asked === undefined || b.asked === undefined || sameClient(a, b)) return undefined;
  const side = b.shown.client ? 'b' : 'a';
  return {
    difference: { what: 'showing', a: showingIn(a), b: showingIn(b) },
    ...rowOf(runs, side, runs.outlines[side].shown.client?.step),
  };
}

/** Whether both clients show the same name, or none. */
function sameClient(a: Outline, b: Outline): boolean {
  const unreadable = [a, b].filter((outline) => showingIn(outline) === 'unreadable');
  return clientName(a) === clientName(b) && unreadable.length !== 1;
}

function showingIn(outline: Outline): Showing {
  const { client } = outline.shown;
  if (!client) return 'nobody';
  return client.leaf || client.empty ? { who: clientName(outline) ?? null } : 'unreadable';
}

/** Who can read the client’s name, where both runs tell one. */
export function readableNames(runs: Runs): Differing | undefined {
  const { a, b } = runs.outlines;
  if (clientName(a) === undefined || clientName(b) === undefined) return undefined;
  const readable = onlyIn(runs, ({ shown }) => shown.client?.clear === true);
  if (!readable) return undefined;
  const outline = runs.outlines[readable];
  const name = clientName(outline) ?? '';
  return {
    difference: { what: 'readable name', readable, name },
    ...rowOf(runs, readable, outline.shown.client?.step),
  };
}

/** Where a side shows another certificate under the same name: by what it can be told from the first. */
export function certificates(runs: Runs): readonly Differing[] {
  return (['client', 'server'] as const).flatMap((of) => {
    const [a, b] = [runs.outlines.a.shown[of], runs.outlines.b.shown[of]];
    if (!a?.leaf || !b?.leaf || equal(a.leaf.der, b.leaf.der) || titleOf(a.leaf) !== titleOf(b.leaf)) return [];
    return telling(of, a.leaf, b.leaf).map((difference) => ({ difference, ...rowOf(runs, 'b', b.step) }));
  });
}

function telling(of: Role, a: Certificate, b: Certificate): readonly Difference[] {
  const [first, second] = [keyOf(a), keyOf(b)];
  const issuers = issuersOf(a, b);
  const all: readonly (Difference | false)[] = [
    issuers.a !== issuers.b && { what: 'issuer', of, ...issuers },
    first !== undefined && second !== undefined && first !== second && { what: 'key', of, a: first, b: second },
    a.notAfter !== b.notAfter && { what: 'valid until', of, a: a.notAfter, b: b.notAfter },
  ];
  const found = all.filter((each) => each !== false);
  return found.length > 0 ? found : [{ what: 'other certificate', of }];
}

/** By their short names, or where those are the same, by all of them. */
function issuersOf({ issuer: a }: Certificate, { issuer: b }: Certificate): OfBoth<string> {
  const short = { a: a.commonName ?? a.text, b: b.commonName ?? b.text };
  return short.a === short.b ? { a: a.text, b: b.text } : short;
}

/** `RSA 2048`, `P-256`; undefined for a kind that this engine doesn’t know. */
function keyOf({ publicKey }: Certificate): string | undefined {
  return publicKey && ('n' in publicKey ? `${publicKey.kind} ${publicKey.bits}` : publicKey.kind);
}

function clientName({ shown: { client } }: Outline): string | undefined {
  return client?.leaf && titleOf(client.leaf);
}

/** The name in the certificate that a side shows in both runs, if it is the same one. */
export function sameShown({ outlines: { a, b } }: Runs, who: Role): string | undefined {
  const [first, second] = [a.shown[who]?.leaf, b.shown[who]?.leaf];
  return first && second && equal(first.der, second.der) ? titleOf(first) : undefined;
}
