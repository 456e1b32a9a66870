// Lines that name a reason lead to the entries of the real catalogue that fail for it, and to no others that share the alert.

import { describe, expect, it } from 'vitest';
import { failedCheckOf } from '../../../src/lab/diagnose/failings.ts';
import { diagnose } from '../../../src/lab/diagnose/index.ts';
import { certificateCauses } from '../../../src/lab/diagnose/spelling.ts';
import { catalogue, defaultScenario, type Entry, expectationOf, staged, supply } from '../../../src/lab/index.ts';
import { play } from '../../../src/lab/run.ts';
import type { Cause } from '../../../src/pki/index.ts';
import { alertDescriptions, type Version } from '../../../src/tls/index.ts';
import { clueSentence } from '../../../src/words/catalogue/index.ts';

await supply();

const versions: readonly Version[] = ['1.3', '1.2'];

/** The suggestions for a text, best first. */
function suggestions(text: string) {
  const diagnosis = diagnose(text, catalogue());
  return diagnosis.known ? diagnosis.suggestions : [];
}

describe('a line that names its reason', () => {
  it.each<[text: string, ids: readonly string[]]>([
    ['No subject alternative DNS name matching api found.', ['server-wrong-name']],
    ['Error code: SSL_ERROR_BAD_CERT_DOMAIN', ['server-wrong-name']],
    ['SSL: no alternative certificate subject name matches target host name', ['server-wrong-name']],
    [
      'x509: certificate has expired or is not yet valid',
      ['client-expired', 'server-expired', 'client-not-yet-valid', 'server-not-yet-valid', 'server-clock-behind'],
    ],
    ['MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', ['server-not-yet-valid']],
    ['client SSL certificate verify error: (18:self-signed certificate)', ['client-self-signed']],
    ["code: 'DEPTH_ZERO_SELF_SIGNED_CERT'", ['server-self-signed', 'client-self-signed']],
    ['client SSL certificate verify error: (24:invalid CA certificate)', ['client-issuer-not-ca']],
    [
      'client SSL certificate verify error: (20:unable to get local issuer certificate)',
      ['untrusted-ca', 'client-missing-intermediate', 'intermediate-as-anchor'],
    ],
    [
      'certificate verify failed: unhandled critical extension',
      ['client-unknown-critical-extension', 'server-unknown-critical-extension'],
    ],
    ['invalid peer certificate: BadEncoding', ['client-not-der', 'server-not-der']],
    ['ERR_SSL_SERVER_CERT_BAD_FORMAT', ['server-not-der']],
    // A digest that is too weak, in what the other side showed.
    ['verify error:num=68:CA signature digest algorithm too weak', ['client-weak-digest']],
    ['client SSL certificate verify error: (68:CA signature digest algorithm too weak)', ['client-weak-digest']],
    ['X509_V_ERR_CA_MD_TOO_WEAK', ['client-weak-digest']],
    [
      'PKIX path validation failed: java.security.cert.CertPathValidatorException: Algorithm constraints check failed on signature algorithm: SHA1withECDSA',
      ['client-weak-digest'],
    ],
    ['x509: cannot verify signature: insecure algorithm ECDSA-SHA1', ['client-weak-digest']],
    ['The certificate chain uses insecure algorithm.', ['client-weak-digest', 'client-weak-key']],
    ['! The certificate is signed with an unacceptable hash.', ['client-weak-digest']],
  ])('%s', (text, ids) => {
    const found = suggestions(text);
    expect(found.map(({ entry }) => entry.id)).toEqual(ids);
    for (const { because } of found) expect(because.why).toBe('reason-said');
  });

  it('in a log with another one leads to both', () => {
    const log = 'x509: certificate is valid for www, not api\nMOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE';
    expect(suggestions(log).map(({ entry }) => entry.id)).toEqual(['server-wrong-name', 'server-not-yet-valid']);
  });

  it('that nothing here fails for leads nowhere, or to what is close to it, and says so', () => {
    expect(suggestions('NET::ERR_CERT_WEAK_KEY')).toEqual([]);
    const [found] = suggestions('verify error:num=48:excluded subtree violation');
    expect(found?.entry.id).toBe('client-wrong-name');
    expect(found && clueSentence(found.because, alertDescriptions.codes)).toBe(
      'The server says “excluded subtree violation”; nothing here fails for just that, but what it minds here is close to it.',
    );
  });

  it('is not a line that tells of an alert only', () => {
    const found = suggestions('SSL3 alert write:fatal:bad certificate');
    expect(found.map(({ entry }) => entry.id)).toContain('server-wrong-name');
    for (const { because } of found) expect(because.why).toBe('reason-hinted');
  });
});

describe('the check of a certificate that an entry fails', () => {
  const refusing = versions.flatMap((version) =>
    catalogue().flatMap((entry) => (isRefused(entry, version) ? [[entry.id, version, entry] as const] : [])),
  );

  it.each(refusing)('%s in TLS %s is the one that its run fails', (_, version, entry) => {
    expect(failedCheckOf(entry)).toBe(playedFailure(entry, version));
  });

  it('is known of no entry that is not refused for one', () => {
    const known = catalogue().filter((entry) => failedCheckOf(entry) !== undefined);
    expect(new Set(known)).toEqual(new Set(refusing.map(([, , entry]) => entry)));
  });
});

/** Whether a certificate is refused here. */
function isRefused(entry: Entry, version: Version): boolean {
  const expectation = expectationOf(entry, { ...defaultScenario, version }, { id: entry.id });
  return expectation?.noticed === true && certificateCauses.includes(expectation.cause);
}

/** The check that fails when the entry is played. */
function playedFailure(entry: Entry, version: Version): Cause | undefined {
  const { moments } = play(staged(entry, { ...defaultScenario, version }));
  const failures = moments.flatMap((moment) => {
    const verdict = moment.who !== 'network' && moment.insight.kind === 'verdict' ? moment.insight.verdict : undefined;
    return verdict?.failed ? [verdict.failed.detail] : [];
  });
  return failures[0];
}
