// Certificates that are wrong in one way each, for either side: how they are made, and what must come of them. Everything else about
// them is as in the honest certificate, and their keys are keys of the demo PKI, so that none has to be made. It must not know entries.

import { fromText } from '../../bytes/index.ts';
import { publicOf, seededEnv } from '../../crypto/index.ts';
import {
  type Certificate,
  type DemoPki,
  demoPki,
  type Identity,
  mint,
  type Shown,
  type Signer,
  signatureSpoiled,
  type Template,
  toPem,
} from '../../pki/index.ts';
import type { AlertName, FaultCause, Role } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { byClient, byServer, type Expectation } from '../catalogue/entry.ts';
import { isInTime } from '../world.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What is at hand to make a wrong identity of. */
interface Bench {
  readonly role: Role;
  /** What the clock says. */
  readonly at: number;
  /** The good identity of that side, and the root and the issuing CA above it. */
  readonly honest: Identity;
  readonly root: Certificate;
  readonly issuer: Identity;
  /** An issuing CA that has nothing to do with that side: its key may serve for a further CA. */
  readonly elsewhere: Identity;
  /** Like the honest certificate, for the same key, but for these changes; from the usual issuing CA unless another one is given. */
  issue(change: Partial<Template>, issuer?: Signer): Certificate;
  /** A CA with this name and key. */
  authority(name: string, key: Identity['key'], issuer?: Signer, change?: Partial<Template>): Certificate;
}

interface Flawed {
  /** Why and with which alert it is refused; left out: it is taken. */
  readonly refused?: readonly [cause: FaultCause, alert: AlertName];
  make(bench: Bench): Identity;
}

/** What can be wrong, with the alert that OpenSSL sends; the RFCs leave the choice open except where they are named here. */
const flaws = {
  'self-signed': {
    refused: ['untrusted-issuer', 'unknown_ca'],
    make: ({ honest: { key }, issue }) => ({ chain: [issue({}, { key })], key }),
  },
  expired: {
    refused: ['certificate-expired', 'certificate_expired'],
    make: (bench) => changed(bench, until(bench, bench.at - DAY)),
  },
  'not-yet-valid': {
    refused: ['certificate-refused', 'bad_certificate'],
    make: (bench) => changed(bench, from(bench, bench.at + DAY)),
  },
  'wrong-eku': {
    refused: ['certificate-wrong-purpose', 'unsupported_certificate'],
    make: (bench) => changed(bench, { extendedKeyUsage: [bench.role === 'client' ? 'serverAuth' : 'clientAuth'] }),
  },
  // A server alone is expected under a certain name.
  'wrong-name': {
    refused: ['certificate-refused', 'bad_certificate'],
    make: (bench) => changed(bench, named('www.example')),
  },
  'missing-intermediate': {
    refused: ['untrusted-issuer', 'unknown_ca'],
    make: ({ honest: { chain, key } }) => ({ chain: chain.slice(0, 1), key }),
  },
  // RFC 9846 4.5.1: a receiver should be prepared for any order after the leaf. RFC 5246 7.4.2 tells senders to keep it, and
  // receivers nothing.
  'wrong-order': {
    make: ({ honest: { chain, key }, root }) => ({ chain: [...chain.slice(0, 1), root, ...chain.slice(1)], key }),
  },
  'issuer-not-ca': {
    refused: ['untrusted-issuer', 'unknown_ca'],
    make: (bench) => {
      const { honest, issuer, issue } = bench;
      return changed(bench, {}, { chain: [issue(named('other.example')), ...issuer.chain], key: honest.key });
    },
  },
  'path-too-long': {
    refused: ['untrusted-issuer', 'unknown_ca'],
    make: (bench) => {
      const { issuer, elsewhere, authority } = bench;
      const team = authority('Countersign Team CA', elsewhere.key, signerOf(issuer));
      return changed(bench, {}, { chain: [team, ...issuer.chain], key: elsewhere.key });
    },
  },
  'bad-issuer-signature': {
    refused: ['certificate-bad-signature', 'decrypt_error'],
    make: ({ honest: { key }, issuer, issue }) => ({ chain: [signatureSpoiled(issue({})), ...issuer.chain], key }),
  },
  // The number is out of the range for examples (RFC 5612); its value is NULL.
  'unknown-critical-extension': {
    refused: ['certificate-unknown', 'certificate_unknown'],
    make: (bench) =>
      changed(bench, { extensions: [{ oid: '1.3.6.1.4.1.32473.1', critical: true, value: Uint8Array.of(5, 0) }] }),
  },
  // RFC 9846 4.5.1.2 and RFC 5246 7.4.2 and 7.4.6: a key that is to sign must be allowed to, if keyUsage is there; OpenSSL doesn't look.
  // With static RSA the key decrypts, and may not do that either. Every kind of key may be for documents (RFC 3279, 5480, 8410).
  'no-digital-signature': {
    refused: ['certificate-wrong-purpose', 'unsupported_certificate'],
    make: (bench) => changed(bench, { keyUsage: ['nonRepudiation'] }),
  },
  'not-der': {
    refused: ['unreadable-certificate', 'bad_certificate'],
    make: ({ honest: { chain, key } }) => ({
      chain: chain.map((each) => ({ ...each, der: fromText(toPem('CERTIFICATE', each.der)) })),
      key,
    }),
  },
} as const satisfies Readonly<Record<string, Flawed>>;

