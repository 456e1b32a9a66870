// What can be wrong with the proof that a side holds the key of the certificate that it shows: another key, no signature, an old one,
// one over something else.

import { type Bytes, concat } from '../../bytes/index.ts';
import { seededEnv } from '../../crypto/index.ts';
import type { Identity } from '../../pki/index.ts';
import { type CommonConfig, type Role, signatureSchemes } from '../../tls/index.ts';
import { schemeOf, signedContent } from '../../tls/keys/index.ts';
import { type Cast, honestCast } from '../cast.ts';
import { bent, lastBitFlipped } from '../catalogue/bend.ts';
import { byClient, byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import { Conversation } from '../conversation.ts';
import type { Scenario } from '../scenario.ts';
import { dialectOf, hashOf, reworded, watching } from './reword.ts';

const forged = byServer('bad-signature', 'decrypt_error', 'CertificateVerify');
const forgedByServer = byClient('bad-signature', 'decrypt_error', 'CertificateVerify');

export const possession: readonly Entry[] = [
  {
    id: 'client-key-of-another',
    who: 'client',
    topic: 'possession',
    // RFC 9846 4.5.2 and RFC 5246 7.2.2 name the alert. OpenSSL doesn't start with such a key: it was measured with one that does.
    measured: 'client_key_mismatch',
    expect: inBoth(whenAsked(() => forged)),
    apply: (cast) => ({ ...cast, client: withKey(cast.client, cast.pki.server.key) }),
  },
  {
    id: 'copied-certificate',
    who: 'client',
    topic: 'possession',
    expect: inBoth(whenAsked(() => forged)),
    apply: (cast) => ({ ...cast, client: withKey(cast.client, cast.pki.strangerClient.key) }),
  },
  {
    id: 'client-verify-left-out',
    who: 'client',
    topic: 'possession',
    expect: {
      '1.3': whenAsked(() => byServer('unexpected-message', 'unexpected_message', 'Finished')),
      '1.2': whenAsked(() => byServer('unexpected-message', 'unexpected_message', 'change_cipher_spec')),
    },
    apply: (cast) => ({ ...cast, client: bent(cast.client, 'CertificateVerify', () => []) }),
  },
  {
    id: 'client-verify-replayed',
    who: 'client',
    topic: 'possession',
    expect: inBoth(whenAsked(() => forged)),
    apply: (cast) => ({ ...cast, client: replaying(cast.client, cast, 'client') }),
  },
  {
    id: 'client-verify-other-transcript',
    who: 'client',
    topic: 'possession',
    expect: inBoth(whenAsked(() => forged)),
    apply: (cast) => ({ ...cast, client: signingOwnWords(cast.client, cast, 'client') }),
  },
  {
    id: 'client-verify-algorithm-not-offered',
    who: 'client',
    topic: 'possession',
    expect: inBoth(whenAsked(() => byServer('scheme-not-offered', 'illegal_parameter', 'CertificateVerify'))),
    apply: (cast) => ({
      ...cast,
      client: reworded(cast.client, 'CertificateVerify', dialectOf(cast.scenario), (body) => ({
        ...body,
        algorithm: signatureSchemes.codes.ed448,
      })),
    }),
  },
  {
    id: 'server-bad-signature',
    who: 'server',
    topic: 'possession',
    measured: 'flip_cv_server',
    expect: { '1.3': () => forgedByServer },
    apply: (cast) => ({ ...cast, server: bent(cast.server, 'CertificateVerify', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'server-key-exchange-bad-signature',
    who: 'server',
    topic: 'possession',
    measured: 'flip_ske_sig',
    expect: {
      '1.2': withStatic(byClient('bad-signature', 'decrypt_error', 'ServerKeyExchange'), {
        noticed: false,
        because: 'static-rsa-no-key-exchange',
      }),
    },
    // The signature is the message's last field.
    apply: (cast) => ({ ...cast, server: bent(cast.server, 'ServerKeyExchange', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'server-key-of-another',
    who: 'server',
    topic: 'possession',
    measured: 'server_key_mismatch',
    expect: {
      '1.3': () => forgedByServer,
      // RFC 5246 7.4.7.1: a server that can't decrypt the premaster secret goes on with a random one and says nothing. Then the two
      // have different keys, and the first record under them, the client's Finished, can't be opened.
      '1.2': withStatic(
        byClient('bad-signature', 'decrypt_error', 'ServerKeyExchange'),
        byServer('bad-record-mac', 'bad_record_mac', 'Finished'),
      ),
    },
    apply: (cast) => ({ ...cast, server: withKey(cast.server, cast.pki.client.key) }),
  },
  {
    id: 'server-verify-left-out',
    who: 'server',
    topic: 'possession',
    expect: { '1.3': () => byClient('unexpected-message', 'unexpected_message', 'Finished') },
    apply: (cast) => ({ ...cast, server: bent(cast.server, 'CertificateVerify', () => []) }),
  },
  {
    id: 'server-verify-replayed',
    who: 'server',
    topic: 'possession',
    expect: { '1.3': () => forgedByServer },
    apply: (cast) => ({ ...cast, server: replaying(cast.server, cast, 'server') }),
  },
  {
    id: 'server-verify-other-transcript',
    who: 'server',
    topic: 'possession',
    expect: { '1.3': () => forgedByServer },
    apply: (cast) => ({ ...cast, server: signingOwnWords(cast.server, cast, 'server') }),
  },
];

/** What comes of it where the server's key signs, and where it decrypts. */
function withStatic(ephemeral: Expectation, fixed: Expectation): (scenario: Scenario) => Expectation {
  return ({ keyExchange }) => (keyExchange === 'static' ? fixed : ephemeral);
}

/** The same certificates, but this key. */
function withKey<C extends CommonConfig>(config: C, key: Identity['key']): C {
  return { ...config, identities: config.identities.map(({ chain }) => ({ chain, key })) };
}

/** Says the CertificateVerify of an honest handshake that was played before, with other randomness. */
function replaying<C extends CommonConfig>(config: C, cast: Cast, role: Role): C {
  const old = earlierVerify(cast, role);
  return old ? bent(config, 'CertificateVerify', () => [old]) : config;
}

function earlierVerify({ scenario, client: { tls12 } }: Cast, role: Role): Bytes | undefined {
  const earlier: Scenario = { ...scenario, mischief: [], seed: `${scenario.seed}, earlier` };
  const { moments } = Conversation.of(honestCast(earlier, tls12 && { tls12 })).toTheEnd();
  for (const moment of moments) {
    if (moment.who !== role || moment.insight.kind !== 'said') continue;
    const { name, bytes } = moment.insight.message;
    if (name === 'CertificateVerify') return bytes;
  }
  return undefined;
}

/** Signs its own messages as if they were the whole handshake, with the key and the scheme that it signs with anyway. */
function signingOwnWords<C extends CommonConfig>(config: C, { scenario }: Cast, role: Role): C {
  const own: Bytes[] = [];
  const listening = watching(config, (insight) => {
    if (insight.kind === 'said') own.push(insight.message.bytes);
  });
  const env = seededEnv(`${scenario.seed} ${role} other transcript`, scenario.at);
  return reworded(listening, 'CertificateVerify', dialectOf(scenario), (body) => {
    const scheme = schemeOf(body.algorithm);
    const key = config.identities[0]?.key;
    if (!scheme || !key) return body;
    return { ...body, signature: scheme.sign(key, contentOf(own, role, scenario), env) };
  });
}

/** What a CertificateVerify signs: RFC 9846 section 4.5.2, RFC 5246 section 7.4.8. */
function contentOf(messages: readonly Bytes[], role: Role, { version, suite }: Scenario): Bytes {
  return version === '1.2' ? concat(...messages) : signedContent(role, hashOf(suite), messages);
}
