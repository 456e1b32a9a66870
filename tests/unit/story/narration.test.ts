import { describe, expect, it } from 'vitest';
import type { Scenario, Timeline } from '../../../src/lab/index.ts';
import { catalogue, defaultScenario, flawOf, run } from '../../../src/lab/index.ts';
import { versionOf } from '../../../src/story/account.ts';
import { titleOf } from '../../../src/story/arrows.ts';
import { captionOf } from '../../../src/story/captions.ts';
import { type Narration, tellerOf } from '../../../src/story/explain/index.ts';
import { toLayers } from '../../../src/story/fields/index.ts';
import { rich, spoken, stepLabel, summary, textOf } from '../../../src/story/index.ts';
import { type AlertName, alertOfCause, type Role } from '../../../src/tls/index.ts';
import { heading } from '../../../src/words/explain/headings.ts';
import { lesson } from '../../../src/words/explain/lessons.ts';
import { logLines } from '../../../src/words/logs.ts';
import { sectionReference } from '../../../src/words/references.ts';
import measured from '../../vectors/data/alerts.json' with { type: 'json' };
import { badSignature, lapsed, nothingToShow, played, stepOf, untrusted, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const leftovers = /undefined|null,|NaN|\[object|!|—|\*\*|`| {2}|\bsimply\b|\.\./i;

describe.each(variants)('the prose of a run: %s', (_, patch) => {
  const timeline = played(patch);
  const narrations = [0, ...timeline.steps.map(({ number }) => number)].map((cursor) => narrated(timeline, cursor));

  it('has a title, a story and a reference for every step', () => {
    for (const { title, lead, references } of narrations) {
      expect(title).not.toBe('');
      expect(lead.length).toBeGreaterThan(0);
      expect(references.length).toBeGreaterThan(0);
      for (const { url } of references) expect(url).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#/);
    }
  });

  it('reads as English: no holes, no shouting, no leftover marks', () => {
    for (const text of [
      ...narrations.flatMap(allTexts),
      ...spoken(timeline, timeline.steps.length).map((each) => each.text),
    ]) {
      expect(text).not.toMatch(leftovers);
    }
  });

  it('speaks a sentence for each step, in order', () => {
    const sentences = spoken(timeline, timeline.steps.length);
    expect(sentences.map(({ step }) => step)).toEqual([0, ...timeline.steps.map(({ number }) => number)]);
    expect(spoken(timeline, 2.2)).toHaveLength(4);
  });
});

describe('a refusal in words', () => {
  it('tells an untrusted issuer from both sides', () => {
    const told = last(played(untrusted));
    expect(told.title).toBe('The server does not know who issued this certificate');
    expect(textOf(told.lead[0] ?? [])).toContain('Stranger Root CA');
    expect(told.found?.title).toBe('What the server found');
    expect(textOf(told.found?.text ?? [])).toContain('It sends unknown_ca (48) and closes.');
    expect(told.otherSide?.title).toBe('What the client gets to see');
    expect(textOf(told.otherSide?.text ?? [])).toContain('It believed that the handshake was over two steps ago.');
    expect(outcomes(told)).toMatchObject({
      'May be used by clients': 'passed',
      'The chain ends at a CA that the server trusts': 'failed',
      'Proof of possession: signed with the key of this certificate': 'skipped',
    });
    expect(told.logs?.lines.map(({ text }) => text)).toEqual([
      '0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca: SSL alert number 48',
      'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
      '*** Received alert [48]: CA is unknown',
    ]);
  });

  it('tells a bad signature from a good certificate', () => {
    const told = last(played(badSignature));
    expect(told.title).toBe('The client can’t prove that it holds the key');
    expect(outcomes(told)).toMatchObject({
      'The chain ends at a CA that the server trusts': 'passed',
      'Proof of possession: signed with the key of this certificate': 'failed',
    });
  });

  it('tells that nothing was shown', () => {
    const told = last(played(nothingToShow));
    expect(told.title).toBe('The server insists, and the client shows nothing');
    expect(outcomes(told)).toEqual({ 'The client shows a certificate, since the server insists': 'failed' });
  });

  it('gives no verdict away before the server has reached it', () => {
    const timeline = played(untrusted);
    const certificate = timeline.steps.filter(({ name }) => name === 'Certificate').at(-1);
    const told = narrated(timeline, certificate?.number ?? 0);
    const outcomes = told.checks.flatMap(({ lines }) => lines.map(({ outcome }) => outcome));
    expect(new Set(outcomes)).toEqual(new Set(['open', 'skipped']));
    // Nobody gets to look at the signature in this run.
    expect(outcomes.filter((outcome) => outcome === 'skipped')).toHaveLength(1);
  });

  it.each(['1.2', '1.3'] as const)('has a heading and a lesson for every cause in TLS %s', (version) => {
    const causes = Object.keys(alertOfCause) as (keyof typeof alertOfCause)[];
    for (const cause of causes) {
      for (const parties of [
        { by: 'server', of: 'client', version } as const,
        { by: 'client', of: 'server', version, meddled: 'in the clear' } as const,
      ]) {
        expect(heading(cause, parties)).toMatch(/^(The|There|What|Somebody|A) [^.]*$/);
        expect(textOf(rich(lesson(cause, parties)))).toMatch(/^[^*`]{40,}\.$/);
      }
    }
  });
});

