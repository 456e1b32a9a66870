// Messages that look right in themselves, for whoever wants to say them at the wrong moment, and a way to say them when the handshake is
// over. It must not know single entries.

import { type Bytes, EMPTY, equal } from '../../bytes/index.ts';
import { seededEnv } from '../../crypto/index.ts';
import { clientCertificateTypes, contentTypes, handshakeTypes, type Role, signatureSchemes } from '../../tls/index.ts';
import { VERIFY_LENGTH } from '../../tls/keys/index.ts';
import { certificateRequestExtensions, encodeMessage, extension, type Message } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import type { Scenario } from '../scenario.ts';
import type { Script } from '../script.ts';
import { hashOf } from './reword.ts';
import { sealed } from './seal.ts';

/** Messages that can be made without knowing the handshake. */
export type Plausible =
  | 'Certificate'
  | 'CertificateRequest'
  | 'CertificateVerify'
  | 'Finished'
  | 'HelloRequest'
  | 'KeyUpdate'
  | 'NewSessionTicket'
  | 'ServerHelloDone';

interface Means {
  /** The speaker’s certificates. */
  readonly chain: readonly Bytes[];
  /** What looks like a signature, a ticket or a hash, and is none. */
  readonly noise: (length: number) => Bytes;
  readonly scenario: Scenario;
}
type Makers = Readonly<Partial<Record<Plausible, (means: Means) => Message>>>;

const accepted = [signatureSchemes.codes.ed25519];
const proof = ({ noise }: Means) => ({ algorithm: signatureSchemes.codes.ed25519, signature: noise(64) });

const makers13: Makers = {
  Certificate: ({ chain }) => {
    const certificate_list = chain.map((cert_data) => ({ cert_data, extensions: [] }));
    return { name: 'Certificate', body: { certificate_request_context: EMPTY, certificate_list } };
  },
  CertificateRequest: () => {
    const schemes = { supported_signature_algorithms: accepted };
    const extensions = [extension(certificateRequestExtensions, 'signature_algorithms', schemes)];
    return { name: 'CertificateRequest', body: { certificate_request_context: EMPTY, extensions } };
  },
  CertificateVerify: (means) => ({ name: 'CertificateVerify', body: proof(means) }),
  Finished: ({ noise, scenario }) => {
    return { name: 'Finished', body: { verify_data: noise(hashOf(scenario.suite).length) } };
  },
  // RFC 9846 4: its number is reserved.
  HelloRequest: () => ({ name: 'Unknown', type: handshakeTypes.codes.hello_request, body: EMPTY }),
  KeyUpdate: () => ({ name: 'KeyUpdate', body: { request_update: 0 } }),
  NewSessionTicket: ({ noise }) => {
    const numbers = { ticket_lifetime: 7200, ticket_age_add: 0, ticket_nonce: Uint8Array.of(0) };
    return { name: 'NewSessionTicket', body: { ...numbers, ticket: noise(32), extensions: [] } };
  },
};

/** None of these depends on how the keys are exchanged. */
const dialect = '1.2';
const { rsa_sign, ecdsa_sign } = clientCertificateTypes.codes;

const makers12: Makers = {
  Certificate: ({ chain }) => ({ name: 'Certificate', dialect, body: { certificate_list: chain } }),
  CertificateRequest: () => {
    const certificate_types = [rsa_sign, ecdsa_sign];
    const body = { certificate_types, supported_signature_algorithms: accepted, certificate_authorities: [] };
    return { name: 'CertificateRequest', dialect, body };
  },
  CertificateVerify: (means) => ({ name: 'CertificateVerify', dialect, body: proof(means) }),
  Finished: ({ noise }) => ({ name: 'Finished', dialect, body: { verify_data: noise(VERIFY_LENGTH) } }),
  HelloRequest: () => ({ name: 'HelloRequest', dialect, body: {} }),
  NewSessionTicket: ({ noise }) => {
    const body = { ticket_lifetime_hint: 7200, ticket: noise(32) };
    return { name: 'NewSessionTicket', dialect, body };
  },
  ServerHelloDone: () => ({ name: 'ServerHelloDone', dialect, body: {} }),
};

/**
 * A message of this name, as it would look if that side had reason to say it.
 * @throws RangeError when the scenario’s version has no such message
 */
export function plausible(name: Plausible, who: Role, cast: Cast): Bytes {
  const { scenario } = cast;
  const env = seededEnv(`${scenario.seed} ${who} out of turn`, scenario.at);
  const chain = (cast[who].identities[0]?.chain ?? []).map(({ der }) => der);
  const make = (scenario.version === '1.3' ? makers13 : makers12)[name];
  if (!make) throw new RangeError(`TLS ${scenario.version} has no ${name}`);
  return encodeMessage(make({ chain, scenario, noise: (length) => env.random(length) })).bytes;
}

/**
 * The same cast, but as soon as there is a connection and a side has something to say, it says a handshake message first.
 * @param message asked for when it is said
 */
export function sayingFirst(cast: Cast, who: Role, message: () => Bytes): Cast {
  const script: Script = (role, said, status, insights) => {
    if (role !== who) return cast.script(role, said, status, insights);
    const line = cast.script(role, said.slice(1), status, insights);
    return said.length === 0 && line?.kind === 'send' ? { kind: 'send', data: message() } : line;
  };
  const { handshake, application_data } = contentTypes.codes;
  const config = sealed(cast[who], (inner) =>
    inner.type === application_data && equal(inner.content, message()) ? { ...inner, type: handshake } : inner,
  );
  return { ...cast, script, [who]: config };
}
