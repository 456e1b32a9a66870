// What Apple's Secure Transport and URLSession say. Data only.

import type { Cause } from '../../pki/index.ts';
import { certificateCheckedBy, closedBy, refusalFor, type Spelling, toldBy } from './spelling.ts';

const client = { side: 'client' } as const;

// Apple Security/SecureTransport.h: errSSLPeer… are alerts that came from the other side.
const apple = toldBy('Apple', {
  errSSLPeerUnexpectedMsg: 'unexpected_message',
  errSSLPeerBadRecordMac: 'bad_record_mac',
  errSSLPeerHandshakeFail: 'handshake_failure',
  errSSLPeerBadCert: 'bad_certificate',
  errSSLPeerUnsupportedCert: 'unsupported_certificate',
  errSSLPeerCertRevoked: 'certificate_revoked',
  errSSLPeerCertExpired: 'certificate_expired',
  errSSLPeerCertUnknown: 'certificate_unknown',
  errSSLPeerUnknownCA: 'unknown_ca',
  errSSLPeerAccessDenied: 'access_denied',
  errSSLPeerDecodeError: 'decode_error',
  errSSLPeerDecryptError: 'decrypt_error',
  errSSLPeerProtocolVersion: 'protocol_version',
  errSSLPeerInsufficientSecurity: 'insufficient_security',
  errSSLPeerInternalError: 'internal_error',
});

/** The last two digits of what a client minds of a server. */
const appleReasons: Readonly<Record<string, readonly Cause[]>> = {
  '07': ['no-issuer', 'self-signed', 'expired'],
  '12': ['no-issuer'],
  '13': ['no-issuer'],
  '14': ['expired'],
  '15': ['not-yet-valid'],
  '43': ['name-mismatch'],
};

// The same file, and NSURLError.h: what the printing side, a client, minds itself.
const appleChecks: readonly Spelling[] = [
  ...certificateCheckedBy(
    'Apple',
    {
      errSSLXCertChainInvalid: ['no-issuer', 'self-signed', 'expired'],
      errSSLUnknownRootCert: 'no-issuer',
      errSSLNoRootCert: 'no-issuer',
      errSSLCertExpired: 'expired',
      errSSLCertNotYetValid: 'not-yet-valid',
      errSSLHostNameMismatch: 'name-mismatch',
      'nsurlerrordomain code=-1201': ['expired', 'not-yet-valid'],
      'nsurlerrordomain code=-1202': ['no-issuer', 'self-signed', 'name-mismatch'],
      'nsurlerrordomain code=-1203': 'no-issuer',
      'nsurlerrordomain code=-1204': 'not-yet-valid',
      'the certificate for this server is invalid. you might be connecting to a server that is pretending to be': [
        'no-issuer',
        'self-signed',
        'name-mismatch',
      ],
    },
    client,
  ),
  {
    program: 'Apple',
    find: /(?:^|[^\d.-])-98(07|12|13|14|15|43)\b/g,
    says: ([, number = '']: RegExpExecArray) => ({ ...refusalFor(appleReasons[number] ?? []), side: 'client' }),
    weight: 5,
  },
  ...closedBy('Apple', [
    'errSSLClosedAbort',
    'errSSLClosedNoNotify',
    'errSSLClosedGraceful',
    'nsurlerrordomain code=-1005',
    'sslhandshake failed (-9806)',
    '-9806',
    '-9816',
  ]),
];

export const appleSpellings: readonly Spelling[] = [...apple, ...appleChecks];
