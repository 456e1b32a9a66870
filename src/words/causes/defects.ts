// What breaks a rule about the form of certificates, each in one clause without a full stop. It must not know who checks it.

import type { Defect } from '../../pki/index.ts';
import { flawClause } from './flaws.ts';
import { type Sentences, told } from './telling.ts';

/** One clause, without a full stop. */
export function defectClause(defect: Defect): string {
  return told(clauses, defect);
}

const clauses: Sentences<Defect> = {
  'extension twice': ({ name }) => `${name} appears twice`,
  'extension critical': ({ name }) => `${name} must not be critical`,
  'extension unreadable': ({ name, flaw }) => `${name} can’t be read: ${flawClause(flaw)}`,
  'algorithms differ': () => 'signatureAlgorithm is not the same inside and outside',
  'form of time': () => 'dates through 2049 are written as UTCTime, later ones as GeneralizedTime',
  'serial number': () => 'the serial number must be positive and have at most 20 bytes',
  'CA without a name': () => 'a CA must have a subject name',
  'no issuer name': () => 'the issuer name must not be empty',
  'no name at all': () => 'without a subject name there must be a critical subjectAltName',
  'no domain name': () => 'a dNSName in subjectAltName is not a domain name',
  'constraints without a CA': () => 'nameConstraints may only stand in the certificate of a CA',
  'CA not critical': () => 'a CA must mark its basicConstraints as critical',
  'path length without a CA': () => 'a path length is only for a CA that may sign certificates',
  'keyCertSign without a CA': () => 'keyCertSign is only for a CA',
  'CA without a key identifier': () => 'a CA must have a subjectKeyIdentifier',
  'CA without its issuer’s key identifier': () =>
    'a CA below a root must have an authorityKeyIdentifier with a key identifier',
  'no issuer’s key identifier': () =>
    'every certificate below a root must have an authorityKeyIdentifier with a key identifier',
  'no alternative name': () => 'a server certificate must have a subjectAltName',
};
