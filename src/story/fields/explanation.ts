// Finds the words for a field by its path. The path of names is the only key into the prose.
// It must not know values or bytes.

import {
  authenticationFields,
  certificateFields,
  commonFields,
  containerFields,
  extensionFields,
  helloFields,
  messageLength,
  recordFields,
  tls12Fields,
} from '../../words/fields/index.ts';

/** Whose names a path is made of: those of TLS, which mean other things in TLS 1.2, those of X.509, or of what certificates come in. */
export type Realm = 'tls' | 'tls12' | 'x509' | 'container';

/** What there is to say about a field. */
export interface FieldWords {
  /** One or two short sentences. */
  readonly text: string;
}

/**
 * What a field means, in one or two short sentences. The longest end of the path that has words decides:
 * `ClientHello.extensions.key_share.extension_data.client_shares.group`, …, `client_shares.group`, `group`.
 * @param path names from the outermost field to this one, indices such as `[0]` included
 * @param realm where absent, told by the second name of the path
 * @returns undefined where nobody has written any
 */
export function explainField(path: readonly string[], realm: Realm = realmOf(path)): FieldWords | undefined {
  const text = textFor(path, realm);
  return text === undefined ? undefined : { text };
}

/** A message and an X.509 structure are both called Certificate; what stands inside tells them apart. */
function realmOf([root, inside = '']: readonly string[]): Realm {
  return root === 'Certificate' && x509Members.has(inside) ? 'x509' : 'tls';
}

const x509Members: ReadonlySet<string> = new Set(['tag', 'tbsCertificate', 'signatureAlgorithm', 'signatureValue']);

function textFor(path: readonly string[], realm: Realm): string | undefined {
  const words = tables[realm];
  const names = path.map((name) => (/^\[\d+\]$/.test(name) ? '[]' : name));
  const last = names.at(-1);
  if (last === undefined) return undefined;
  if (last === '[]') return byEnding(words, names, 2) ?? words['[]'];
  const plain = names.filter((name) => name !== '[]');
  if (realm !== 'x509' && realm !== 'container' && last === 'length' && names.length === 2)
    return byEnding(words, plain, 2) ?? headerLength(plain);
  const own = byEnding(words, plain, last === 'data' || last === 'contents' ? 2 : 1);
  if (own !== undefined) return own;
  if (last === 'data' || last === 'contents') return textFor(path.slice(0, -1), realm);
  return plain.at(-2) === 'extensions' ? words['extensions.?'] : undefined;
}

const tls = { ...commonFields, ...recordFields, ...helloFields, ...extensionFields, ...authenticationFields };

const tables: Readonly<Record<Realm, Readonly<Record<string, string>>>> = {
  tls,
  tls12: { ...tls, ...tls12Fields },
  x509: certificateFields,
  container: { ...certificateFields, ...containerFields },
};

/** The words for the longest end of a path, of at least `least` names. */
function byEnding(
  words: Readonly<Record<string, string>>,
  names: readonly string[],
  least: number,
): string | undefined {
  for (let from = 0; from <= names.length - least; from++) {
    const found = words[names.slice(from).join('.')];
    if (found !== undefined) return found;
  }
  return undefined;
}

function headerLength([message = '']: readonly string[]): string | undefined {
  return message === 'TLSPlaintext' || message === 'TLSCiphertext' ? commonFields.length : messageLength;
}
