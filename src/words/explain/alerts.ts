// What each alert tells the side that receives it: a number, put into words. They read on after “an alert says:”.
// Data only. English, ready for other languages.

import type { AlertName } from '../../tls/index.ts';

/** An alert by its name in the registry, or one that is not there. */
export type AnyAlert = AlertName | 'unknown';

/** What an alert says, from the receiver’s point of view. */
export const newsOf = (alert: AnyAlert): string => news[alert];

const old = 'from versions of TLS that are not spoken any more';

const news: Readonly<Record<AnyAlert, string>> = {
  close_notify: 'the other side sends nothing more',
  unexpected_message: 'a message came that had no place there. Which one, it does not say',
  bad_record_mac: 'a record did not open. Somebody changed it on the way, or the keys differ',
  decryption_failed_RESERVED: `a record did not decrypt. It is ${old}: it told attackers too much`,
  record_overflow: 'a record was too long',
  decompression_failure_RESERVED: `a compressed record could not be unpacked. It is ${old}: TLS no longer compresses`,
  handshake_failure: 'the two have too little in common. What is missing, it does not say',
  no_certificate_RESERVED: `the client has no certificate to show. It is ${old}: an empty Certificate says the same`,
  bad_certificate: 'its own certificate is damaged, has a signature that does not hold, or is bad in another way',
  unsupported_certificate: 'its own certificate is of a kind that is of no use here',
  certificate_revoked: 'its own certificate was withdrawn by whoever issued it',
  certificate_expired: 'its own certificate is out of date, or does not count yet',
  certificate_unknown: 'its own certificate was refused, for a reason that has no alert of its own',
  illegal_parameter: 'a value in one of its messages makes no sense. Which one, it does not say',
  unknown_ca: 'its own certificate was refused, because the other side does not trust whoever issued it',
  access_denied:
    'by the standard, its certificate is good but does not open this door. Some programs send it for a certificate that they don’t trust',
  decode_error: 'one of its messages could not be read. Which one, it does not say',
  decrypt_error:
    'a signature or a checksum did not fit: one that it made itself, or one in its certificates. Which one, it does not say',
  export_restriction_RESERVED: `it broke the rules for exported, weakened encryption. It is ${old}`,
  protocol_version: 'the other side does not speak this version of TLS',
  insufficient_security: 'what it offers is too weak for the other side',
  internal_error: 'something went wrong at the other side that has nothing to do with it',
  inappropriate_fallback: 'it tried an older version although both speak a newer one',
  user_canceled: 'somebody at the other end called it off',
  no_renegotiation: 'it does not shake hands a second time in one connection',
  missing_extension: 'an extension was missing in one of its messages',
  unsupported_extension: 'it answered with an extension that nobody had asked for',
  certificate_unobtainable_RESERVED: `its certificate could not be fetched from where it said. It is ${old}`,
  unrecognized_name: 'nobody by the name that it asked for is there',
  bad_certificate_status_response: 'the proof that its certificate was not withdrawn is of no use',
  bad_certificate_hash_value_RESERVED: `a fetched certificate is not the one that it announced. It is ${old}`,
  unknown_psk_identity: 'the other side does not know the secret from earlier that it wanted to use',
  certificate_required: 'it should have shown a certificate',
  general_error: 'something is wrong. What, the other side can’t or won’t say',
  no_application_protocol: 'none of the application protocols that it offered is spoken here',
  ech_required: 'the other side insists on an encrypted ClientHello (ECH), and this one was not taken',
  unknown: 'something is wrong. The number of the alert says no more than that',
};
