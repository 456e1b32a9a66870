// What Schannel and .NET say. Data only.

import { numbered, received } from './numbered.ts';
import { sent } from './sent.ts';
import { certificateCheckedBy, checkedBy, closedBy, type Spelling, toldBy, weights } from './spelling.ts';

const client = { side: 'client' } as const;

/** Microsoft Learn, “Schannel Error Codes for TLS and SSL Alerts”: what it returns when it gets one, likeliest first. */
const schannelCodes = toldBy('Schannel', {
  SEC_E_CERT_UNKNOWN: ['certificate_unknown', 'bad_certificate', 'unsupported_certificate'],
  '0x80090327': ['certificate_unknown', 'bad_certificate', 'unsupported_certificate'],
  'an unknown error occurred while processing the certificate': [
    'certificate_unknown',
    'bad_certificate',
    'unsupported_certificate',
  ],
  SEC_E_ILLEGAL_MESSAGE: ['handshake_failure', 'illegal_parameter', 'unexpected_message'],
  '0x80090326': ['handshake_failure', 'illegal_parameter', 'unexpected_message'],
  'the message received was unexpected or badly formatted': [
    'handshake_failure',
    'illegal_parameter',
    'unexpected_message',
  ],
  SEC_E_DECRYPT_FAILURE: 'decrypt_error',
  '0x80090330': 'decrypt_error',
  'the specified data could not be decrypted': 'decrypt_error',
  SEC_E_MESSAGE_ALTERED: 'bad_record_mac',
  '0x8009030f': 'bad_record_mac',
  SEC_E_UNSUPPORTED_FUNCTION: 'protocol_version',
  '0x80090302': 'protocol_version',
  SEC_E_LOGON_DENIED: 'access_denied',
  '0x8009030c': 'access_denied',
  SEC_E_APPLICATION_PROTOCOL_MISMATCH: 'no_application_protocol',
  '0x80090367': 'no_application_protocol',
  'no common application protocol exists between the client and the server': 'no_application_protocol',
});

