// Name constraints (RFC 5280 4.2.1.10): may a name stand in a certificate below a CA that is constrained?

import { fromText } from '../bytes/index.ts';
import type { Certificate } from './certificate.ts';
import type { NameConstraints } from './extension.ts';
import type { GeneralName } from './general-name.ts';
import { type Extent, FORMS } from './name-form.ts';
import type { Violation } from './reason.ts';

/** Real chains need a few hundred; hostile ones could ask for billions. */
const MOST_COMPARISONS = 250_000;

/** The first name of a certificate that breaks the constraints, or that nobody can judge by them. */
export function violation(constraints: NameConstraints, certificate: Certificate): Violation | undefined {
  const names = namesOf(certificate);
  const count = constraints.excluded.length + constraints.permitted.length;
  if (names.length * count > MOST_COMPARISONS) return { what: 'too many names', names: names.length, subtrees: count };
  const [excluded, permitted] = [constraints.excluded.map(subtreeOf), constraints.permitted.map(subtreeOf)];
  for (const name of names) {
    const sameKind = ({ given }: Subtree) => given.kind === name.kind;
    const found = judge(name, excluded.filter(sameKind), permitted.filter(sameKind));
    if (found) return found;
  }
  return undefined;
}

/** A subtree as it stands in the extension, and as names are compared with it. */
interface Subtree {
  readonly given: GeneralName;
  /** Undefined when it can't be read for its form. */
  readonly base: GeneralName | undefined;
}

function subtreeOf(given: GeneralName): Subtree {
  const text = FORMS[given.kind]?.subtree(given.text);
  return { given, base: text === undefined ? undefined : { ...given, text } };
}

/** @param excluded of the same kind as the name, like those that are permitted */
function judge(given: GeneralName, excluded: readonly Subtree[], permitted: readonly Subtree[]): Violation | undefined {
  if (excluded.length + permitted.length === 0) return undefined;
  const shown = { kind: given.kind, text: given.text };
  const form = FORMS[given.kind];
  const text = form?.name(given.text);
  const odd = [...excluded, ...permitted].find(({ base }) => !base);
  if (!form) return { what: 'constraint unsupported', name: shown };
  if (odd || text === undefined) return { what: 'constraint unreadable', name: shown, subtree: odd?.given.text };
  const name = { ...given, text };
  const covering = (subtrees: readonly Subtree[], extent: Extent) =>
    subtrees.find(({ base }) => base && form.covers(base, name, extent));
  const hit = covering(excluded, 'some');
  if (hit) return { what: 'name excluded', name: shown, subtree: hit.given.text };
  if (permitted.length > 0 && !covering(permitted, 'all')) return { what: 'name not permitted', name: shown };
  return undefined;
}

/** All names of a certificate that constraints apply to: its alternative names, and its subject as a directoryName. */
function namesOf({ subject, subjectAltName = [] }: Certificate): readonly GeneralName[] {
  if (subject.parts.length === 0) return subjectAltName;
  const own: GeneralName = { kind: 'directoryName', text: subject.text, value: subject.der, directory: subject };
  // RFC 5280 4.2.1.10 demands it of an emailAddress only where there is no subject alternative name; here it is where none is a mailbox.
  const mails = subjectAltName.some(({ kind }) => kind === 'rfc822Name') ? [] : subject.mailboxes;
  return [
    ...subjectAltName,
    own,
    ...mails.map((text): GeneralName => ({ kind: 'rfc822Name', text, value: fromText(text) })),
  ];
}