describe('what the network did', () => {
  const titleOfRefusal = (patch: Partial<Scenario>) => {
    const timeline = played(patch);
    const alert = timeline.steps.find(({ kind, name }) => kind === 'alert' && name !== 'alert close_notify');
    return alert && { by: alert.from, title: narrated(timeline, alert.number).title };
  };

  it.each([
    ['1.3', { id: 'flip', at: 1, params: { offset: 5, mask: 1 } }, 'What the client hears is not what the server said'],
    ['1.2', { id: 'flip', at: 0, params: { offset: 0, mask: 1 } }, 'What the server hears is not what the client said'],
    ['1.3', { id: 'cleartext-injected' }, 'What the client hears is not what the server said'],
    ['1.2', { id: 'change-cipher-spec-twice' }, 'What arrived is not what the client sent'],
  ] as const)('is not put down to a side: TLS %s, %o', (version, mischief, title) => {
    expect(titleOfRefusal({ version, mischief: [mischief] })?.title).toBe(title);
  });

  it.each(['1.2', '1.3'] as const)('is not put down to a side in TLS %s, wherever a bit flips', (version) => {
    for (const at of [0, 1, 2])
      for (const offset of [0, 1, 3, 5, 6, 8, 9, 10, 43, 44, 76, 77, 78, 79, 81, 82, 85, 90, 100, 120])
        for (const mask of [1, 64]) {
          const told = titleOfRefusal({ version, mischief: [{ id: 'flip', at, params: { offset, mask } }] });
          const blamed = told?.by === 'client' ? 'The server' : 'The client';
          const title = told?.title ?? '';
          const unjust = title.startsWith(blamed) && !title.includes('has not signed what') ? title : '';
          expect({ at, offset, mask, unjust }).toEqual({ at, offset, mask, unjust: '' });
        }
  });
});

describe('the whole catalogue in words', () => {
  const plays = catalogue().flatMap(({ id }) =>
    (['1.2', '1.3'] as const).flatMap((version): [string, '1.2' | '1.3'][] =>
      flawOf({ id }, { version }) === undefined ? [[id, version]] : [],
    ),
  );

  it.each(plays)('%s in TLS %s reads as English wherever it shows, and quotes its own standard', (id, version) => {
    const scenario: Scenario = { ...defaultScenario, version, mischief: [{ id }] };
    const timeline = run(scenario);
    const spoken = versionOf(timeline);
    const [versions] = textOf(summary(scenario)).split(', client');
    expect(versions).toBe(`TLS ${version}${spoken === version ? '' : ` wanted, TLS ${spoken} answered`}`);
    for (const { number } of timeline.steps) {
      const told = narrated(timeline, number);
      for (const text of allTexts(told)) expect(text).not.toMatch(leftovers);
      if (tellerOf(timeline, number) !== 'refusal') continue;
      expect(told.references.length).toBeGreaterThan(0);
      const foreign = versionOf(timeline) === '1.2' ? /9846, (?!4\.2\.3)/ : /5246|8422/;
      expect(told.references.filter(({ text }) => foreign.test(text))).toEqual([]);
    }
  });
});

describe('the checks of a step', () => {
  it('carry the values that were looked at', () => {
    const timeline = played();
    const lines = narrated(timeline, 5).checks.flatMap((list) => list.lines);
    const value = (text: string) => lines.find((line) => textOf(line.text) === text)?.value;
    expect(value('Names the server that was wanted')).toContain('api.example');
    expect(value('May be used by servers')).toContain('serverAuth');
    expect(value('Whoever issued a certificate is allowed to issue')).toContain('CA: TRUE');
  });

  it('tell a warning with its reason, neither as passed nor as failed', () => {
    const lines = narrated(lapsed, 5).checks.flatMap((list) => list.lines);
    expect(lines.find(({ outcome }) => outcome === 'warned')).toMatchObject({
      value: expect.stringContaining('Countersign Server Issuing CA: version 3'),
      reason: expect.stringContaining('a CA must have a subjectKeyIdentifier'),
      reference: { text: 'RFC 5280, 4.2.1.2' },
    });
    expect(lines.some(({ outcome }) => outcome === 'failed')).toBe(false);
  });

  it('tell which suite the server found', () => {
    const lines = narrated(played(), 1).checks.flatMap((list) => list.lines);
    expect(lines.some(({ value }) => value === 'TLS_AES_128_GCM_SHA256')).toBe(true);
  });

  it('do not claim a common group for a hello that was sent back', () => {
    const lines = narrated(played({ retry: true }), 1).checks.flatMap((list) => list.lines);
    expect(lines.some(({ value }) => value === 'x25519')).toBe(false);
  });
});