export type Flaw = keyof typeof flaws;

/**
 * A side's certificates with one thing wrong: the same object each time for one PKI and time.
 * @param at what the clock says, in milliseconds since the Unix epoch
 */
export function spoiled(pki: DemoPki, role: Role, flaw: Flaw, at: number): Identity {
  return remembered(identities, pki, `${role} ${flaw} ${at}`, () => flaws[flaw].make(benchOf(pki, role, flaw, at)));
}

/** Whether a flaw is one of dates: it can be seen whatever the clock says. */
export function isOfDates(flaw: Flaw): boolean {
  return flaw === 'expired' || flaw === 'not-yet-valid';
}

/** The same cast in which nothing is out of date: where the clock has left the demo PKI behind, with one of the clock's own day. */
export function inTime(cast: Cast): Cast {
  const { pki, scenario, client, server } = cast;
  if (isInTime(pki, scenario.at)) return cast;
  const fresh = demoPki(pki.kind, scenario.at);
  const identity = (each: Shown) => (each === pki.server ? fresh.server : each === pki.client ? fresh.client : each);
  const anchor = (each: Certificate) =>
    each === pki.serverRoot ? fresh.serverRoot : each === pki.clientRoot ? fresh.clientRoot : each;
  const renewed = <C extends Cast[Role]>(config: C): C => ({
    ...config,
    identities: config.identities.map(identity),
    anchors: config.anchors.map(anchor),
  });
  return { ...cast, pki: fresh, client: renewed(client), server: renewed(server) };
}

/** What must come of such certificates when this side judges them. */
export function judged(flaw: Flaw, by: Role): Expectation {
  const { refused }: Flawed = flaws[flaw];
  if (!refused) return { noticed: false, because: ANY_ORDER };
  const [cause, alert] = refused;
  return by === 'server' ? byServer(cause, alert, 'Certificate') : byClient(cause, alert, 'Certificate');
}

const ANY_ORDER = 'any-order';

/** A CA that may only name clients below `partner.example`, and the certificate in another name that it issued all the same. */
export interface Overstep {
  readonly authority: Certificate;
  readonly identity: Identity;
}

/** See `Overstep`: the same object each time for one PKI. */
export function overstepped(pki: DemoPki): Overstep {
  return remembered(oversteps, pki, 'client', () => {
    const bench = benchOf(pki, 'client', 'wrong-name', 0);
    const { key } = bench.elsewhere;
    const limits = { nameConstraints: { permitted: ['partner.example'] } };
    const authority = bench.authority('Partner Client CA', key, { key }, limits);
    const { chain } = changed(bench, {}, { chain: [authority], key });
    return { authority, identity: { chain: chain.slice(0, 1), key: bench.honest.key } };
  });
}

/** A client’s certificate from a CA whose own says that its key is for lists only, and the root above it. The same object each time for one PKI. */
export function unsigning(pki: DemoPki): Overstep {
  return remembered(oversteps, pki, 'unsigning', () => {
    const bench = benchOf(pki, 'client', 'issuer-not-ca', 0);
    const { issuer, elsewhere, authority: ca } = bench;
    const authority = ca('Partner Root', elsewhere.key);
    const above = { certificate: authority, key: elsewhere.key };
    const idle = ca('Partner Issuing CA', issuer.key, above, { keyUsage: ['cRLSign'] });
    return { authority, identity: changed(bench, {}, { chain: [idle], key: issuer.key }) };
  });
}

