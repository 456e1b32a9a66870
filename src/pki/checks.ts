// Every check that is made on a path, in the order in which OpenSSL makes them: the first that fails decides the
// alert. How paths are found is not its business.

import type { Check } from './check.ts';
import { FORM } from './form-checks.ts';
import { CONSTRAINTS, NAME, PROOF, STRENGTH } from './proof-checks.ts';
import { type Candidate, type CheckKind, type Spot, titleOf } from './spot.ts';

/** The kinds of checks by what they are made of; each list is made in its order. */
export interface CheckTables {
  /** Of the end of the path. */
  readonly trust: readonly CheckKind[];
  readonly form: readonly CheckKind[];
  readonly strength: readonly CheckKind[];
  /** Of the leaf. */
  readonly name: readonly CheckKind[];
  readonly revocation: readonly CheckKind[];
  /** From the root down. */
  readonly proof: readonly CheckKind[];
  readonly constraints: readonly CheckKind[];
}

/** All checks on a path; the first failed one is decisive. */
export function checksOf(candidate: Candidate, tables: CheckTables): readonly Check[] {
  const spots = candidate.path.map(
    (certificate, index): Spot => ({
      ...candidate,
      index,
      certificate,
      issuer: candidate.path[index + 1],
      leaf: index === 0,
      anchor: candidate.anchored && index === candidate.path.length - 1,
    }),
  );
  return [
    ...run(tables.trust, spots.slice(-1)),
    ...run(tables.form, spots),
    ...run(tables.strength, spots),
    ...run(tables.name, spots.slice(0, 1)),
    ...run(tables.revocation, spots),
    ...run(tables.proof, [...spots].reverse()),
    ...run(tables.constraints, spots),
  ];
}

function run(kinds: readonly CheckKind[], spots: readonly Spot[]): readonly Check[] {
  return spots.flatMap((spot) =>
    kinds.flatMap(({ id, section, look }): Check[] => {
      const finding = look(spot);
      if (!finding) return [];
      const { value, reason, cause, odd } = finding;
      const base = {
        id,
        subject: titleOf(spot.certificate),
        index: spot.index,
        value,
        reason,
        profile: finding.profile ?? ('usual' as const),
        section: finding.section ?? section,
      };
      if (cause !== undefined) return [{ ...base, outcome: 'failed', detail: cause }];
      return [{ ...base, outcome: odd ? 'warned' : 'passed' }];
    }),
  );
}

const TRUST: readonly CheckKind[] = [
  {
    id: 'trust-anchor',
    section: 'RFC 5280 6.1.1',
    look({ certificate, deadEnd }) {
      const value = { what: 'issuer', issuer: certificate.issuer.text } as const;
      if (deadEnd) return { value, reason: deadEnd.reason, cause: deadEnd.cause };
      return { value, reason: { what: 'trusted root', subject: titleOf(certificate) } };
    },
  },
];

/** The checks that this engine makes. Of lists of revoked certificates it has none of its own. */
export const usualChecks: CheckTables = {
  trust: TRUST,
  form: FORM,
  strength: STRENGTH,
  name: NAME,
  revocation: [],
  proof: PROOF,
  constraints: CONSTRAINTS,
};
