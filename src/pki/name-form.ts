// The forms of names that constraints can be of (RFC 5280 4.2.1.10): how a name and a subtree of each are read and compared.
// What can't be read for its form can't be judged. It must not know certificates.

import type { GeneralName, GeneralNameKind } from './general-name.ts';
import { isDnsName } from './host-name.ts';
import { within } from './name.ts';

/** A wildcard is many names: an exclusion hurts when it covers some of them, a permission must cover all. */
export type Extent = 'some' | 'all';

export interface Form {
  /** The text of a name as it is compared; undefined when it is no name of this form. */
  name(text: string): string | undefined;
  /** The text of a subtree as it is compared; undefined when it is none of this form. */
  subtree(text: string): string | undefined;
  /** Whether a subtree covers a name, both with their texts as they are compared. */
  covers(base: GeneralName, name: GeneralName, extent: Extent): boolean;
}

/** RFC 5321 4.1.2: dot-separated atoms or a quoted string, and a domain. */
const MAILBOX = /^(?:([\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*)|"((?:[^"\\]|\\.)+)")@([^@]+)$/;
/** RFC 3986 3: a scheme and an authority, which may have a user before its host and a port after it. */
const AUTHORITY = /^[a-z][a-z\d+.-]*:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)?([^/?#@:]*)(?::\d*)?(?:[/?#]|$)/i;

/** Those that we can judge. Names and subtrees of the last two were read as what they are with their extension. */
export const FORMS: Readonly<Partial<Record<GeneralNameKind, Form>>> = {
  dNSName: {
    name: (text) => (isDnsName(text) ? text.toLowerCase() : undefined),
    // No label at all stands for every name.
    subtree: (text) => (text === '' ? text : hostOrDomain(text)),
    covers: ({ text: base }, { text: name }, extent) => coversDns(base, name, extent),
  },
  rfc822Name: {
    name: mailbox,
    subtree: (text) => (text.includes('@') ? mailbox(text) : hostOrDomain(text)),
    covers: ({ text: base }, { text: name }) =>
      base.includes('@') ? name === base : coversHost(base, name.slice(name.lastIndexOf('@') + 1)),
  },
  uniformResourceIdentifier: {
    name(text) {
      const host = AUTHORITY.exec(text)?.[1] ?? '';
      // The last label of an IPv4 address in any of its spellings begins with a digit.
      return isHost(host) && /\.[a-z][^.]*$/i.test(host) ? host.toLowerCase() : undefined;
    },
    subtree: hostOrDomain,
    covers: ({ text: base }, { text: name }) => coversHost(base, name),
  },
  iPAddress: {
    name: String,
    subtree: String,
    covers({ value: base }, { value }) {
      const size = base.length / 2;
      return size === value.length && value.every((byte, i) => ((byte ^ (base[i] ?? 0)) & (base[size + i] ?? 0)) === 0);
    },
  },
  directoryName: {
    name: String,
    subtree: String,
    covers: ({ directory: base }, { directory }) =>
      base !== undefined && directory !== undefined && within(directory, base),
  },
};

/** A mailbox with its user without quotes and its host in lower case. RFC 5321 2.4: the user is case-sensitive. */
function mailbox(text: string): string | undefined {
  const [, atoms, quoted = '', host = ''] = MAILBOX.exec(text) ?? [];
  return isHost(host) ? `${atoms ?? quoted.replace(/\\(.)/g, '$1')}@${host.toLowerCase()}` : undefined;
}

/** A leading dot makes a host a domain: what is below it, and not itself. */
function hostOrDomain(text: string): string | undefined {
  return isHost(text.replace(/^\./, '')) ? text.toLowerCase() : undefined;
}

function isHost(text: string): boolean {
  return isDnsName(text) && !text.startsWith('*');
}

function coversHost(base: string, host: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) : host === base;
}

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
