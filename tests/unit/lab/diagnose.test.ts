// What a log says is found in a catalogue, and what nobody knows is admitted.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Expectation } from '../../../src/lab/catalogue/entry.ts';
import { diagnose } from '../../../src/lab/diagnose/index.ts';
import { type AlertName, alertDescriptions, type FaultCause, type Role, type Version } from '../../../src/tls/index.ts';
import { clueSentence, puzzleSentence } from '../../../src/words/catalogue/index.ts';

type Plot = Partial<Record<Version, Expectation>>;

function entry(id: string, plot: Plot): Entry {
  const expectations = Object.entries(plot).map(([version, expectation]) => [version, () => expectation]);
  return { id, topic: 'certificate', who: 'client', expect: Object.fromEntries(expectations), apply: (cast) => cast };
}

function seen(by: Role, cause: FaultCause, alert: AlertName): Expectation {
  return { noticed: true, by, cause, alert, at: { from: by === 'server' ? 'client' : 'server', name: 'Certificate' } };
}

function both(expectation: Expectation): Plot {
  return { '1.2': expectation, '1.3': expectation };
}

const unnoticed = { noticed: false, because: 'client-not-asked' } as const;
const entries = [
  entry('server-untrusted-ca', both(seen('client', 'untrusted-issuer', 'unknown_ca'))),
  entry('untrusted-ca', both(seen('server', 'untrusted-issuer', 'unknown_ca'))),
  entry('client-self-signed', both(seen('server', 'untrusted-issuer', 'unknown_ca'))),
  entry('client-expired', both(seen('server', 'certificate-expired', 'certificate_expired'))),
  entry('no-shared-suite', both(seen('server', 'no-common-suite', 'handshake_failure'))),
  entry('no-client-certificate', {
    '1.3': seen('server', 'no-client-certificate', 'certificate_required'),
    '1.2': seen('server', 'no-client-certificate', 'handshake_failure'),
  }),
  entry('flipped', both(seen('server', 'bad-signature', 'decrypt_error'))),
  entry('key-exchange', { '1.2': seen('client', 'bad-signature', 'decrypt_error') }),
  entry('answered', {
    '1.3': {
      ...seen('client', 'bad-record-mac', 'bad_record_mac'),
      answer: { cause: 'unexpected-record', alert: 'unexpected_message' },
    } as Expectation,
  }),
  entry('lost', both({ ...seen('server', 'bad-finished', 'decrypt_error'), answer: 'lost' } as Expectation)),
  entry('connection-cut', both({ noticed: 'cut', by: ['client'], because: 'cut-without-goodbye' })),
  entry('harmless', both(unnoticed)),
];

/** The ids that a text leads to, best first. */
function leads(text: string): readonly string[] {
  const diagnosis = diagnose(text, entries);
  return diagnosis.known
    ? diagnosis.suggestions.map((suggestion) => suggestion.entry.id)
    : [puzzleSentence(diagnosis.puzzle)];
}

/** The best suggestion, as the reader is told. */
function best(text: string) {
  const diagnosis = diagnose(text, entries);
  const [first] = diagnosis.known ? diagnosis.suggestions : [];
  return first && { ...first, because: clueSentence(first.because, alertDescriptions.codes) };
}

