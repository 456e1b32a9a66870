// What a client demands of the answer to its hello, whichever version it leads to: nothing that was not offered.

import { equal, toHex } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import { checkLegacyVersion } from '../negotiation.ts';
import type { Version } from '../terms.ts';
import { suites, versions } from '../wire/iana.ts';
import { type Body, type ClientHello, isDowngraded } from '../wire/message.ts';

/** A ServerHello or a HelloRetryRequest. */
type Answer = Body<'ServerHello'> | Body<'HelloRetryRequest'>;

/**
 * The version that the server picked.
 * @param selected what the answer's supported_versions says, if it is there
 * @param spoken the versions that the client offered
 * @throws TlsFault obsolete-version, downgrade-sentinel, version-not-offered, no-common-version
 */
export function chosenVersion(answer: Answer, selected: number | undefined, spoken: readonly Version[]): Version {
  checkLegacyVersion(answer);
  const { random, legacy_version } = answer;
  const offered13 = spoken.includes('1.3');
  if (offered13 && selected === versions.codes['TLS 1.3']) return '1.3';
  // RFC 9846 4.2.3: a client that offered 1.3 and gets less must look at the last eight bytes of the random.
  if (offered13 && isDowngraded(random)) {
    throw new TlsFault('downgrade-sentinel', { sentinel: toHex(random.subarray(24)) });
  }
  // RFC 9846 4.3.1: a version that was not offered there, or one before 1.3, is an illegal parameter.
  if (offered13 && selected !== undefined) {
    const what = selected < versions.codes['TLS 1.3'] ? 'too old' : 'too new';
    throw new TlsFault('version-not-offered', { what, version: versions.called(selected) });
  }
  if (spoken.includes('1.2') && legacy_version === versions.codes['TLS 1.2']) return '1.2';
  throw new TlsFault('no-common-version', { by: 'client', offered: spoken, answer: versions.called(legacy_version) });
}

/** @throws TlsFault session-id-not-echoed: TLS 1.3 has no sessions to name (RFC 9846 section 4.2.3) */
export function checkSessionId({ legacy_session_id }: ClientHello, { legacy_session_id_echo }: Answer): void {
  if (!equal(legacy_session_id, legacy_session_id_echo)) {
    throw new TlsFault('session-id-not-echoed', {});
  }
}

/** @throws TlsFault bad-compression */
export function checkCompression({ legacy_compression_method: method }: Answer): void {
  if (method === 0) return;
  throw new TlsFault('bad-compression', { method });
}

/**
 * @param find finds a suite of the version that was agreed on
 * @throws TlsFault suite-not-offered
 */
export function offeredSuite<S>(hello: ClientHello, code: number, find: (code: number) => S | undefined): S {
  const suite = find(code);
  if (suite && hello.cipher_suites.includes(code)) return suite;
  throw new TlsFault('suite-not-offered', { suite: suites.called(code) });
}

/** Code points of the extensions that were offered. */
export function offeredTypes(hello: ClientHello): number[] {
  return hello.extensions.map(({ type }) => type);
}