/** A client’s certificate that was issued an hour before `at`. The same object each time for one PKI and time. */
export function issuedInHaste(pki: DemoPki, at: number): Identity {
  return remembered(identities, pki, `client in haste ${at}`, () => {
    const bench = benchOf(pki, 'client', 'not-yet-valid', at);
    return changed(bench, from(bench, at - DAY / 24));
  });
}

/** The client’s certificates of this year and of the year before, both expired: the later one first. The same objects each time. */
export function runOut(pki: DemoPki, at: number): readonly Identity[] {
  const before = remembered(identities, pki, `client ran out before ${at}`, () => {
    const bench = benchOf(pki, 'client', 'expired', at);
    return changed(bench, { ...named('old.client.example'), ...until(bench, at - 366 * DAY) });
  });
  return [spoiled(pki, 'client', 'expired', at), before];
}

/** Far more than there are flaws: only a clock that moves makes so many. */
const REMEMBERED = 100;

type Memo<T> = WeakMap<DemoPki, Map<string, T>>;
const identities: Memo<Identity> = new WeakMap();
const oversteps: Memo<Overstep> = new WeakMap();

function remembered<T>(memo: Memo<T>, pki: DemoPki, id: string, make: () => T): T {
  const all = memo.get(pki) ?? new Map<string, T>();
  memo.set(pki, all);
  const made = all.get(id) ?? make();
  if (all.size >= REMEMBERED) all.clear();
  all.set(id, made);
  return made;
}

function benchOf(pki: DemoPki, role: Role, flaw: Flaw, at: number): Bench {
  const { [role]: honest, issuers } = pki;
  const issuer = issuers[role];
  const own = first(honest);
  const { notBefore, notAfter } = own;
  const env = seededEnv(`countersign spoiled ${pki.kind} ${role} ${flaw}`, at);
  const usual: Template = {
    ...named(own.subject.commonName ?? ''),
    notBefore,
    notAfter,
    keyUsage: own.keyUsage ?? [],
    extendedKeyUsage: own.extendedKeyUsage ?? [],
  };
  return {
    role,
    at,
    honest,
    root: role === 'client' ? pki.clientRoot : pki.serverRoot,
    issuer,
    elsewhere: issuers[role === 'client' ? 'server' : 'client'],
    issue: (change, signer = signerOf(issuer)) => mint({ ...usual, ...change }, publicOf(honest.key), signer, env),
    authority: (name, key, signer = { key }, change = {}) =>
      mint({ subject: subjectOf(name), notBefore, notAfter, ca: {}, ...change }, publicOf(key), signer, env),
  };
}

/** Valid as long as the honest certificate, but no longer than this; from a month before, where that would be no time at all. */
function until({ honest }: Bench, notAfter: number): Pick<Template, 'notBefore' | 'notAfter'> {
  const { notBefore } = first(honest);
  return { notBefore: notBefore < notAfter ? notBefore : notAfter - 30 * DAY, notAfter };
}

/** Valid as long as the honest certificate, but no earlier than this; for a month, where that would be no time at all. */
function from({ honest }: Bench, notBefore: number): Pick<Template, 'notBefore' | 'notAfter'> {
  const { notAfter } = first(honest);
  return { notBefore, notAfter: notAfter > notBefore ? notAfter : notBefore + 30 * DAY };
}

/** The certificates that go with a changed leaf. */
function changed({ honest, issuer, issue }: Bench, change: Partial<Template>, by: Identity = issuer): Identity {
  return { chain: [issue(change, signerOf(by)), ...by.chain], key: honest.key };
}

function named(host: string): Pick<Template, 'subject' | 'subjectAltNames'> {
  return { subject: subjectOf(host), subjectAltNames: [host] };
}

function subjectOf(commonName: string): Template['subject'] {
  return [
    ['O', 'Countersign Demo'],
    ['CN', commonName],
  ];
}

function signerOf(identity: Identity): Signer {
  return { certificate: first(identity), key: identity.key };
}

function first({ chain }: Identity): Certificate {
  const [certificate] = chain;
  if (!certificate) throw new RangeError('an identity without a certificate');
  return certificate;
}