describe('a diagnosis', () => {
  it('of an alert finds what the other side sends it for, the commonest first', () => {
    expect(leads('tlsv1 alert unknown ca').slice(0, 3)).toEqual([
      'untrusted-ca',
      'server-untrusted-ca',
      'client-self-signed',
    ]);
    expect(best('tlsv1 alert unknown ca')).toMatchObject({
      version: '1.3',
      printedBy: 'client',
      because:
        '“tlsv1 alert unknown ca”: the client was told unknown_ca (48), and in TLS 1.3 the server sends just that here.',
    });
  });

  it('of an alert that one side printed looks at the other side only', () => {
    const line = 'http: TLS handshake error from 10.0.0.9:1: remote error: tls: unknown certificate authority';
    expect(leads(line)).toEqual(['server-untrusted-ca']);
    expect(best(line)?.printedBy).toBe('server');
  });

  it('of a check looks at the side that printed it', () => {
    expect(leads('curl: (60) SSL certificate problem: unable to get local issuer certificate')).toEqual([
      'server-untrusted-ca',
    ]);
    expect(leads('client SSL certificate verify error: (20:unable to get local issuer certificate)')[0]).toBe(
      'untrusted-ca',
    );
    expect(best('peer did not return a certificate')).toMatchObject({ version: '1.3', printedBy: 'server' });
  });

  it('keeps to the check that failed', () => {
    expect(leads('verify error:num=18:self-signed certificate')).toEqual(['client-self-signed']);
  });

  it('keeps to the version that the text tells', () => {
    expect(leads('tlsv13 alert certificate required')).toEqual(['no-client-certificate']);
    expect(best('tlsv13 alert certificate required')?.version).toBe('1.3');
    expect(best('sslv3 alert handshake failure')).toMatchObject({
      version: '1.2',
      entry: { id: 'no-client-certificate' },
    });
    expect(leads('sslv3 alert handshake failure').slice(0, 2)).toEqual(['no-client-certificate', 'no-shared-suite']);
    expect(leads('Invalid ECDH ServerKeyExchange signature')).toEqual(['key-exchange']);
  });

  it('of a whole log lets the most telling line win', () => {
    const log = 'tlsv1 alert unknown ca\nverify error:num=10:certificate has expired\nread ECONNRESET';
    expect(leads(log)[0]).toBe('client-expired');
    expect(leads(log)).toContain('untrusted-ca');
  });

  it('knows that real peers answer otherwise', () => {
    expect(leads('Alert[2|49] - Access was denied - was received')).toEqual([
      'untrusted-ca',
      'client-expired',
      'client-self-signed',
    ]);
    expect(best('Alert[2|49]')?.because).toBe(
      '“Alert[2|49]”: GnuTLS as the server sends access_denied (49) and bad_certificate (42) where others send unknown_ca (48).',
    );
    expect(leads('Received fatal alert: certificate_unknown')).toContain('client-expired');
    expect(leads('remote error: tls: bad certificate')).toContain('no-client-certificate');
  });

  it('of a connection that just ended finds late refusals, cut wires, and peers that refuse without a word', () => {
    const found = leads('socket hang up');
    expect(found[0]).toBe('no-client-certificate');
    expect(found).toEqual(expect.arrayContaining(['connection-cut', 'untrusted-ca', 'lost', 'server-untrusted-ca']));
    expect(found).not.toContain('no-shared-suite');
    expect(best('write EPIPE')).toMatchObject({
      version: '1.3',
      printedBy: 'client',
      because:
        '“EPIPE”: in TLS 1.3 the client is done before the server has looked at its certificate. If it writes at once, that write breaks, and the alert, certificate_required (116), stays unread.',
    });
  });

  it('finds the second refusal, of a side that can’t read the first one’s alert', () => {
    expect(best('error:0A000064:SSL routines::app data in handshake')).toMatchObject({
      entry: { id: 'answered' },
      printedBy: 'server',
    });
  });

  it('names each entry once, and none that nobody notices', () => {
    for (const text of [
      'ERR_BAD_SSL_CLIENT_AUTH_CERT',
      'certificate verify failed',
      'socket hang up',
      'decrypt_error',
    ]) {
      const ids = leads(text);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('harmless');
    }
  });

  it('may understand a text that nothing here leads to', () => {
    expect(diagnose('Received fatal alert: user_canceled', entries)).toMatchObject({ known: true, suggestions: [] });
  });
});

describe('a reason', () => {
  it('says honestly how much the text tells', () => {
    expect(best('verify error:num=10:certificate has expired')?.because).toBe(
      'The server says itself what it minds, “certificate has expired”, and here it minds that.',
    );
    expect(best('certificate verify failed')?.because).toBe(
      'The server says only “certificate verify failed”, and what it minds here is one of the reasons for that.',
    );
    expect(best('No required SSL certificate was sent')?.because).toBe(
      'The client was told “No required SSL certificate was sent”, and that is what the server minds here.',
    );
    expect(best('ERR_BAD_SSL_CLIENT_AUTH_CERT')?.because).toContain('perhaps with certificate_required (116)');
  });
});

describe('what nobody knows', () => {
  it('is admitted, with what to look for', () => {
    const prose = 'The cause is unknown: access denied after an internal error, said the handshake manual.';
    for (const text of ['hello', prose, 'code 48', '42', 'SSL', '/etc/ssl/certs/ca.pem']) {
      expect(diagnose(text, entries)).toMatchObject({ known: false, puzzle: { why: 'unknown' } });
    }
    expect(leads(' \n ')[0]).toContain('paste');
    expect(diagnose('error:0A00010B:SSL routines::wrong version number', entries)).toMatchObject({
      known: true,
      readings: [{ kind: 'beside', remark: 'plain-text' }],
      suggestions: [],
    });
  });

  it('never throws, whatever it is', () => {
    const words = [
      'alert',
      'SSL alert number ',
      'error:0A000',
      'Alert[2|',
      'tlsv1 alert ',
      '…',
      '\n',
      '\tat ',
      '_',
      ' ',
      '999',
      '"',
      'ERR_',
    ];
    const garbage = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })), { maxLength: 40 });
    fc.assert(
      fc.property(garbage, (parts) => {
        const diagnosis = diagnose(parts.join(''), entries);
        if (!diagnosis.known) expect(puzzleSentence(diagnosis.puzzle)).toMatch(/[.:]/);
      }),
    );
  });

  it.each([
    'x',
    'alert ',
    'ssl routines:',
    'tlsv1 alert unknown ca ',
    '.',
    '\n\tat ',
    'certificate verify failed\n\tat x',
  ])('is bounded: a megabyte of %j', (unit) => {
    const before = performance.now();
    diagnose(unit.repeat(1_000_000 / unit.length), entries);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('reads a long log to its end, and of a very long one its beginning and its end', () => {
    for (const size of [70_000, 1_000_000, 3_000_000])
      expect(diagnose(`${'x\n'.repeat(size / 2)}tlsv1 alert unknown ca`, entries).known).toBe(true);
    expect(diagnose(`tlsv1 alert unknown ca${'\nx'.repeat(2_000_000)}`, entries).known).toBe(true);
  });
});
