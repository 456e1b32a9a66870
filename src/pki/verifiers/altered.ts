// The engine's checks as other verifiers make them: each with what a rule changes. It must not know how paths are found.

import { fromText } from '../../bytes/index.ts';
import type { Certificate } from '../certificate.ts';
import type { CheckId } from '../check.ts';
import type { GeneralName } from '../general-name.ts';
import { titleOfKey } from '../public-key.ts';
import type { CheckKind, Finding, Spot } from '../spot.ts';
import { nameFor } from './hosts.ts';
import type { Rank, Rules } from './rules.ts';

/** A check as it is made by these rules. */
export function alteredBy(kind: CheckKind, rules: Rules): CheckKind {
  const look = alterations[kind.id]?.(kind.look, rules) ?? kind.look;
  const { skips = {} } = rules;
  return { ...kind, look: (spot) => (skips[rankOf(spot)]?.includes(kind.id) ? undefined : look(spot)) };
}

function rankOf({ leaf, anchor }: Spot): Rank {
  if (leaf) return 'leaf';
  return anchor ? 'anchor' : 'between';
}

type Look = CheckKind['look'];

/** What becomes of a look; undefined where the rules change nothing about it. */
type Alteration = (usual: Look, rules: Rules) => Look | undefined;

const alterations: Readonly<Partial<Record<CheckId, Alteration>>> = {
  'critical-extensions': (usual, { understands = [], ignorant = [], constraints }) => {
    const unknown = constraints?.unknown ?? [];
    return (spot) => {
      const { certificate } = spot;
      const { nameConstraints, extensions } = certificate;
      const kinds = [...(nameConstraints?.permitted ?? []), ...(nameConstraints?.excluded ?? [])];
      const odd = kinds.some(({ kind }) => unknown.includes(kind));
      const name = extensions.find(
        (each) => each.critical && (ignorant.includes(each.name) || (odd && each.name === 'nameConstraints')),
      )?.name;
      const found = usual({ ...spot, certificate: { ...certificate, extensions: without(extensions, understands) } });
      if (name === undefined || !found || found.cause) return found;
      return { ...found, reason: { what: 'critical extension unknown', name }, cause: 'unknown-critical-extension' };
    };
  },
  'basic-constraints':
    (usual, { authorities }) =>
    (spot) => {
      const { certificate, leaf, anchor } = spot;
      const { basicConstraints, keyUsage } = certificate;
      if (!authorities || leaf || basicConstraints) return usual(spot);
      const signs = authorities[anchor ? 'anchor' : 'between'] === 'keyCertSign' && keyUsage?.includes('keyCertSign');
      const value = { what: 'basic constraints', ca: undefined } as const;
      return signs || (anchor && certificate.version === 1)
        ? { value, reason: { what: 'is trusted as a CA' }, odd: true, profile: 'rfc5280' }
        : { value, reason: { what: 'is no CA' }, cause: 'issuer-not-ca' };
    },
  'key-usage': (usual, { leafUses }) =>
    leafUses &&
    ((spot) => {
      const { keyUsage } = spot.certificate;
      const use = spot.leaf && keyUsage && leafUses.find((each) => keyUsage.includes(each));
      return usual(use ? { ...spot, use: { ...spot.use, needed: use } } : spot);
    }),
  'extended-key-usage': (usual, { anyPurposeIsNone }) =>
    anyPurposeIsNone
      ? (spot) => {
          const { extendedKeyUsage, ...rest } = spot.certificate;
          if (!extendedKeyUsage) return usual(spot);
          const named = extendedKeyUsage.filter((each) => each !== 'anyExtendedKeyUsage');
          const found = usual({ ...spot, certificate: { ...rest, extendedKeyUsage: named } });
          return found && { ...found, value: { what: 'purposes', purposes: extendedKeyUsage } };
        }
      : undefined,
  'key-identifiers': (usual, { keyIdentifiersHint }) => (keyIdentifiersHint ? () => undefined : usual),
  'key-strength': (usual, { rsaBits }) =>
    rsaBits === undefined
      ? undefined
      : (spot) => {
          const found = usual(spot);
          const { publicKey, spki } = spot.certificate;
          if (!found || !publicKey || !('n' in publicKey)) return found;
          const value = { what: 'key', key: titleOfKey(publicKey, spki) } as const;
          if (publicKey.bits >= rsaBits) return { value, reason: { what: 'strong key' } };
          return { value, reason: { what: 'weak key' }, cause: 'weak-key' };
        },
  name: (usual, { hosts }) =>
    hosts &&
    ((spot): Finding | undefined => {
      const found = usual(spot);
      const { name: expected, certificate, role } = spot;
      if (!found || expected === undefined) return found;
      const match = nameFor(certificate, expected, hosts);
      if (match !== undefined) return { value: found.value, reason: { what: 'name found', expected, found: match } };
      return { value: found.value, reason: { what: 'name missing', expected, role }, cause: 'name-mismatch' };
    }),
  'name-constraints': (usual, { constraints }) =>
    constraints &&
    ((spot) => {
      const { passedOver, commonName, subject } = constraints;
      const kept = (names: readonly GeneralName[]) => names.filter(({ kind }) => !passedOver.includes(kind));
      const path = spot.path.map((each) => {
        const { nameConstraints } = each;
        if (!nameConstraints) return each;
        const { permitted, excluded } = nameConstraints;
        return { ...each, nameConstraints: { permitted: kept(permitted), excluded: kept(excluded) } };
      });
      const named = commonName && spot.leaf ? withCommonName(spot.certificate) : spot.certificate;
      return usual({ ...spot, path, certificate: subject ? named : withoutSubject(named) });
    }),
};

function without(extensions: Certificate['extensions'], names: readonly string[]): Certificate['extensions'] {
  return extensions.filter(({ name, oid }) => !names.includes(name) && !names.includes(oid));
}

/** A leaf without a DNS name whose common name could be one counts as having it. */
function withCommonName(certificate: Certificate): Certificate {
  const { subject, subjectAltName = [] } = certificate;
  const text = subject.commonName;
  const isName = text !== undefined && /^[\w-]+(\.[\w-]+)+$/.test(text);
  if (!isName || subjectAltName.some(({ kind }) => kind === 'dNSName')) return certificate;
  return { ...certificate, subjectAltName: [...subjectAltName, { kind: 'dNSName', text, value: fromText(text) }] };
}

function withoutSubject(certificate: Certificate): Certificate {
  const { subject } = certificate;
  return { ...certificate, subject: { ...subject, parts: [], mailboxes: [] } };
}
