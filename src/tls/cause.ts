// What each cause of a refusal comes with: the values of this run. Data only; how it is told is not known here.

import type { FlawCause } from '../bytes/index.ts';
import type { FailedCheck } from '../pki/index.ts';
import type { Checksum } from './reason.ts';
import type { Role, Version } from './terms.ts';
import type { Called } from './wire/iana.ts';

/** A cause says all. */
type Nothing = Readonly<Record<string, never>>;

/** A check of the peer's chain that failed. */
interface ChainFailure {
  readonly check: FailedCheck;
}

/** An extension of a message. */
interface Carried {
  readonly message: string;
  readonly extension: Called;
}

interface Limit {
  readonly length: number;
  readonly most: number;
}

/**
 * The values of every cause; `what` tells cases apart. Code points are called by their names in the registries, where they have one.
 */
export interface CauseValues {
  // what came in can't be read
  'malformed-message':
    | { readonly what: 'unreadable'; readonly message: string; readonly flaw: FlawCause; readonly at: number }
    /** In bytes; `by` is how it is computed. */
    | { readonly what: 'length'; readonly found: number; readonly expected: number; readonly by: Checksum };
  'malformed-alert': { readonly length: number };
  'empty-handshake-fragment': Nothing;
  'empty-alert-fragment': Nothing;
  'message-too-long': Limit;
  'record-too-long': Limit & { readonly what: 'announced' | 'content' | 'plaintext' };
  'unknown-content-type': { readonly type: number };
  'no-content-type': Nothing;
  'bad-record-mac': { readonly sequence: number };
  // the right thing at the wrong time
  'unexpected-message': /** The type is that of a message without a name. */
    | {
        readonly what: 'message';
        readonly message: string;
        readonly type?: Called;
        readonly state: string;
        readonly waitsFor: readonly string[];
      }
    | { readonly what: 'no ChangeCipherSpec'; readonly state: string };
  'unexpected-record':
    | { readonly what: 'inside protection' | 'in the clear'; readonly type: string }
    | { readonly what: 'before keys' }
    | { readonly what: 'early'; readonly state: string };
  'unexpected-change-cipher-spec': { readonly what: 'content' | 'place' };
  /** In bytes. */
  'key-change-inside-message': { readonly left: number };
  'interleaved-record': { readonly type: string };
  flood:
    | { readonly what: 'idle'; readonly most: number; readonly last: string }
    | { readonly what: 'early data'; readonly most: number };
  // negotiation
  'no-common-version':
    | { readonly by: 'server'; readonly offered: readonly Called[]; readonly spoken: readonly Version[] }
    | { readonly by: 'client'; readonly offered: readonly Version[]; readonly answer: Called };
  'obsolete-version': { readonly version: number };
  'no-common-suite': { readonly offered: readonly Called[]; readonly taken: readonly string[] };
  'no-common-group': { readonly offered: readonly Called[]; readonly taken: readonly string[] };
  /** TLS 1.2 has suites that it must go with. */
  'no-common-scheme': { readonly offered: readonly Called[]; readonly suites?: readonly string[] };
  'no-common-protocol': { readonly offered: readonly string[]; readonly spoken: readonly string[] };
  /** The host that the client asks for. */
  'name-not-plain': { readonly name: string };
  'no-server-certificate': Nothing;
  /** All names together, in bytes. */
  'authorities-too-long': Limit;
  /** Whose certificate was shown and can’t be proven. */
  'no-private-key': { readonly subject: string };
  /** By its keyUsage. */
  'own-key-may-not-sign': { readonly subject: string };
  'missing-extension':
    | { readonly message: 'ClientHello'; readonly extension: string }
    | { readonly message: 'CertificateRequest' | 'ServerHello' };
  'duplicate-extension': Carried;
  'misplaced-extension': Carried | { readonly message: 'ClientHello'; readonly extension?: undefined };
  'unsolicited-extension': Carried;
  /** The method that a server picked; or what a client offers, and to whom. */
  'bad-compression': { readonly method: number } | { readonly version: Version; readonly method?: undefined };
  'version-not-offered':
    | { readonly what: 'retry' | 'other than in the retry' }
    | { readonly what: 'too old' | 'too new'; readonly version: Called };
  'suite-not-offered': { readonly suite: Called };
  'suite-changed': { readonly suite: string };
  'group-not-offered':
    | { readonly what: 'picked' | 'asked for' | 'share'; readonly group: Called }
    | { readonly what: 'second hello' };
  'group-without-share': { readonly group: Called };
  'protocol-not-offered': { readonly picked: readonly string[]; readonly offered: readonly string[] };
  'session-id-not-echoed': Nothing;
  'bad-key-share':
    | { readonly what: 'point'; readonly of: Role; readonly group: Called }
    | { readonly what: 'twice'; readonly group: Called };
  /** The group that it asks for a share in, although it has one. */
  'needless-retry': { readonly group?: Called };
  'second-retry': Nothing;
  'changed-second-hello': { readonly what: 'version' | 'cookie' | 'early data' | 'more' };
  /** The end of the random, in hex. */
  'downgrade-sentinel': { readonly sentinel: string };
  'request-context': { readonly what: 'request' | 'server' | 'client' };
  'bad-key-update': { readonly value: number };
  'inappropriate-fallback': { readonly offered: Version; readonly spoken: Version };
  'bad-point-formats': { readonly of: Role };
  'bad-renegotiation-info': { readonly of: Role };
  'no-secure-renegotiation': Nothing;
  'bad-curve-type': { readonly type: number };
  // authentication
  'empty-server-certificate': Nothing;
  'no-client-certificate': Nothing;
  /** Its place in the chain: 0 is the leaf. */
  'unreadable-certificate': { readonly of: Role; readonly index: number; readonly flaw: FlawCause };
  'untrusted-issuer': ChainFailure;
  'certificate-expired': ChainFailure;
  'certificate-revoked': ChainFailure;
  'certificate-refused': ChainFailure;
  'certificate-wrong-purpose': ChainFailure;
  'certificate-bad-signature': ChainFailure;
  'certificate-unknown': ChainFailure;
  'unsupported-key':
    | { readonly what: 'unknown'; readonly of: Role }
    | { readonly what: 'encrypts nothing' | 'own'; readonly subject: string };
  'certificate-does-not-fit-suite': { readonly key: string; readonly suite: string };
  'scheme-not-offered': { readonly signer: Role; readonly scheme: Called };
  'scheme-does-not-fit-key': {
    readonly signer: Role;
    readonly scheme: string;
    readonly version: Version;
    readonly key: string;
  };
  'bad-signature': { readonly signer: Role; readonly subject: string };
  'bad-finished': Nothing;
}
