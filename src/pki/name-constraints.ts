// Name constraints (RFC 5280 4.2.1.10): may a name stand in a certificate below a CA that is constrained?

import { fromText } from '../bytes/index.ts';
import type { Certificate } from './certificate.ts';
import type { Cause } from './check.ts';
import type { NameConstraints } from './extension.ts';
import type { GeneralName } from './general-name.ts';
import { within } from './name.ts';

export interface Violation {
  readonly cause: Extract<Cause, 'name-excluded' | 'name-not-permitted' | 'unsupported-constraint' | 'too-complex'>;
  /** One clause: which name, which subtree. */
  readonly text: string;
}

/** Real chains need a few hundred; hostile ones could ask for billions. */
const MOST_COMPARISONS = 250_000;

/** The first name of a certificate that breaks the constraints. */
export function violation(constraints: NameConstraints, certificate: Certificate): Violation | undefined {
  const names = namesOf(certificate);
  const subtrees = constraints.excluded.length + constraints.permitted.length;
  if (names.length * subtrees > MOST_COMPARISONS)
    return { cause: 'too-complex', text: `${names.length} names and ${subtrees} subtrees are more than we compare` };
  for (const name of names) {
    const sameKind = ({ kind }: GeneralName) => kind === name.kind;
    const excluded = constraints.excluded.filter(sameKind);
    const permitted = constraints.permitted.filter(sameKind);
    const shown = `${name.kind} “${name.text}”`;
    if (excluded.length + permitted.length > 0 && !(name.kind in COVERS))
      return {
        cause: 'unsupported-constraint',
        text: `${shown} is constrained, and we can’t judge constraints of this kind`,
      };
    const hit = excluded.find((base) => covers(base, name, 'some'));
    if (hit) return { cause: 'name-excluded', text: `${shown} lies in the excluded subtree “${hit.text}”` };
    if (permitted.length > 0 && !permitted.some((base) => covers(base, name, 'all')))
      return { cause: 'name-not-permitted', text: `${shown} lies in none of the permitted subtrees` };
  }
  return undefined;
}

/** All names of a certificate that constraints apply to: its alternative names, and its subject as a directoryName. */
function namesOf({ subject, subjectAltName = [] }: Certificate): readonly GeneralName[] {
  if (subject.parts.length === 0) return subjectAltName;
  const own: GeneralName = { kind: 'directoryName', text: subject.text, value: subject.der, directory: subject };
  const address = subject.parts.flatMap((part) => part.match(/(?<=(^|\+)emailAddress=)[^+]*/) ?? []);
  // RFC 5280 4.2.1.10: without a subject alternative name, the rfc822Name constraint applies to emailAddress.
  const mails = subjectAltName.some(({ kind }) => kind === 'rfc822Name') ? [] : address;
  return [
    ...subjectAltName,
    own,
    ...mails.map((text): GeneralName => ({ kind: 'rfc822Name', text, value: fromText(text) })),
  ];
}

/** A wildcard is many names: an exclusion hurts when it covers some of them, a permission must cover all. */
type Extent = 'some' | 'all';

function covers(base: GeneralName, name: GeneralName, extent: Extent): boolean {
  return COVERS[name.kind]?.(base, name, extent) ?? false;
}

const COVERS: Readonly<
  Partial<Record<GeneralName['kind'], (base: GeneralName, name: GeneralName, extent: Extent) => boolean>>
> = {
  dNSName: (base, name, extent) => coversDns(base.text.toLowerCase(), name.text.toLowerCase(), extent),
  iPAddress: (base, name) => {
    const size = base.value.length / 2;
    return (
      size === name.value.length &&
      name.value.every((byte, i) => ((byte ^ (base.value[i] ?? 0)) & (base.value[size + i] ?? 0)) === 0)
    );
  },
  directoryName: (base, name) =>
    base.directory !== undefined && name.directory !== undefined && within(name.directory, base.directory),
  rfc822Name: (base, name) => {
    const host = name.text.slice(name.text.lastIndexOf('@') + 1).toLowerCase();
    const subtree = base.text.toLowerCase();
    if (subtree.includes('@')) {
      const at = subtree.lastIndexOf('@');
      // RFC 5321 2.4: the part before the @ is case-sensitive.
      return (
        name.text.slice(0, name.text.lastIndexOf('@')) === base.text.slice(0, at) && host === subtree.slice(at + 1)
      );
    }
    return subtree.startsWith('.') ? host.endsWith(subtree) : host === subtree;
  },
};

function coversDns(subtree: string, name: string, extent: Extent): boolean {
  const wild = name.startsWith('*.');
  const plain = wild ? name.slice(2) : name;
  if (belowDns(subtree, plain, wild)) return true;
  // '*.example.com' also stands for 'bar.example.com', which an exclusion of that name must hit.
  return wild && extent === 'some' && subtree.slice(subtree.indexOf('.') + 1) === plain;
}

/** A subtree with a leading dot stands for what is below it, and not for itself. */
function belowDns(subtree: string, name: string, wild: boolean): boolean {
  if (subtree === '') return true;
  if (!subtree.startsWith('.')) return name === subtree || name.endsWith(`.${subtree}`);
  return name.endsWith(subtree) || (wild && name === subtree.slice(1));
}
