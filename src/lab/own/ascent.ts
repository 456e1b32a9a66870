// What stands above a certificate among others that lie about, by names alone. It must not know whether anybody trusts it.

import { type Certificate, sameName } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Found } from './change.ts';
import type { Material, Materials } from './materials.ts';
import type { Own } from './own.ts';

/** So many are looked at above one certificate: no real chain is as long. */
const MOST = 12;

/** Everything that lies about: first what has no role, then what either side sends along or trusts. Each once. */
export function lyingAbout(
  { client, server }: Own,
  { certificates }: Pick<Materials, 'certificates'>,
): readonly Found[] {
  const sides = [['client', client] as const, ['server', server] as const];
  const all: readonly Found[] = [
    ...certificates.map(
      ({ thing, file }: Material<Certificate>): Found => ({ certificate: thing, source: { what: 'file', file } }),
    ),
    ...sides.flatMap(([of, { shows = [] }]) =>
      shows.flatMap(({ chain }) => chain.map((certificate): Found => ({ certificate, source: { what: 'shown', of } }))),
    ),
    ...sides.flatMap(([by, { trusts = [] }]: readonly [Role, Own[Role]]) =>
      trusts.map((certificate): Found => ({ certificate, source: { what: 'trusted', by } })),
    ),
  ];
  return all.filter(
    ({ certificate }, index) => all.findIndex((each) => isSame(each.certificate, certificate)) === index,
  );
}

/** What stands above a certificate, the nearest first: those that another issued, and those that issued themselves. */
export function above(
  leaf: Certificate,
  about: readonly Found[],
): { readonly links: readonly Found[]; readonly roots: readonly Found[] } {
  const found: Found[] = [];
  const below = [leaf];
  for (let each = below.shift(); each && found.length < MOST; each = below.shift()) {
    const { issuer } = each;
    if (isRoot(each)) continue;
    for (const one of about) {
      if (!sameName(one.certificate.subject, issuer) || isSame(one.certificate, leaf) || found.includes(one)) continue;
      found.push(one);
      below.push(one.certificate);
    }
  }
  return {
    links: found.filter(({ certificate }) => !isRoot(certificate)),
    roots: found.filter(({ certificate }) => isRoot(certificate)),
  };
}

/** Whether a certificate issued itself, by its names. */
export function isRoot({ subject, issuer }: Certificate): boolean {
  return sameName(subject, issuer);
}

/** Whether both are the same, byte for byte. */
export function isSame(one: Certificate, other: Certificate): boolean {
  return one === other || (one.der.length === other.der.length && one.der.every((byte, at) => byte === other.der[at]));
}
