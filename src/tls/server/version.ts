// Which version a server takes (RFC 9846 sections 4.3.1 and 4.2.3).

import type { ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { checkLegacyVersion } from '../negotiation.ts';
import type { Outbox } from '../outbox.ts';
import type { Version } from '../terms.ts';
import { find } from '../wire/extension.ts';
import { suites, versions } from '../wire/iana.ts';
import type { ClientHello } from '../wire/message.ts';

type Out = Outbox<ServerConfig>;

const preference: readonly Version[] = ['1.3', '1.2'];

/**
 * The best version that both sides speak.
 * @throws TlsFault obsolete-version, no-common-version, inappropriate-fallback
 */
export function chooseVersion(hello: ClientHello, out: Out): Version {
  checkLegacyVersion(hello);
  const spoken = preference.filter((version) => out.config.versions.includes(version));
  const offered = offeredVersions(hello);
  const among = offered.map(versions.called);
  const version = spoken.find((each) => offered.includes(versions.codes[`TLS ${each}`]));
  if (!version) {
    throw new TlsFault('no-common-version', { by: 'server', offered: among, spoken });
  }
  // RFC 7507 3: a client says so when it offers less than it can, because an earlier attempt failed.
  const [best = version] = spoken;
  if (version !== best && hello.cipher_suites.includes(suites.codes.TLS_FALLBACK_SCSV)) {
    throw new TlsFault('inappropriate-fallback', { offered: version, spoken: best });
  }
  const reason = { what: 'best version' } as const;
  out.note({ kind: 'chose', what: 'version', value: `TLS ${version}`, among, reason });
  return version;
}

// RFC 9846 4.3.1: supported_versions alone counts where it is there; without it, legacy_version stands for TLS 1.2 at most.
function offeredVersions(hello: ClientHello): readonly number[] {
  const listed = find(hello.extensions, 'supported_versions')?.versions;
  return listed ?? [Math.min(hello.legacy_version, versions.codes['TLS 1.2'])];
}
