// What the names of a configuration stand for in messages, and what both roles ask of any hello. Pure.

import { TlsFault } from './fault.ts';
import { suite12, suite13 } from './keys/suite.ts';
import type { Version } from './terms.ts';
import { suites, versions } from './wire/iana.ts';

/** Code points of names. @throws RangeError for a name that the registry doesn't know: a mistake in the configuration */
export function codesOf(names: readonly string[], registry: { code(name: string): number | undefined }): number[] {
  return names.map((name) => {
    const code = registry.code(name);
    if (code === undefined) throw new RangeError(`unknown name ${name}`);
    return code;
  });
}

/** Code points of suites, without those of a version that is not spoken. @throws RangeError for an unknown name */
export function suiteCodes(names: readonly string[], spoken: readonly Version[]): number[] {
  const silent = (code: number): boolean =>
    (suite13(code) !== undefined && !spoken.includes('1.3')) ||
    (suite12(code) !== undefined && !spoken.includes('1.2'));
  return codesOf(names, suites).filter((code) => !silent(code));
}

/**
 * Checks what nobody looks at otherwise where supported_versions is there. RFC 9846 appendix E.5: a hello of SSL 3.0 MUST be refused;
 * like OpenSSL, this side refuses what is older, too.
 * @throws TlsFault obsolete-version
 */
export function checkLegacyVersion({ legacy_version }: { readonly legacy_version: number }): void {
  if (legacy_version > versions.codes['SSL 3.0']) return;
  throw new TlsFault('obsolete-version', { version: legacy_version });
}
