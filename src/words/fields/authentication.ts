// What the fields of the messages after the hellos mean. Keys are ends of paths, without indices.
// Data only. English, ready for other languages.

export const authenticationFields: Readonly<Record<string, string>> = {
  EncryptedExtensions: 'The server’s remaining answers, the first message that is encrypted.',
  'EncryptedExtensions.extensions': 'Answers to extensions of the ClientHello that are not needed to make keys.',

  CertificateRequest: 'The server asks the client for a certificate.',
  certificate_request_context:
    'Ties an answer to its question. Empty during the handshake, where there is only one question.',
  'CertificateRequest.extensions': 'What the certificate should be like.',

  Certificate: 'A chain of certificates: the sender’s own first, then those that vouch for it.',
  certificate_list:
    'The chain, the sender’s own certificate first. Empty when a client has none to show. The root is usually left out: the other side has it.',
  'certificate_list.[]': 'One certificate with its extensions.',
  cert_data: 'The certificate, as DER. It opens as a layer of its own.',
  'certificate_list.extensions': 'Extensions about this certificate, such as a proof that it was not withdrawn.',

  CertificateVerify: 'A signature over everything said so far, made with the key of the certificate.',
  algorithm: 'The signature scheme: kind of key, and hash.',
  signature:
    'The signature. It covers 64 spaces, a text that says who signs, a zero byte, and the hash of all messages before this one.',

  Finished: 'A checksum over the whole handshake, made with a key that both sides share.',
  verify_data: 'HMAC over the hash of all messages so far. The receiver computes the same and compares.',

  NewSessionTicket: 'A ticket with which the client can resume this session later.',
  ticket_lifetime: 'For how many seconds the ticket is good; seven days at most.',
  ticket_age_add:
    'A random number that is added to the ticket’s age when it is used, so that nobody can follow a client by it.',
  ticket_nonce: 'Makes the secrets of several tickets of one connection differ.',
  ticket: 'The ticket itself. What is in it only the server knows.',
  'NewSessionTicket.extensions': 'Extensions of the ticket, such as permission to send early data.',

  KeyUpdate: 'The sender takes new keys from the next record on.',
  request_update: 'Whether the other side should take new keys too.',

  Unknown: 'A handshake message that is not read here: its type is unknown, or has no place yet.',
};