describe('a ServerHello without a key share', () => {
  const timeline = played({ mischief: [{ id: 'server-missing-key-share' }] });
  const told = narrated(timeline, stepOf(timeline, 'ServerHello', 'server'));

  it('is told by what it lacks', () => {
    expect(told.title).toBe('The server chooses, but sends no key share');
    expect(textOf(told.gist)).toBe(
      'The server picks TLS 1.3 and AES-128-GCM, but leaves out its key share: the client has nothing to make keys from.',
    );
    expect(allTexts(told).join(' ')).not.toMatch(/key exchange in |0 bytes|Both get the same secret/);
    expect(told.facts.map(({ name }) => name)).not.toContain('Group');
  });

  it('leads to a refusal that names it', () => {
    expect(last(timeline).title).toBe('The server leaves out what the handshake can’t do without');
    expect(textOf(last(timeline).found?.text ?? [])).toContain('The ServerHello carries no key_share');
  });
});

describe('a handshake message in the place of data', () => {
  it.each([
    ['1.2', 'hello-request', 1, 'HelloRequest', 'wants another handshake', 'The server wants to shake hands again'],
    ['1.2', 'renegotiation', 1, 'ClientHello', 'wants another handshake', 'The client wants to shake hands again'],
    ['1.3', 'hello-request', 1, 'hello_request', '', 'The server says hello_request after the handshake'],
    ['1.3', 'renegotiation', 1, 'ClientHello', 'wants another handshake', 'The client says ClientHello after'],
    ['1.3', 'client-unexpected-message', 6, 'Finished', 'checksum', 'The client says Finished after the handshake'],
    [
      '1.3',
      'server-unexpected-message',
      8,
      'CertificateRequest',
      'who are you?',
      'The server asks for a certificate after',
    ],
    ['1.2', 'client-unexpected-message', 7, 'Finished', 'checksum', 'The client says Finished after the handshake'],
    ['1.2', 'server-unexpected-message', 8, 'Finished', 'checksum', 'The server says Finished after the handshake'],
  ] as const)('is told as what it is: TLS %s, %s at %i', (version, id, at, name, caption, title) => {
    const timeline = played({ version, mischief: [at === 1 ? { id } : { id, at }] });
    const finished = timeline.steps
      .filter(({ name: each, phase }) => each === 'Finished' && !/data/.test(phase))
      .at(-1);
    const step = timeline.steps.find((each) => each.name === name && each.number > (finished?.number ?? 0));
    if (!step) throw new Error(`no ${name}`);
    expect(titleOf(timeline, step)).toBe(name);
    expect(captionOf(timeline, step) ?? '').toContain(caption);
    const told = narrated(timeline, step.number);
    expect(told.title).toContain(title);
    expect(allTexts(told).join(' ')).not.toMatch(/ speaks|of data under/);
    expect(told.facts.map(({ value }) => value).join(' ')).toContain('AES-128-GCM');
    const layers = toLayers(timeline, step);
    expect(layers.map(({ id }) => id)).toEqual(['record:0', 'plaintext:0', 'message']);
    const message = layers.at(-1);
    expect(message?.title).toBe(name);
    expect(message?.field.children[0]?.name).toBe('msg_type');
    expect(message?.from).toEqual([{ layer: 'plaintext:0', start: 0, end: message?.bytes.length }]);
  });
});