/** The same codes are what it says when it refuses by itself: winerror.h, with the texts that curl and .NET print. */
const schannel = [
  ...schannelCodes,
  ...certificateCheckedBy('Schannel', {
    SEC_E_UNTRUSTED_ROOT: ['no-issuer', 'self-signed'],
    '0x80090325': ['no-issuer', 'self-signed'],
    'the certificate chain was issued by an authority that is not trusted': ['no-issuer', 'self-signed'],
    CERT_E_UNTRUSTEDROOT: ['no-issuer', 'self-signed'],
    '0x800b0109': ['no-issuer', 'self-signed'],
    'a certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider': [
      'no-issuer',
      'self-signed',
    ],
    // curl lib/vtls/schannel_verify.c.
    CERT_TRUST_IS_UNTRUSTED_ROOT: ['no-issuer', 'self-signed'],
    CERT_TRUST_IS_PARTIAL_CHAIN: 'no-issuer',
    CERT_TRUST_IS_NOT_TIME_VALID: ['expired', 'not-yet-valid'],
    CERT_TRUST_REVOCATION_STATUS_UNKNOWN: 'no-revocation-list',
    'certificate chain is based on an untrusted root': ['no-issuer', 'self-signed'],
    CERT_E_CHAINING: 'no-issuer',
    '0x800b010a': 'no-issuer',
    SEC_E_CERT_EXPIRED: 'expired',
    '0x80090328': 'expired',
    'the received certificate has expired': 'expired',
    CERT_E_EXPIRED: ['expired', 'not-yet-valid'],
    '0x800b0101': ['expired', 'not-yet-valid'],
    CERT_E_WRONG_USAGE: 'wrong-usage',
    '0x800b0110': 'wrong-usage',
    'the certificate is not valid for the requested usage': 'wrong-usage',
    SEC_E_WRONG_PRINCIPAL: 'name-mismatch',
    '0x80090322': 'name-mismatch',
    'the target principal name is incorrect': 'name-mismatch',
    CERT_E_CN_NO_MATCH: 'name-mismatch',
    '0x800b010f': 'name-mismatch',
    "the certificate's cn name does not match the passed value": 'name-mismatch',
    CRYPT_E_REVOKED: 'revoked',
    '0x80092010': 'revoked',
    'the certificate is revoked': 'revoked',
    CRYPT_E_NO_REVOCATION_CHECK: 'no-revocation-list',
    '0x80092012': 'no-revocation-list',
    'the revocation function was unable to check revocation for the certificate': 'no-revocation-list',
    CRYPT_E_REVOCATION_OFFLINE: 'no-revocation-list',
    '0x80092013': 'no-revocation-list',
    'the revocation server was offline': 'no-revocation-list',
    'the revocation function was unable to check revocation because the revocation server was offline':
      'no-revocation-list',
  }),
  ...checkedBy('Schannel', {
    SEC_E_ALGORITHM_MISMATCH: ['no-common-suite', 'no-common-version'],
    '0x80090331': ['no-common-suite', 'no-common-version'],
    'the client and server cannot communicate, because they do not possess a common algorithm': [
      'no-common-suite',
      'no-common-version',
    ],
    'none of the cipher suites supported by the client application are supported by the server': 'no-common-suite',
  }),
  ...closedBy(
    'Schannel',
    [
      'failed to receive handshake, ssl/tls connection failed',
      'server closed abruptly',
      'schannel: server closed the connection',
    ],
    client,
  ),
  // Events 36887 and 36888 in their older form.
  {
    program: 'Schannel',
    find: /\bthe following fatal alert was (received|generated): (\d{1,3})\b/g,
    says: ([, way, number]: RegExpExecArray) =>
      way === 'received' ? received(Number(number)) : sent(numbered(Number(number))),
    weight: weights.alert,
  },
];

// .NET System.Security.Cryptography.X509Certificates, X509ChainStatusFlags and their texts; ASP.NET Core CertificateAuthentication.
const dotnet = [
  ...certificateCheckedBy('.NET', {
    'errors in the certificate chain: revoked': 'revoked',
    'errors in the certificate chain: revocationstatusunknown': 'no-revocation-list',
    'errors in the certificate chain: notvalidforusage': 'wrong-usage',
    'errors in the certificate chain: notsignaturevalid': 'bad-signature',
    'errors in the certificate chain: invalidbasicconstraints': 'issuer-not-ca',
    'errors in the certificate chain: hasnotpermittednameconstraint': 'name-not-permitted',
    'errors in the certificate chain: offlinerevocation': 'no-revocation-list',
    'a certificate chain could not be built to a trusted root authority': 'no-issuer',
    'a required certificate is not within its validity period': ['expired', 'not-yet-valid'],
    'validation procedure: remotecertificatechainerrors': ['no-issuer', 'self-signed', 'expired'],
    untrustedroot: ['no-issuer', 'self-signed'],
    partialchain: 'no-issuer',
    nottimevalid: ['expired', 'not-yet-valid'],
    notvalidforusage: 'wrong-usage',
    remotecertificatenamemismatch: 'name-mismatch',
  }),
  ...checkedBy('.NET', {
    remotecertificatenotavailable: 'no-client-certificate',
    'validation procedure: remotecertificatenotavailable': 'no-client-certificate',
  }),
  ...closedBy('.NET', [
    'an existing connection was forcibly closed by the remote host',
    'the underlying connection was closed',
    'unable to read data from the transport connection',
    'the handshake failed due to an unexpected packet format',
  ]),
  ...closedBy('.NET', ['authentication failed because the remote party has closed the transport stream'], {
    early: true,
  }),
];

export const windowsSpellings: readonly Spelling[] = [...(schannel as Spelling[]), ...dotnet];
