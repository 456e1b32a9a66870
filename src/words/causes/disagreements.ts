// Why a side refused what the other one offered, picked or asked for, in sentences. It must not know how it was found.

import type { CauseValues } from '../../tls/index.ts';
import { allCalled, called, hex, numbered } from './codes.ts';

type Disagreement =
  | 'no-common-version'
  | 'obsolete-version'
  | 'no-common-suite'
  | 'no-common-group'
  | 'no-common-scheme'
  | 'no-common-protocol'
  | 'no-server-certificate'
  | 'name-not-plain'
  | 'no-private-key'
  | 'authorities-too-long'
  | 'missing-extension'
  | 'duplicate-extension'
  | 'misplaced-extension'
  | 'unsolicited-extension'
  | 'bad-compression'
  | 'version-not-offered'
  | 'suite-not-offered'
  | 'suite-changed'
  | 'group-not-offered'
  | 'group-without-share'
  | 'protocol-not-offered'
  | 'session-id-not-echoed'
  | 'bad-key-share'
  | 'needless-retry'
  | 'second-retry'
  | 'changed-second-hello'
  | 'downgrade-sentinel'
  | 'request-context'
  | 'bad-key-update'
  | 'inappropriate-fallback'
  | 'bad-point-formats'
  | 'bad-renegotiation-info'
  | 'no-secure-renegotiation'
  | 'bad-curve-type';