describe('small words', () => {
  it('say a scenario in one line', () => {
    expect(textOf(summary({ ...defaultScenario, ...untrusted }))).toBe(
      'TLS 1.3, client authentication required, the client’s certificate comes from a CA the server does not trust',
    );
    expect(
      summary(defaultScenario)
        .filter(({ strong }) => strong)
        .map(({ text }) => text),
    ).toEqual(['TLS 1.3', 'required']);
  });

  it('say in that line which version was wanted and which was answered', () => {
    expect(textOf(summary({ ...defaultScenario, mischief: [{ id: 'downgrade' }] }))).toBe(
      'TLS 1.3 wanted, TLS 1.2 answered, client authentication required, Downgrade to an older version',
    );
  });

  it('claim no flipped bit where the record has no such byte, or there is no such record', () => {
    const line = (...mischief: Scenario['mischief']) => {
      return textOf(summary({ ...defaultScenario, mischief }, played({ mischief }))).split('required, ')[1];
    };
    const { length = 0 } =
      played().moments.flatMap((each) => ('carriage' in each ? [each.carriage.bytes] : []))[1] ?? [];
    const flip = (at: number, offset: number) => ({ id: 'flip', at, params: { offset, mask: 4 } });
    expect(line(flip(1, length - 1))).toBe('A flipped bit');
    const well = ', and everything goes well all the same';
    expect(line(flip(1, length))).toBe(`A flip that meets no byte${well}`);
    expect(line(flip(99, 0))).toBe(`A flip that meets no byte${well}`);
    expect(line({ id: 'flip' })).toBe('A flipped bit');
    expect(line(flip(1, 7), flip(1, length))).toBe('A flipped bit, A flip that meets no byte');
    expect(line({ id: 'record-dropped' })).toBe('A record lost');
  });

  it('label steps, and tell two of a name apart', () => {
    const timeline = played();
    const labels = timeline.steps.map((step) => stepLabel(timeline, step));
    expect(labels).toContain('CertificateRequest');
    expect(labels).toContain('Certificate (client)');
  });

  it('print an alert as OpenSSL does', () => {
    expect(logLines('bad_record_mac', 20, 'client')[0]?.text).toBe(
      '0A0003FC:SSL routines:ssl3_read_bytes:sslv3 alert bad record mac: SSL alert number 20',
    );
    expect(logLines('certificate_required', 116, 'client')[1]?.text).toBe('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
    expect(logLines('user_canceled', 90, 'client')).toEqual([]);
  });

  it.each(Object.entries(measured.receivedAlertShownAs))('are those that were seen for alert %s', (code, seen) => {
    const told = (reader: Role) => logLines(seen.name as AlertName, Number(code), reader).map(({ text }) => text);
    expect(told('client')).toEqual([seen.openssl, seen.node, seen['gnutls-cli']]);
    expect(told('server')).toEqual([seen.openssl, seen.node, seen.gnutls]);
  });

  it('link sections of other standards', () => {
    expect(sectionReference('RFC 5280 4.2.1.9')).toEqual({
      text: 'RFC 5280, 4.2.1.9',
      url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.9',
    });
  });
});

function last(timeline: Timeline): Narration {
  return narrated(timeline, timeline.steps.length);
}

function outcomes({ checks }: Narration): Record<string, string> {
  return Object.fromEntries(checks.flatMap(({ lines }) => lines.map((line) => [textOf(line.text), line.outcome])));
}

function allTexts(told: Narration): string[] {
  const asides = [told.found, told.otherSide].flatMap((aside) => (aside ? [aside.title, textOf(aside.text)] : []));
  const reasons = [told.why, told.breaksWithout].flatMap((text) => (text ? [textOf(text)] : []));
  const lines = told.checks.flatMap((list) => [list.title, ...list.lines.map((line) => textOf(line.text))]);
  return [told.title, ...told.lead.map(textOf), ...asides, ...reasons, ...lines, ...told.facts.map(({ name }) => name)];
}

describe('what other programs do', () => {
  const conductAt = (patch: Partial<Scenario>) => {
    const timeline = played(patch);
    const at = timeline.steps.find(({ name }) => name.startsWith('alert') && !name.includes('close_notify'));
    return narrated(timeline, at?.number ?? 0).conduct;
  };

  it('is told where it was measured, also where they differ', () => {
    const lines = conductAt({ mischief: [{ id: 'client-expired' }] })?.lines;
    expect(lines).toEqual([
      { program: 'OpenSSL', text: 'sends certificate_expired (45)' },
      {
        program: 'GnuTLS',
        text: expect.stringContaining('sends access_denied (49); then bad_certificate (42), which nobody reads'),
      },
      { program: 'Node.js', text: 'closes without an alert' },
    ]);
  });

  it('is not told for what was not measured, nor for several mishaps at once', () => {
    expect(conductAt({ mischief: [{ id: 'share-swapped' }] })).toBeUndefined();
    expect(conductAt({ mischief: [{ id: 'client-expired' }, { id: 'bad-signature' }] })).toBeUndefined();
  });

  it('is not told of a run in which another side notices than in the one that was measured', () => {
    const mischief = [{ id: 'server-key-of-another' }];
    const shared = { mischief, version: '1.2', keys: 'RSA' } as const;
    expect(conductAt(shared)?.lines[0]).toEqual({ program: 'OpenSSL', text: 'sends decrypt_error (51)' });
    expect(conductAt({ ...shared, keyExchange: 'static' })).toBeUndefined();
  });
});
