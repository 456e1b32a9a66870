// Lines about no refused handshake: nothing was sent yet, it was decided elsewhere, or nobody knows the words. Each is told as what it is,
// and none leads to a run that would claim another cause.

import { describe, expect, it } from 'vitest';
import { diagnose, type Remark } from '../../../src/lab/diagnose/index.ts';
import { catalogue, supply } from '../../../src/lab/index.ts';
import { alertDescriptions } from '../../../src/tls/index.ts';
import { puzzleSentence, readingSentence } from '../../../src/words/catalogue/index.ts';

await supply();

function read(text: string) {
  const diagnosis = diagnose(text, catalogue());
  if (!diagnosis.known) throw new Error(`${text} is not known`);
  const [first] = diagnosis.readings;
  const ids = diagnosis.suggestions.map(({ entry }) => entry.id);
  return { ...diagnosis, first, ids, said: first && readingSentence(first, ids.length > 0, alertDescriptions.codes) };
}

describe('a file that could not be used', () => {
  it.each<[program: string, line: string, mishap: Remark]>([
    // Each as printed by that program, with the file of its source in src/lab/diagnose/unsent.ts and unsent-products.ts.
    [
      'OpenSSL 1.1',
      'error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch',
      'key-of-another',
    ],
    ['OpenSSL 3', 'error:0480006C:PEM routines::no start line', 'no-pem'],
    ['OpenSSL 1.1', 'error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt', 'wrong-password'],
    ['openssl pkcs12', 'Mac verify error: invalid password?', 'mac'],
    [
      'OpenSSL 3',
      'error:0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:crypto/evp/evp_fetch.c:349:Global default library context, Algorithm (RC2-40-CBC : 0), Properties ()',
      'old-encryption',
    ],
    ['OpenSSL 3', 'error:0A00018F:SSL routines::ee key too small', 'weak-key'],
    ['libp11', 'error:81067070:PKCS#11 module:p11_load:Unable to load PKCS#11 module', 'token'],
    ['OpenSSL 3', 'error:0A00018E:SSL routines::ca md too weak', 'weak-digest'],
    [
      'Node.js',
      "Error: error:05800074:x509 certificate routines::key values mismatch, code: 'ERR_OSSL_X509_KEY_VALUES_MISMATCH'",
      'key-of-another',
    ],
    ['Node.js', 'Error: unsupported PKCS12 PFX data', 'old-encryption'],
    ['Python', 'ssl.SSLError: [X509: KEY_VALUES_MISMATCH] key values mismatch (_ssl.c:4067)', 'key-of-another'],
    ['Ruby', 'PKCS12_parse: mac verify failure (OpenSSL::PKCS12::PKCS12Error)', 'mac'],
    ['Go', 'tls: private key does not match public key', 'key-of-another'],
    ['Go', 'pkcs12: decryption password incorrect', 'wrong-password'],
    ['Java', 'java.io.IOException: keystore password was incorrect', 'keystore-password'],
    [
      'Java',
      'java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
      'no-anchors',
    ],
    ['Java', 'java.io.IOException: Invalid keystore format', 'keystore-format'],
    ['Java', 'java.security.NoSuchAlgorithmException: Algorithm HmacPBESHA256 not available', 'old-encryption'],
    ['.NET', 'The specified network password is not correct.', 'wrong-password'],
    [
      'Schannel',
      'Win32Exception (0x8009030E): No credentials are available in the security package',
      'key-out-of-reach',
    ],
    ['Secure Transport', 'OSStatus error -25300', 'keychain'],
    ['Java', 'java.lang.IllegalArgumentException: Private key must be accompanied by certificate chain', 'no-key'],
    ['rustls', 'InconsistentKeys(KeyMismatch)', 'key-of-another'],
    ['rustls', 'Error: keys may not be consistent: KeyMismatch', 'key-of-another'],
    ['mbed TLS', 'PEM - No PEM header or footer found', 'no-pem'],
    [
      'curl',
      'curl: (58) could not load PEM client certificate, OpenSSL error error:0480006C:PEM routines::no start line',
      'no-pem',
    ],
    ['curl', "curl: (58) not supported file type 'PFX' for certificate", 'settings'],
    ['curl', 'curl: (58) not supported file type for private key', 'settings'],
    [
      'nginx',
      'nginx: [emerg] cannot load certificate key "/k.pem": PEM_read_bio_PrivateKey() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: ANY PRIVATE KEY)',
      'no-pem',
    ],
    ['nginx', 'nginx: [emerg] no ssl_client_certificate for ssl_verify_client', 'anchors-not-loaded'],
    ['librdkafka', 'Failed to parse ssl.keystore.location PKCS#12 file: c.p12: ', 'wrong-password'],
    ['librdkafka', 'Failed to open ssl.keystore.location: c.p12: ', 'no-file'],
    ['HAProxy', "Proxy 'www': unable to set CA file 'ca.pem' for bind '*:443' at [h.cfg:9].", 'anchors-not-loaded'],
    ['HAProxy', "unable to load SSL certificate file '/x.pem' file does not exist.", 'no-file'],
    ['OpenVPN', 'Cannot load inline certificate file', 'not-readable'],
    ['PostgreSQL', 'certificate present, but not private key file "/home/u/.postgresql/postgresql.key"', 'no-key'],
    ['mosquitto', 'Error: Server certificate/key are inconsistent.', 'key-of-another'],
    ['Envoy', 'TLS error: Secret is not supplied by SDS', 'no-certificate-set'],
  ])('%s: %s', (_, line, mishap) => {
    const { first, ids, said } = read(line);
    expect([first?.kind, first?.remark, ids]).toEqual(['unsent', mishap, []]);
    expect(said).toContain('Nothing was sent yet: ');
  });

  it('says more than the end of a connection that never was', () => {
    const { readings } = read('key values mismatch\nconnection reset by peer');
    expect(readings).toHaveLength(1);
  });
});