/** One sentence for each cause that lies in the negotiation. */
export const disagreements: { readonly [C in Disagreement]: (values: CauseValues[C]) => string } = {
  // nothing in common
  'no-common-version': (v) =>
    v.by === 'server'
      ? `The client offers ${allCalled(v.offered, 1)}; this server speaks ${v.spoken.map(versioned).join(' and ')}.`
      : `The server answers with ${called('version', v.answer, 1)}; this side offered ${v.offered.map(versioned).join(', ')}.`,
  'obsolete-version': ({ version }) => `legacy_version is ${hex(version)}: SSL 3.0 or older, which nobody may speak.`,
  'no-common-suite': taking,
  'no-common-group': taking,
  'no-common-scheme': ({ offered, suites }) =>
    suites === undefined
      ? `The client accepts signatures by ${allCalled(offered, 1)}; the server’s key can make none of these.`
      : `The client takes ${suites.join(', ')} and signatures by ${allCalled(offered, 1)}; the server has no key that suits.`,
  'no-common-protocol': ({ offered, spoken }) =>
    `The client offers ${offered.join(', ')}; this server speaks ${spoken.join(', ')}.`,
  'name-not-plain': ({ name }) =>
    `The client asks for ${name}, and this server takes names of letters, digits and hyphens only.`,
  'no-server-certificate': () => 'The server has no certificate to show.',
  'no-private-key': ({ subject }) =>
    `The private key for the certificate of ${subject} is not at hand, so nothing can be signed with it.`,
  'authorities-too-long': ({ length, most }) =>
    `The names of all CAs that the server trusts make ${length} bytes; a CertificateRequest has room for ${most}.`,
  // extensions
  'missing-extension'(v) {
    switch (v.message) {
      case 'ClientHello':
        return `The ClientHello carries no ${v.extension}, which TLS 1.3 needs.`;
      case 'CertificateRequest':
        return 'The CertificateRequest carries no signature_algorithms, so there is no telling how to sign.';
      case 'ServerHello':
        return 'The ServerHello carries no key_share, and this side offered no other way to agree on a key.';
    }
  },
  'duplicate-extension': ({ message, extension }) => `${message} carries ${numbered('extension', extension)} twice.`,
  'misplaced-extension': ({ message, extension }) =>
    extension === undefined
      ? 'pre_shared_key must be the last extension of a ClientHello.'
      : `${message} carries ${numbered('extension', extension)}, which has no place there.`,
  'unsolicited-extension': ({ message, extension }) =>
    `${message} carries ${numbered('extension', extension)}, but nothing like it was offered.`,
  'bad-point-formats': ({ of }) => `The ${of}’s ec_point_formats leaves out uncompressed points.`,
  'bad-renegotiation-info': ({ of }) =>
    of === 'client'
      ? 'renegotiated_connection must be empty in a first ClientHello.'
      : 'renegotiated_connection must be empty in the first handshake of a connection, and is not.',
  'no-secure-renegotiation': () =>
    'The server sends no renegotiation_info: it may confuse this handshake with one that somebody else began.',
  // what was not offered, or must not be asked for
  'bad-compression': (v) => {
    if (v.method !== undefined)
      return `The server picked compression method ${v.method}; only the null method was offered.`;
    return v.version === '1.3'
      ? 'legacy_compression_methods must hold the null method and nothing else.'
      : 'legacy_compression_methods leaves out the null method, the only one spoken.';
  },
  'version-not-offered'(v) {
    switch (v.what) {
      case 'retry':
        return 'A HelloRetryRequest came without TLS 1.3, and no other version has it.';
      case 'other than in the retry':
        return 'The server picks TLS 1.2 after its HelloRetryRequest had picked TLS 1.3.';
      case 'too old':
        return `The server picks ${called('version', v.version, 1)} in supported_versions, which only stands for TLS 1.3 and later.`;
      case 'too new':
        return `The server picks ${called('version', v.version, 1)} in supported_versions, and this side offered TLS 1.3 at most.`;
    }
  },
  'suite-not-offered': ({ suite }) => `The server picked ${called('suite', suite)}, which was not offered.`,
  'suite-changed': ({ suite }) => `The server picked ${suite} after its HelloRetryRequest had picked another suite.`,
  'group-not-offered'(v) {
    switch (v.what) {
      case 'picked':
        return `The server picked ${called('group', v.group)}, which was not offered.`;
      case 'asked for':
        return `The server asks for a share in ${called('group', v.group)}, which was not offered.`;
      case 'share':
        return `There is a key share for ${numbered('group', v.group)}, which supported_groups doesn’t list.`;
      case 'second hello':
        return 'The second ClientHello must bring one key share, in the group that was asked for.';
    }
  },
  'group-without-share': ({ group }) =>
    `The server answers with a share in ${called('group', group)}, for which it got none.`,
  'protocol-not-offered': ({ picked, offered }) =>
    `The server picked “${picked.join(', ')}”; offered were ${offered.join(', ')}.`,
  'session-id-not-echoed': () => 'The server did not echo legacy_session_id.',
  'bad-key-share': (v) =>
    v.what === 'point'
      ? `The ${v.of}’s key share is not a usable point of ${called('group', v.group)}.`
      : `There are two key shares for ${numbered('group', v.group)}.`,
  'bad-curve-type': ({ type }) => `The server describes its curve by type ${type}; only names are spoken.`,
  'request-context': ({ what }) => contexts[what],
  'bad-key-update': ({ value }) => `request_update is ${value}; only 0 and 1 have a meaning.`,
  // what was said before
  'needless-retry': ({ group }) =>
    group === undefined
      ? 'The HelloRetryRequest asks for no change at all.'
      : `The server asks for a share in ${called('group', group)}, which it already has.`,
  'second-retry': () => 'A second HelloRetryRequest came; only one is allowed.',
  'changed-second-hello': ({ what }) => changes[what],
  'downgrade-sentinel': ({ sentinel }) =>
    `The server speaks TLS 1.3, as its random says (${sentinel}), yet answers with less: somebody stripped the offer.`,
  'inappropriate-fallback': ({ offered, spoken }) =>
    `The client fell back to TLS ${offered}, but this server speaks TLS ${spoken}: somebody made its first attempt fail.`,
};

const contexts: Readonly<Record<CauseValues['request-context']['what'], string>> = {
  request: 'certificate_request_context must be empty during the handshake.',
  server: 'The server’s Certificate names a request context, but nobody asked it.',
  client: 'The client’s Certificate answers another request than the one that was made.',
};

const changes: Readonly<Record<CauseValues['changed-second-hello']['what'], string>> = {
  version: 'The second ClientHello no longer offers TLS 1.3.',
  cookie: 'The second ClientHello does not bring back the cookie that it was given.',
  'early data': 'The second ClientHello announces early data, which only the first one may.',
  more: 'The second ClientHello changes more than it may.',
};

function taking({ offered, taken }: CauseValues['no-common-suite']): string {
  return `The client offers ${allCalled(offered)}; this server takes ${taken.join(', ')}.`;
}

function versioned(version: string): string {
  return `TLS ${version}`;
}
