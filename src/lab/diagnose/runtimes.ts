// What the runtimes of other languages, and Java’s frameworks beside its own TLS, say. Data only.

import type { FaultCause } from '../../tls/index.ts';
import { certificateCheckedBy, checkedBy, closedBy, refusedBy, type Spelling } from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

// Ruby OpenSSL::SSL::SSLSocket#post_connection_check; Perl IO::Socket::SSL; PHP xp_ssl.c; Python ssl.py, urllib3 and aiohttp; Dart; Deno.
const languages = [
  ...certificateCheckedBy(
    'any program',
    {
      'does not match the server certificate': 'name-mismatch',
      'did not match expected cn': 'name-mismatch',
      'hostname verification failed': 'name-mismatch',
      'ip address mismatch, certificate is not valid for': 'name-mismatch',
      "doesn't match either of": 'name-mismatch',
      'certificate verify failed: hostname mismatch': 'name-mismatch',
      "hostname/ip does not match certificate's altnames": 'name-mismatch',
      "certificate's owner does not match hostname": 'name-mismatch',
      'certificate subject name…does not match target host name': 'name-mismatch',
      "certificate common name…doesn't match requested host name": 'name-mismatch',
      'no alternative certificate subject name matches target ip': 'name-mismatch',
      'subjectaltname does not match': 'name-mismatch',
    },
    client,
  ),
  ...certificateCheckedBy('any program', {
    'unable to locally verify the issuer’s authority': 'no-issuer',
    "unable to locally verify the issuer's authority": 'no-issuer',
    'the certificate of…is not trusted': ['no-issuer', 'self-signed'],
    "the certificate of…hasn't got a known issuer": ['no-issuer', 'self-signed'],
    "the certificate of…doesn't have a known issuer": ['no-issuer', 'self-signed'],
    'self-signed certificate encountered': 'self-signed',
    'issued certificate has expired': 'expired',
    'issued certificate not yet valid': 'not-yet-valid',
    'server certificate verification failed. cafile': ['no-issuer', 'self-signed', 'expired'],
    'certificate has been revoked': 'revoked',
    'certificate is revoked': 'revoked',
    'certificate was revoked': 'revoked',
  }),
];

// JDK 17 sun/security/provider/certpath and validator; Netty handler/ssl; Kafka SslTransportLayer; Vert.x; OkHttp; Jetty.
const java = [
  ...certificateCheckedBy('Java', {
    'certificate has been revoked, reason': 'revoked',
    'could not determine revocation status': 'no-revocation-list',
    'unable to determine revocation status': 'no-revocation-list',
    'undetermined revocation status': 'no-revocation-list',
    'trust anchor for certification path not found': ['no-issuer', 'self-signed'],
    'signature does not match': 'bad-signature',
    'subject/issuer name chaining check failed': 'no-issuer',
    'netscape cert type does not permit use for ssl client': 'wrong-usage',
    'hostname…not verified': 'name-mismatch',
    "certificate for …doesn't match any of the subject alternative names": 'name-mismatch',
    "doesn't match any of the subject alternative names": 'name-mismatch',
    "doesn't match common name of the certificate subject": 'name-mismatch',
    'https hostname wrong': 'name-mismatch',
    'wrong https hostname': 'name-mismatch',
    'certificates do not conform to algorithm constraints': ['weak-digest', 'weak-key'],
    'certpathvalidatorexception: timestamp check failed': ['expired', 'not-yet-valid'],
    'timestamp check failed': ['expired', 'not-yet-valid'],
    'issuedto…certificate expired': 'expired',
    'certificate expired on': 'expired',
    'certificate not valid till': 'not-yet-valid',
  }),
  ...checkedBy(
    'Java',
    {
      'null cert chain': 'no-client-certificate',
      'client did not provide a certificate': 'no-client-certificate',
      'certificate chain is empty': 'no-client-certificate',
    },
    server,
  ),
  ...checkedBy('Java', {
    'no appropriate protocol': 'no-common-version',
    'no negotiable cipher suite': 'no-common-suite',
    'no available authentication scheme': ['no-common-scheme', 'no-server-certificate'],
    'no supported certificateverify signature algorithm': 'no-common-scheme',
    'no supported signature algorithm': 'no-common-scheme',
    'no x.509 certificate for server authentication': ['no-common-scheme', 'no-server-certificate'],
  } satisfies Record<string, FaultCause | readonly FaultCause[]>),
  ...refusedBy('Java', [
    'general sslengine problem',
    'general opensslengine problem',
    'sun.security.validator.validatorexception',
    'javax.net.ssl.sslpeerunverifiedexception',
    'peer not authenticated',
    'chain validation failed',
  ]),
  ...closedBy('Java', [
    'closedchannelexception',
    'connection closed by peer',
    'unexpected end of stream on',
    'connection prematurely closed',
    'connection or outbound has closed',
    'closing inbound before receiving peer',
    'software caused connection abort',
    'stream closed',
    'an established connection was aborted by the software in your host machine',
  ]),
];

export const runtimeSpellings: readonly Spelling[] = [...languages, ...java];
