// Verification of a chain (RFC 5280 6): looks for a path from the leaf to an anchor, tries several, and returns the
// checks on the best one. The number of paths and of signatures is bounded: hostile chains can't make it hang.

import { equal } from '../bytes/index.ts';
import type { Certificate } from './certificate.ts';
import { type Check, isFailed, type Profile, type Verdict } from './check.ts';
import { type CheckTables, checksOf, usualChecks } from './checks.ts';
import { isSelfIssued } from './conformance.ts';
import { signing } from './form-checks.ts';
import { sameName } from './name.ts';
import { verifierOf } from './signature.ts';
import { type Candidate, type KeyUse, titleOf } from './spot.ts';

const MOST_PATHS = 50;
const MOST_SIGNATURES = 200;
const MOST_INTERMEDIATES = 8;
/** What CAs issue to themselves makes a path no longer, but a search through nothing else would never end. */
const MOST_SELF_ISSUED = 8;

export interface ChainInput {
  /** The leaf first, the rest in any order. */
  readonly chain: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** Whose certificate it is. */
  readonly role: 'server' | 'client';
  /** The DNS name or IP address expected of the leaf. */
  readonly name?: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** `usual` when absent. */
  readonly profile?: Profile | undefined;
  /** What the leaf's key is needed for; signing in TLS 1.3 when absent. */
  readonly use?: KeyUse | undefined;
  /** How many intermediates a path may have at most, apart from self-issued ones; 8 when absent. */
  readonly maxIntermediates?: number | undefined;
}

/** How paths are found and judged. */
export interface Method {
  readonly checks: CheckTables;
  /** Whether one of the trusted certificates ends a path. */
  endsAt(trusted: Certificate): boolean;
  /** Whether one certificate may have issued another, by what they say of themselves. */
  mayIssue(issuer: Certificate, certificate: Certificate): boolean;
  /** Whether another issuer is tried where one leads nowhere, and only those whose key made the signature. */
  readonly tries: 'all' | 'first';
  /** How signatures of an algorithm are checked, or why they are not. */
  readonly verifierOf: typeof verifierOf;
}

/** How this engine goes about it. */
export const usualMethod: Method = {
  checks: usualChecks,
  endsAt: () => true,
  mayIssue: (issuer, certificate) => sameName(issuer.subject, certificate.issuer) && keysFit(certificate, issuer),
  tries: 'all',
  verifierOf,
};

/**
 * Judges a chain; never throws for what certificates hold.
 * @throws RangeError when the chain is empty: there is nothing to judge
 */
export function verifyChain(input: ChainInput, method: Method = usualMethod): Verdict {
  const [leaf, ...others] = input.chain;
  if (!leaf) throw new RangeError('a chain has at least its leaf');
  const search = new Search(input, others, method);
  // Where no path of good signatures is valid, the picture should still show the path that was meant.
  if (method.tries === 'all') search.explore([leaf], 'signed');
  if (!search.complete) search.explore([leaf], 'named');
  return search.verdict();
}

/** Which issuers to follow: those whose key made the signature, or all that have the right name and key identifier. */
type Follow = 'signed' | 'named';

interface Attempt {
  readonly candidate: Candidate;
  readonly checks: readonly Check[];
  readonly failures: number;
}

class Search {
  #best: Attempt | undefined;
  readonly #tried: (readonly Certificate[])[] = [];
  #signatures = 0;
  readonly #memo = new Map<Certificate, Map<Certificate, boolean>>();
  readonly #intermediates: readonly Certificate[];

  constructor(
    readonly input: ChainInput,
    others: readonly Certificate[],
    readonly method: Method,
  ) {
    this.#intermediates = others.filter((one, i) => others.findIndex((other) => equal(one.der, other.der)) === i);
  }

  /** Whether some path reached an anchor by good signatures. */
  get complete(): boolean {
    return this.#best?.candidate.anchored === true;
  }

