// What the server of TLS 1.3 says in its one flight, and how it chooses what to say (RFC 9846 sections 4.2.3 to 4.5.2). It knows no states.

import { type Bytes, EMPTY, fromText } from '../../bytes/index.ts';
import type { Group, Scheme } from '../../crypto/index.ts';
import type { Shown } from '../../pki/index.ts';
import { peerSchemesOf, type ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { chooseIdentity, keyOf, maySign } from '../identity.ts';
import { answerShare } from '../keys/exchange.ts';
import { signedContent } from '../keys/proofs.ts';
import { earlyStage, type HandshakeStage, handshakeStage } from '../keys/schedule.ts';
import type { Suite } from '../keys/suite.ts';
import { extended, type Transcript } from '../keys/transcript.ts';
import { codesOf } from '../negotiation.ts';
import { noteSecret, type Outbox } from '../outbox.ts';
import { trafficKeys } from '../record/protect.ts';
import {
  certificateRequestExtensions,
  type Extension,
  encryptedExtensions,
  extension,
  find,
  serverHelloExtensions,
} from '../wire/extension.ts';
import { groupNames, signatureSchemes, versions } from '../wire/iana.ts';
import type { Body, ClientHello } from '../wire/message.ts';
import { namedAuthorities, noteIdentity, noteScheme, requestedName, schemesIn } from './choice.ts';

type Out = Outbox<ServerConfig>;

/** What the hellos settled. */
export interface Agreed {
  readonly hello: ClientHello;
  readonly suite: Suite;
  readonly group: Group;
  /** The client's share. */
  readonly share: Bytes;
  /** … up to and with this ClientHello. */
  readonly transcript: Transcript;
  readonly retried: boolean;
}

/** The certificate to show and the scheme to sign with. @throws TlsFault no-server-certificate, no-common-scheme */
export function chooseServerIdentity(hello: ClientHello, out: Out): { identity: Shown; scheme: Scheme } {
  const { identities: all, schemes, heedKeyUsage } = out.config;
  const identities = heedKeyUsage?.includes('1.3') ? all.filter(maySign) : all;
  const accepted = find(hello.extensions, 'signature_algorithms')?.supported_signature_algorithms ?? [];
  if (all.length === 0) throw new TlsFault('no-server-certificate', {});
  const choice = chooseIdentity(identities, { version: '1.3', own: schemes, accepted });
  if (!choice.identity) {
    throw new TlsFault('no-common-scheme', { offered: schemesIn(hello) });
  }
  noteIdentity(choice.identity, choice.reason, out);
  noteScheme(choice.scheme, out);
  return choice;
}

/** RFC 9846 section 4.2.3; then both directions switch to the handshake keys. */
export function sayServerHello(agreed: Agreed, out: Out): { stage: HandshakeStage; transcript: Transcript } {
  const { hello, suite, group } = agreed;
  const answer = answerShare(group, 'server', out.env, agreed.share, 'shared_secret');
  if (!answer) throw new TlsFault('bad-key-share', { what: 'point', of: 'client', group: group.name });
  const said = out.send({
    name: 'ServerHello',
    body: {
      legacy_version: versions.codes['TLS 1.2'],
      random: out.env.random(32),
      legacy_session_id_echo: hello.legacy_session_id,
      cipher_suite: suite.code,
      legacy_compression_method: 0,
      extensions: [
        extension(serverHelloExtensions, 'supported_versions', { selected_version: versions.codes['TLS 1.3'] }),
        extension(serverHelloExtensions, 'key_share', {
          server_share: { group: groupNames.codes[group.name], key_exchange: answer.share.value },
        }),
      ],
    },
  });
  // RFC 9846 appendix E.4: right after the first message, once, if the client sent a session id.
  if (hello.legacy_session_id.length > 0 && !agreed.retried) out.sendChangeCipherSpec();
  const note = noteSecret(out);
  note(answer.agreed);
  const transcript = extended(agreed.transcript, ...said);
  const stage = handshakeStage(earlyStage(suite.hash, note), answer.agreed, transcript, note);
  out.install('write', trafficKeys(suite, stage.traffic.server));
  out.install('read', trafficKeys(suite, stage.traffic.client));
  return { stage, transcript };
}

/** RFC 9846 section 4.4.1. */
export function sayExtensions(
  transcript: Transcript,
  protocol: string | null,
  hello: ClientHello,
  out: Out,
): Transcript {
  const extensions: Extension<typeof encryptedExtensions>[] = [];
  if (requestedName(hello) !== null) extensions.push(extension(encryptedExtensions, 'server_name', null));
  if (protocol !== null) {
    const list = { protocol_name_list: [fromText(protocol)] };
    extensions.push(extension(encryptedExtensions, 'application_layer_protocol_negotiation', list));
  }
  return extended(transcript, ...out.send({ name: 'EncryptedExtensions', body: { extensions } }));
}

/** RFC 9846 section 4.4.2. */
export function sayRequest(transcript: Transcript, out: Out): Transcript {
  const authorities = namedAuthorities(out, '1.3');
  const supported_signature_algorithms = codesOf(peerSchemesOf(out.config), signatureSchemes);
  const extensions = [
    extension(certificateRequestExtensions, 'signature_algorithms', { supported_signature_algorithms }),
  ];
  if (authorities.length > 0) {
    extensions.push(extension(certificateRequestExtensions, 'certificate_authorities', { authorities }));
  }
  return extended(
    transcript,
    ...out.send({ name: 'CertificateRequest', body: { certificate_request_context: EMPTY, extensions } }),
  );
}

/** Certificate and CertificateVerify (RFC 9846 sections 4.5.1 and 4.5.2). @returns the transcript with both */
export function sayIdentity(
  transcript: Transcript,
  identity: Shown,
  scheme: Scheme,
  suite: Suite,
  out: Out,
): Transcript {
  const certificate_list = identity.chain.map(({ der }) => ({ cert_data: der, extensions: [] }));
  const body: Body<'Certificate'> = { certificate_request_context: EMPTY, certificate_list };
  const shown = extended(transcript, ...out.send({ name: 'Certificate', body }));
  const signature = scheme.sign(keyOf(identity), signedContent('server', suite.hash, shown), out.env);
  const algorithm = signatureSchemes.codes[scheme.name];
  return extended(shown, ...out.send({ name: 'CertificateVerify', body: { algorithm, signature } }));
}
