// What RFC 5280 and, on top, the CA/Browser Forum's Baseline Requirements demand of one certificate by itself. Most of it binds whoever
// issues certificates; a verifier may take what breaks such a rule, and the profile `usual` does.

import type { Certificate } from './certificate.ts';
import type { Profile } from './check.ts';
import type { Defect } from './defect.ts';
import { isDnsName } from './host-name.ts';
import { sameName } from './name.ts';
import type { ExtensionName } from './oid.ts';

export interface Position {
  readonly index: number;
  readonly anchor: boolean;
  readonly profile: Profile;
}

/** A defect with the least profile that minds it. */
type ProfiledDefect = Defect & { readonly profile: Profile };

/** Everything that is wrong with the form of a certificate at its position in a path, if only for a warning. */
export function defectsOf(certificate: Certificate, position: Position): readonly ProfiledDefect[] {
  const found = RULES.filter(
    ({ profile, broken }) => severity(profile, position.profile) && broken(certificate, position),
  );
  return [
    ...certificate.defects.map((defect) => ({ ...defect, profile: 'usual' as const })),
    ...certificate.lapses.map((lapse) => ({ ...lapse, profile: 'rfc5280' as const })),
    ...found.map(({ broken: _, ...defect }) => defect),
  ];
}

const PROFILES: readonly Profile[] = ['usual', 'rfc5280', 'webpki'];

/** What comes of breaking what one profile demands where another is in force: a failure, a warning, or nothing. */
export function severity(demanded: Profile, inForce: Profile): 'failed' | 'warned' | undefined {
  if (PROFILES.indexOf(demanded) <= PROFILES.indexOf(inForce)) return 'failed';
  return demanded === 'rfc5280' ? 'warned' : undefined;
}

/** Whether an anchor may be one although it has no basicConstraints: it is too old for them, or says what its key is for. */
export function isTrustedAsCa({ version, basicConstraints, keyUsage }: Certificate): boolean {
  return !basicConstraints && (version === 1 || keyUsage?.includes('keyCertSign') === true);
}

/** Whether subject and issuer are the same name. */
export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.subject, certificate.issuer);
}

type Rule = ProfiledDefect & { broken(certificate: Certificate, position: Position): boolean };

const isCa = ({ basicConstraints }: Certificate) => basicConstraints?.ca === true;
const has = ({ extensions }: Certificate, name: ExtensionName) =>
  extensions.some((extension) => extension.name === name);
const critical = ({ extensions }: Certificate, name: ExtensionName) =>
  extensions.some((extension) => extension.name === name && extension.critical);

function neverCritical(name: ExtensionName, section: string): Rule {
  return {
    what: 'extension critical',
    name,
    section,
    // Verifiers insist: OpenSSL, for one, understands none of these where it is critical.
    profile: 'usual',
    broken: (certificate) => critical(certificate, name),
  };
}

const RULES: readonly Rule[] = [
  {
    what: 'serial number',
    section: 'RFC 5280 4.1.2.2',
    profile: 'rfc5280',
    // Old roots have the serial number 0; what is trusted as it is need not be unique.
    broken: ({ serial }, { anchor }) => !anchor && (/^[89a-f]|^0+$/.test(serial) || serial.length > 40),
  },
  neverCritical('authorityKeyIdentifier', 'RFC 5280 4.2.1.1'),
  neverCritical('subjectKeyIdentifier', 'RFC 5280 4.2.1.2'),
  neverCritical('authorityInfoAccess', 'RFC 5280 4.2.2.1'),
  {
    what: 'CA without a name',
    section: 'RFC 5280 4.1.2.6',
    profile: 'rfc5280',
    broken: (certificate) => isCa(certificate) && certificate.subject.parts.length === 0,
  },
  {
    what: 'no issuer name',
    section: 'RFC 5280 4.1.2.4',
    profile: 'rfc5280',
    broken: ({ issuer }) => issuer.parts.length === 0,
  },
  {
    what: 'no name at all',
    section: 'RFC 5280 4.2.1.6',
    profile: 'rfc5280',
    broken: (certificate) => certificate.subject.parts.length === 0 && !critical(certificate, 'subjectAltName'),
  },
  {
    what: 'no domain name',
    section: 'RFC 5280 4.2.1.6',
    profile: 'rfc5280',
    broken: ({ subjectAltName = [] }) =>
      subjectAltName.some(({ kind, text }) => kind === 'dNSName' && !isDnsName(text)),
  },
  {
    what: 'constraints without a CA',
    section: 'RFC 5280 4.2.1.10',
    profile: 'rfc5280',
    broken: (certificate) => has(certificate, 'nameConstraints') && !isCa(certificate),
  },
  {
    what: 'CA not critical',
    section: 'RFC 5280 4.2.1.9',
    profile: 'rfc5280',
    broken: (certificate) => isCa(certificate) && !critical(certificate, 'basicConstraints'),
  },
  {
    what: 'path length without a CA',
    section: 'RFC 5280 4.2.1.9',
    profile: 'rfc5280',
    broken: ({ basicConstraints, keyUsage }) =>
      basicConstraints?.pathLength !== undefined &&
      !(basicConstraints.ca && (keyUsage?.includes('keyCertSign') ?? true)),
  },
  {
    what: 'keyCertSign without a CA',
    section: 'RFC 5280 4.2.1.9',
    profile: 'rfc5280',
    broken: (certificate) => certificate.keyUsage?.includes('keyCertSign') === true && !isCa(certificate),
  },
  {
    what: 'CA without a key identifier',
    section: 'RFC 5280 4.2.1.2',
    profile: 'rfc5280',
    broken: (certificate) => isCa(certificate) && !certificate.subjectKeyId,
  },
  {
    what: 'CA without its issuer’s key identifier',
    section: 'RFC 5280 4.2.1.1',
    profile: 'rfc5280',
    broken: (certificate, { anchor }) => isCa(certificate) && !anchor && !certificate.authorityKeyId?.keyId,
  },
  {
    what: 'no issuer’s key identifier',
    section: 'Baseline Requirements 7.1.2.7.6',
    profile: 'webpki',
    broken: (certificate, { anchor }) => !anchor && !certificate.authorityKeyId?.keyId,
  },
  {
    what: 'no alternative name',
    section: 'Baseline Requirements 7.1.2.7.12',
    profile: 'webpki',
    broken: (certificate, { index }) => index === 0 && !has(certificate, 'subjectAltName'),
  },
];
