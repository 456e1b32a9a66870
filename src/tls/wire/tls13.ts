// The messages of TLS 1.3 after the hellos (RFC 9846 sections 4.4 to 4.7).

import { many, rest, sized, struct, u32, uint } from '../../bytes/index.ts';
import {
  certificateEntryExtensions,
  certificateRequestExtensions,
  encryptedExtensions,
  extensionList,
  scheme,
  ticketExtensions,
} from './extension.ts';

const encryptedExtensionsMessage = struct('EncryptedExtensions', { extensions: extensionList(encryptedExtensions) });

const certificateRequest = struct('CertificateRequest', {
  certificate_request_context: sized(1, rest()),
  extensions: extensionList(certificateRequestExtensions, 2),
});

const certificateEntry = struct('CertificateEntry', {
  cert_data: sized(3, rest('X.509'), { min: 1 }),
  extensions: extensionList(certificateEntryExtensions),
});
const certificate = struct('Certificate', {
  certificate_request_context: sized(1, rest()),
  certificate_list: sized(3, many(certificateEntry)),
});

const certificateVerify = struct('CertificateVerify', { algorithm: scheme, signature: sized(2, rest()) });
const finished = struct('Finished', { verify_data: rest() });

const newSessionTicket = struct('NewSessionTicket', {
  ticket_lifetime: u32,
  ticket_age_add: u32,
  ticket_nonce: sized(1, rest()),
  ticket: sized(2, rest(), { min: 1 }),
  extensions: extensionList(ticketExtensions),
});

const keyUpdate = struct('KeyUpdate', {
  request_update: uint(1, 'KeyUpdateRequest', (code) => ['update_not_requested', 'update_requested'][code]),
});

export const bodies13 = {
  EncryptedExtensions: encryptedExtensionsMessage,
  CertificateRequest: certificateRequest,
  Certificate: certificate,
  CertificateVerify: certificateVerify,
  Finished: finished,
  NewSessionTicket: newSessionTicket,
  KeyUpdate: keyUpdate,
};