describe('an answer that no handshake gave', () => {
  it.each<[line: string, beside: Remark, ids: readonly string[]]>([
    ['<center>No required SSL certificate was sent</center>', 'nginx-none', ['no-client-certificate']],
    ['400 The SSL certificate error', 'nginx-refused', ['untrusted-ca']],
    ['400 The plain HTTP request was sent to HTTPS port', 'nginx-plain-http', []],
    ['HTTP Error 403.7 - Forbidden', 'iis-required', ['no-client-certificate']],
    ['HTTP Error 403.13 - Client certificate revoked', 'iis-revoked', ['client-revoked']],
    ['HTTP Error 403.16 - Forbidden', 'iis-untrusted', ['untrusted-ca']],
    ['2026-11-23 12:00:00 GET / - 443 - 192.0.2.1 curl - 403 16 2148204809 0 5', 'iis-untrusted', ['untrusted-ca']],
    ['HTTP/2 421 Misdirected Request', 'misdirected', ['misdirected-request']],
    [
      'client attempted to request the server name different from the one that was negotiated while reading client request headers, client: 127.0.0.1, server: www.example, host: "api.example"',
      'misdirected',
      ['misdirected-request'],
    ],
    [
      'AH02032: Hostname www.example provided via SNI and hostname api.example provided via HTTP have no compatible SSL setup',
      'misdirected',
      ['misdirected-request'],
    ],
    ['TLS options difference: SNI:default, Header:mtls', 'misdirected', ['misdirected-request']],
    [
      'strict host matching: TLS ServerName (www.example) and HTTP Host (api.example) values differ',
      'misdirected',
      ['misdirected-request'],
    ],
    ['curl: (22) The requested URL returned error: 403', 'forbidden', []],
    [
      'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
      'envoy-upstream',
      [],
    ],
    ['AH10158: cannot perform post-handshake authentication', 'after-the-handshake', []],
    [
      'Warning: no suitable certificate found - continuing without client authentication',
      'shows-none',
      ['no-client-certificate'],
    ],
    ['Left with 0 client certificates to choose from.', 'shows-none', ['no-client-certificate']],
    ['error:0A00010B:SSL routines::wrong version number', 'plain-text', []],
  ])('%s', (line, beside, ids) => {
    const answer = read(line);
    expect(answer.readings.map(({ remark }) => remark)).toContain(beside);
    expect(answer.ids.slice(0, 1)).toEqual(ids);
    expect(answer.said).not.toBe('');
  });

  it('names the status, who decided, and the layer', () => {
    expect(read('403.7').said).toBe(
      'IIS, “403.7”. This is a status of HTTP, 403.7: IIS decided, not TLS. It wanted a certificate for this address, and the client showed none.',
    );
    expect(read('No required SSL certificate was sent').said).toContain('with status 400 (496 inside nginx)');
  });

  it('gives way to a reason of TLS in the same line', () => {
    const line =
      'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: TLS_error:|268436498:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE:TLS_error_end';
    expect(read(line).first).toMatchObject({ kind: 'alert', alerts: ['bad_certificate'] });
  });
});

describe('what nobody knows', () => {
  const said = (text: string) => {
    const diagnosis = diagnose(text, catalogue());
    return diagnosis.known ? 'known' : puzzleSentence(diagnosis.puzzle);
  };

  it('is not asked for what it has', () => {
    const sentence = said('FATAL the peer gave alert Qux over certificate 7 in the handshake');
    expect(sentence).not.toContain('Look for a line with');
    expect(sentence).toContain('speaks of an alert, certificates and a handshake');
    expect(sentence).toContain('“FATAL the peer gave alert Qux over certificate 7 in the handshake”');
    expect(sentence).toContain('The log of the other side');
  });

  it('is told what to look for where it has nothing of it', () => {
    expect(said('all is well')).toContain('Look for a line with “alert”, “certificate” or “handshake”');
    expect(said('the TLS library is 3.0')).toContain('though it speaks of TLS');
  });

  it('is told that it names no error where it tells of none', () => {
    expect(said('the certificate of the baker hangs on the wall')).toContain('it tells of no error that is known here');
  });
});