  /** Depth first: true when a valid path was found or the search must end. */
  explore(path: readonly Certificate[], follow: Follow): boolean {
    const last = path.at(-1);
    if (!last) return true;
    if (this.#isAnchor(last)) return this.#judge(path, true);
    if (this.#isTooLong(path))
      return this.#judge(path, false, { cause: 'path-too-long', reason: { what: 'chain too long' } });
    let stuck = true;
    for (const issuer of this.#issuersOf(last, path)) {
      if (follow === 'signed' && !this.#signed(last, issuer)) continue;
      stuck = false;
      if (this.explore([...path, issuer], follow) || this.method.tries === 'first') return true;
    }
    return stuck && this.#judge(path, false, this.#deadEnd(last, path));
  }

  verdict(): Verdict {
    const best = this.#best;
    if (!best) throw new Error('no path was judged');
    const failed = best.checks.find(isFailed);
    const { path } = best.candidate;
    return { ok: !failed, path, checks: best.checks, ...(failed ? { failed } : {}), pathsTried: distinct(this.#tried) };
  }

  #judge(path: readonly Certificate[], anchored: boolean, deadEnd?: Candidate['deadEnd']): boolean {
    this.#tried.push(path);
    const { role, name, now, profile = 'usual', use = signing } = this.input;
    const signed = (certificate: Certificate, issuer: Certificate) => this.#signed(certificate, issuer);
    const { checks: tables, verifierOf } = this.method;
    const about = { path, anchored, role, name, now, profile, use };
    const candidate = { ...about, signed, verifierOf, ...(deadEnd ? { deadEnd } : {}) };
    const checks = checksOf(candidate, tables);
    const attempt = { candidate, checks, failures: checks.filter(isFailed).length };
    if (!this.#best || better(attempt, this.#best)) this.#best = attempt;
    return attempt.failures === 0 || this.#tried.length >= MOST_PATHS || this.#signatures >= MOST_SIGNATURES;
  }

  #isTooLong([, ...intermediates]: readonly Certificate[]): boolean {
    // RFC 5280 6.1.4 (l): a self-issued certificate doesn't count.
    const selfIssued = intermediates.filter(isSelfIssued).length;
    const most = this.input.maxIntermediates ?? MOST_INTERMEDIATES;
    return selfIssued > MOST_SELF_ISSUED || intermediates.length - selfIssued > most;
  }

  #isAnchor(certificate: Certificate): boolean {
    return this.#isTrusted(certificate) && this.method.endsAt(certificate);
  }

  #isTrusted(certificate: Certificate): boolean {
    return this.input.anchors.some((anchor) => equal(anchor.der, certificate.der));
  }

  /** Certificates that may have issued one, likely ones first: anchors, then those that are valid now. */
  #issuersOf(certificate: Certificate, path: readonly Certificate[]): readonly Certificate[] {
    const { anchors, now } = this.input;
    const fits = (issuer: Certificate) =>
      this.method.mayIssue(issuer, certificate) && !path.some((one) => sameAuthority(one, issuer));
    const valid = (issuer: Certificate) => issuer.notBefore <= now && now <= issuer.notAfter;
    const ordered = (list: readonly Certificate[]) => [...list.filter(valid), ...list.filter((one) => !valid(one))];
    const below = this.#intermediates.filter((one) => fits(one) && !this.#isTrusted(one));
    return [...ordered(anchors.filter(fits)), ...ordered(below)];
  }

  #signed(certificate: Certificate, issuer: Certificate): boolean {
    const known = this.#memo.get(certificate) ?? new Map<Certificate, boolean>();
    this.#memo.set(certificate, known);
    const remembered = known.get(issuer);
    if (remembered !== undefined) return remembered;
    // Beyond the bound nothing counts as signed: refusing is safe, going on is not.
    const affordable = this.#signatures++ < MOST_SIGNATURES;
    const verify = affordable && this.method.verifierOf(certificate.signatureAlgorithm, issuer.publicKey);
    const good = typeof verify === 'function' && verify(certificate.tbs, certificate.signature);
    known.set(issuer, good);
    return good;
  }

  #deadEnd(last: Certificate, path: readonly Certificate[]): NonNullable<Candidate['deadEnd']> {
    if (this.#signatures >= MOST_SIGNATURES) return { cause: 'too-complex', reason: { what: 'too many paths' } };
    if (this.input.anchors.length === 0) return { cause: 'no-anchors', reason: { what: 'nothing trusted' } };
    const subject = titleOf(last);
    if (isSelfIssued(last))
      return { cause: 'self-signed', reason: { what: 'self-signed', subject, alone: path.length === 1 } };
    const namesake = this.input.anchors.some((anchor) => sameName(anchor.subject, last.issuer));
    const what = this.#isTrusted(last) ? 'not a root' : namesake ? 'namesake' : 'no issuer';
    return { cause: 'no-issuer', reason: { what, subject, issuer: last.issuer.text } };
  }
}

/** A path to an anchor beats one without; then fewer failures; then a longer path, which shows more. */
function better(a: Attempt, b: Attempt): boolean {
  if (a.candidate.anchored !== b.candidate.anchored) return a.candidate.anchored;
  if (a.failures !== b.failures) return a.failures < b.failures;
  return a.candidate.path.length > b.candidate.path.length;
}

/** How many ways these paths are: what is only the beginning of another is none of its own, and neither is what was tried twice. */
function distinct(paths: readonly (readonly Certificate[])[]): number {
  const contains = (whole: readonly Certificate[], part: readonly Certificate[]) =>
    part.every((certificate, index) => certificate === whole[index]);
  const covered = (path: readonly Certificate[], at: number) =>
    paths.some((other, index) => index !== at && contains(other, path) && (other.length > path.length || index < at));
  return paths.filter((path, at) => !covered(path, at)).length;
}

/** Whether identifiers allow that one issued the other: they must be equal where both are there. */
export function keysFit({ authorityKeyId }: Certificate, issuer: Certificate): boolean {
  const { keyId, serial } = authorityKeyId ?? {};
  if (keyId && issuer.subjectKeyId && !equal(keyId, issuer.subjectKeyId)) return false;
  return serial === undefined || serial === issuer.serial;
}

/** The same name with the same key: going through it twice would be a circle. */
function sameAuthority(a: Certificate, b: Certificate): boolean {
  return sameName(a.subject, b.subject) && equal(a.spki, b.spki);
}
