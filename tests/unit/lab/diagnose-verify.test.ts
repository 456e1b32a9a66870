// OpenSSL's reasons for refusing a certificate: all of them, by number and by text, as programs print them; each leads to a run, or to a
// sentence about why there is none.

import { describe, expect, it } from 'vitest';
import { diagnose, readLog } from '../../../src/lab/diagnose/index.ts';
import { verifyErrors } from '../../../src/lab/diagnose/verify-errors.ts';
import { catalogue, supply } from '../../../src/lab/index.ts';
import { alertDescriptions } from '../../../src/tls/index.ts';
import { readingSentence } from '../../../src/words/catalogue/index.ts';

await supply();

const rows = verifyErrors.map(([number, name, texts]) => ({ number, name, text: texts[0] }));

describe('every reason of OpenSSL’s', () => {
  it('is there, from 1 to 95', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 95 }, (_, at) => at + 1));
  });

  it.each(rows)('$number $name leads to a run, or to a sentence that says why there is none', ({ number, text }) => {
    const line = `verify error:num=${number}:${text ?? 'certificate rejected'}`;
    const diagnosis = diagnose(line, catalogue());
    if (!diagnosis.known) throw new Error('unknown');
    const [first] = diagnosis.readings;
    const sentence = first && readingSentence(first, diagnosis.suggestions.length > 0, alertDescriptions.codes);
    if (diagnosis.suggestions.length === 0)
      expect(sentence).toMatch(/so there is no run of it here|nothing that ends like this/);
    else
      for (const { because } of diagnosis.suggestions) expect(['shown', 'reason-said', 'kin']).toContain(because.why);
  });

  it.each(rows.filter(({ number }) => number !== 24))(
    '$number is the same by number, by text and by name',
    ({ number, name, text }) => {
      const [byNumber] = readLog(`error ${number} at 0 depth lookup`);
      const others = [`X509_V_ERR_${name}`, ...(text ? [`certificate verify failed: ${text}`] : [])];
      for (const other of others) {
        const [reading] = readLog(other);
        expect([reading?.details, reading?.remark]).toEqual([byNumber?.details, byNumber?.remark]);
        expect(reading?.weight).toBe(5);
      }
    },
  );
});

describe('a program’s way to print it', () => {
  it.each([
    // nginx src/http/ngx_http_request.c.
    [
      'nginx',
      '*2 client SSL certificate verify error: (12:CRL has expired) while reading client request headers',
      'server',
    ],
    // OpenVPN src/openvpn/ssl_verify_openssl.c.
    ['OpenVPN', '192.0.2.1:37072 VERIFY ERROR: depth=0, error=CRL has expired: CN=client', 'server'],
    // uWSGI core/ssl.c.
    ['uWSGI', '[uwsgi-ssl] client certificate verify error: num=12:CRL has expired:depth=0:/CN=x', 'server'],
    // stunnel src/verify.c.
    ['OpenSSL', 'LOG4[5]: CERT: Pre-verification error: CRL has expired', undefined],
    // HAProxy, %[ssl_c_verify] in a log format of one's own, and ssl_c_err.
    ['OpenSSL', 'frontend/1: ssl_c_verify:12 ', undefined],
    ['OpenSSL', 'ssl_c_verify=12', undefined],
    // PostgreSQL 16 src/backend/libpq/be-secure-openssl.c.
    ['PostgreSQL', 'DETAIL:  Client certificate verification failed at depth 0: CRL has expired.', 'server'],
    // Apache modules/ssl/ssl_engine_kernel.c.
    ['Apache', '[ssl:info] AH02276: Certificate Verification: Error (12): CRL has expired', 'server'],
    // OpenSSL apps/verify.c and s_client.
    ['OpenSSL', 'error 12 at 0 depth lookup: CRL has expired', undefined],
    ['OpenSSL', 'Verify return code: 12 (CRL has expired)', undefined],
    // curl lib/vtls/openssl.c.
    ['curl', 'curl: (60) SSL certificate problem: CRL has expired', 'client'],
  ])('%s: %s', (program, line, side) => {
    const [reading, ...others] = readLog(line);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: 'check', program, details: ['revocation-list-outdated'] });
    expect(reading?.side).toBe(side);
  });
});

describe('a reason that isn’t known', () => {
  it.each([
    ['certificate verify failed: something new about certificates', 'something new about certificates'],
    ['VERIFY ERROR: depth=0, error=certificate verify failed, reason=NewCertPolicyKind', 'NewCertPolicyKind'],
    ['error:0A000086:SSL routines::certificate verify failed (CERT_TOO_SHINY)', 'CERT_TOO_SHINY'],
  ])('is quoted, not denied: %s', (line, unread) => {
    const diagnosis = diagnose(line, catalogue());
    expect(diagnosis).toMatchObject({ known: true, unread: [unread] });
    if (!diagnosis.known) return;
    const [first] = diagnosis.readings;
    expect(first && readingSentence(first, true, alertDescriptions.codes)).toContain(`Beside it stands “${unread}”`);
  });
});
