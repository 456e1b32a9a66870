// Chains with one thing in them that RFC 5280 forbids those to do who issue certificates: a root, a CA and a server each.

import { type Bytes, der, EMPTY, fromText } from '../../../src/bytes/index.ts';
import { generateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { type Certificate, mint, parseCertificate, type Template } from '../../../src/pki/index.ts';
import { oidOfName } from '../../../src/pki/oid.ts';
import { signerOf } from '../../../src/pki/signature.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const env = seededEnv('odd chains', NOW);
const key = generateKey('P-256', env);
const leafKey = generateKey('P-256', env);

export interface OddChain {
  readonly root: Certificate;
  readonly chain: readonly Certificate[];
}

/** What else stands in a template; `undefined` takes something out of it. */
type Change = { readonly [K in keyof Template]?: Template[K] | undefined };

interface Oddity {
  readonly root?: Change;
  readonly ca?: Change;
  readonly leaf?: Change;
  /** Changes of the members of a TBSCertificate before it is signed. */
  readonly reworded?: Readonly<
    Partial<Record<'root' | 'ca' | 'leaf', (members: readonly Bytes[]) => readonly Bytes[]>>
  >;
}

/** A chain like any other but for this. */
export function oddChain({ root, ca, leaf, reworded = {} }: Oddity): OddChain {
  const dates = { notBefore: NOW - DAY, notAfter: NOW + DAY };
  const issue = (who: 'root' | 'ca' | 'leaf', template: Change, certificate?: Certificate) => {
    const subjectKey = publicOf(who === 'leaf' ? leafKey : key);
    const signer = { ...(certificate && { certificate }), key };
    const made = mint({ subject: who, ...dates, ...template } as Template, subjectKey, signer, env);
    const change = reworded[who];
    return change ? resigned(made, change) : made;
  };
  const anchor = issue('root', { ca: {}, ...root });
  const issuing = issue('ca', { ca: {}, ...ca }, anchor);
  return { root: anchor, chain: [issue('leaf', { subjectAltNames: ['www.example.com'], ...leaf }, issuing), issuing] };
}

/** The certificate with other members in its TBSCertificate, signed anew with the key of the CAs. */
function resigned(certificate: Certificate, change: (members: readonly Bytes[]) => readonly Bytes[]): Certificate {
  const members = new der.Elements(der.read(certificate.tbs), der.SEQUENCE, 'it').rest().map(der.bytesOf);
  const tbs = der.sequence(...change(members));
  const signer = signerOf(key);
  return parseCertificate(der.sequence(tbs, signer.algorithm, der.bitString(signer.sign(tbs, env))));
}

function extension(name: string, critical: boolean, value: Bytes) {
  return { oid: oidOfName(name), critical, value };
}

const flag = der.boolean(true);
const names = (...hosts: string[]) =>
  der.sequence(...hosts.map((host) => der.write(der.context(2, false), fromText(host))));
const generalized = (text: string) => der.write(der.GENERALIZED_TIME, fromText(text));
const keyId = der.write(der.OCTET_STRING, Uint8Array.of(1, 2, 3, 4));
const serialled = (serial: Bytes) => ({ reworded: { leaf: (members: readonly Bytes[]) => put(members, 1, serial) } });

/** The members with another one at a place. */
function put(members: readonly Bytes[], place: number, member: Bytes): readonly Bytes[] {
  return members.map((each, index) => (index === place ? member : each));
}

/** Rules that bind whoever issues, and no verifier. */
export const lapses: Readonly<Record<string, OddChain>> = {
  'a CA without subjectKeyIdentifier': oddChain({ ca: { omit: ['subjectKeyIdentifier'] } }),
  'a root without subjectKeyIdentifier': oddChain({ root: { omit: ['subjectKeyIdentifier'] } }),
  'a CA without authorityKeyIdentifier': oddChain({ ca: { omit: ['authorityKeyIdentifier'] } }),
  'basicConstraints that are not critical': oddChain({
    ca: { omit: ['basicConstraints'], extensions: [extension('basicConstraints', false, der.sequence(flag))] },
  }),
  'a serial number of zero': oddChain(serialled(der.integer(0))),
  'a negative serial number': oddChain(serialled(der.write(der.INTEGER, Uint8Array.of(0x81)))),
  'a serial number of 21 bytes': oddChain(serialled(der.write(der.INTEGER, new Uint8Array(21).fill(0x41)))),
  'no subject and no names': oddChain({ leaf: { subject: [], subjectAltNames: undefined } }),
  'no subject and names that are not critical': oddChain({
    leaf: {
      subject: [],
      subjectAltNames: undefined,
      extensions: [extension('subjectAltName', false, names('www.example.com'))],
    },
  }),
  'GeneralizedTime before 2050': oddChain({
    reworded: {
      leaf: (members) => put(members, 4, der.sequence(generalized('20261101000000Z'), generalized('20270101000000Z'))),
    },
  }),
  'a CA without a name': oddChain({ ca: { subject: [] } }),
  'a name that is no domain name beside a good one': oddChain({
    leaf: { subjectAltNames: ['www.example.com', 'a b'] },
  }),
  'nameConstraints of a leaf': oddChain({ leaf: { nameConstraints: { permitted: ['example.com'] } } }),
  'a path length of a leaf': oddChain({
    leaf: { extensions: [extension('basicConstraints', true, der.sequence(der.integer(0)))] },
  }),
  'keyCertSign of a leaf': oddChain({ leaf: { keyUsage: ['digitalSignature', 'keyCertSign'] } }),
  'a root of version 1': oddChain({ reworded: { root: (members) => members.slice(1, -1) } }),
  'a root without basicConstraints that may sign certificates': oddChain({ root: { omit: ['basicConstraints'] } }),
};

/** What no verifier takes. */
export const faults: Readonly<Record<string, OddChain>> = {
  'a root without basicConstraints and keyUsage': oddChain({ root: { omit: ['basicConstraints'], keyUsage: [] } }),
  'a CA of version 1': oddChain({ reworded: { ca: (members) => members.slice(1, -1) } }),
  'a CA without basicConstraints': oddChain({ ca: { omit: ['basicConstraints'] } }),
  'a CA that says that it is none': oddChain({
    ca: { omit: ['basicConstraints'], extensions: [extension('basicConstraints', true, der.sequence())] },
  }),
  'the same extension twice': oddChain({
    leaf: { extensions: [extension('subjectAltName', false, names('www.example.com'))] },
  }),
  'a critical authorityKeyIdentifier': oddChain({
    leaf: {
      omit: ['authorityKeyIdentifier'],
      extensions: [extension('authorityKeyIdentifier', true, der.sequence())],
    },
  }),
  'a critical subjectKeyIdentifier': oddChain({
    leaf: { omit: ['subjectKeyIdentifier'], extensions: [extension('subjectKeyIdentifier', true, keyId)] },
  }),
  'a critical authorityInfoAccess': oddChain({
    leaf: {
      extensions: [
        extension(
          'authorityInfoAccess',
          true,
          der.sequence(
            der.sequence(
              der.oid('1.3.6.1.5.5.7.48.1'),
              der.write(der.context(6, false), fromText('http://example.com/')),
            ),
          ),
        ),
      ],
    },
  }),
  'names that can not be read': oddChain({
    leaf: {
      subjectAltNames: undefined,
      extensions: [extension('subjectAltName', false, Uint8Array.of(5, 0))],
    },
  }),
};

/** A CA that may name only some, and a server with some name: by the kind of both, the subtree, and the name. */
export const constrained: Readonly<Record<string, OddChain>> = Object.fromEntries(
  [
    [1, 'example.com', 'a@example.com'],
    [1, 'example.com', 'a@b.example.com'],
    [1, '.example.com', 'a@b.example.com'],
    [1, 'example.com', 'no mailbox'],
    [6, 'example.com', 'https://example.com/x'],
    [6, 'example.com', 'https://example.com:8443/x'],
    [6, 'example.com', 'https://www.example.com/'],
    [6, '.example.com', 'https://www.example.com/'],
    [6, 'example.com', 'urn:example:a'],
    [6, 'example.com', 'https://other.test/'],
  ].flatMap(([kind, base, name]) =>
    (['permitted', 'excluded'] as const).map((list, at) => {
      const general = (text: string) => der.write(der.context(Number(kind), false), fromText(text));
      const limits = der.sequence(der.write(der.context(at, true), der.sequence(general(String(base)))));
      const odd = oddChain({
        ca: { extensions: [extension('nameConstraints', true, limits)] },
        leaf: {
          subjectAltNames: undefined,
          extensions: [extension('subjectAltName', false, der.sequence(general(String(name))))],
        },
      });
      return [`${name} where ${base} is ${list}`, odd] as const;
    }),
  ),
);

/** What OpenSSL takes and we don't: RFC 5280 4.2 forbids it, and one reader may heed the first of the two and another the second. */
export const differences: Readonly<Record<string, OddChain>> = {
  'an unknown extension twice': oddChain({
    leaf: { extensions: [extension('1.2.3', false, EMPTY), extension('1.2.3', false, EMPTY)] },
  }),
};
