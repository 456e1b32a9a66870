// What comes of comparing names with the constraints of a CA, in sentences. It must not know how names are compared.

import type { ConstrainedName, Violation } from '../../pki/index.ts';
import { type Sentences, sentence } from './telling.ts';

/** For each kind of violation one sentence: which name, which subtree. */
export const violations: Sentences<Violation> = {
  'too many names': ({ names, subtrees }) => `${names} names and ${subtrees} subtrees are more than we compare.`,
  'name excluded': ({ name, subtree }) => sentence(`${shown(name)} lies in the excluded subtree “${subtree}”`),
  'name not permitted': ({ name }) => sentence(`${shown(name)} lies in none of the permitted subtrees`),
  'constraint unsupported': ({ name }) =>
    sentence(`${shown(name)} is constrained, and we can’t judge constraints of this kind`),
  'constraint unreadable': ({ name, subtree }) => {
    const [own, below] = forms[name.kind] ?? ['name', 'name'];
    const obstacle = subtree === undefined ? `it is no ${own}` : `the subtree “${subtree}” is no ${below}`;
    return sentence(`${shown(name)} is constrained, and ${obstacle}`);
  },
};

/** What the names of a form are, and its subtrees. */
const forms: Readonly<Partial<Record<ConstrainedName['kind'], readonly [name: string, subtree: string]>>> = {
  dNSName: ['domain name', 'domain'],
  rfc822Name: ['mailbox at a named host', 'mailbox, host or domain'],
  uniformResourceIdentifier: ['URI with a fully qualified domain name as its host', 'host or domain'],
  iPAddress: ['address', 'range'],
};

function shown({ kind, text }: ConstrainedName): string {
  return `${kind} “${text}”`;
}
