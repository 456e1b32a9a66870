import { describe, expect, it } from 'vitest';
import { defaultScenario, type Scenario, type Timeline } from '../../../src/lab/index.ts';
import { type Narration, narrate, tellerOf } from '../../../src/story/explain/index.ts';
import { spoken, stepLabel, summary, textOf } from '../../../src/story/index.ts';
import {
  nothingToShow,
  played,
  played12,
  staticRsa,
  stepOf,
  tls12Variants,
  truncated,
  untrusted,
  warned,
} from './runs.ts';
import { narrated } from './tellers.ts';

describe.each(tls12Variants)('the prose of TLS 1.2: %s', (_, patch) => {
  const timeline = played(patch);
  const told = timeline.steps.map(({ number }) => narrated(timeline, number));

  it('is asked for, and missed when it is not there', () => {
    expect(tellerOf(timeline, 1)).toBe('message12');
    expect(() => narrate(timeline, 1)).toThrow(RangeError);
  });

  it('has a chapter for every step, which says why it is there and what breaks without it', () => {
    for (const { title, why, breaksWithout, found } of told) {
      expect(title).not.toMatch(/^The (client|server) sends \w+$/);
      if (!found) expect([textOf(why ?? []), textOf(breaksWithout ?? [])]).not.toContain('');
    }
  });

  it('leads to the standards of TLS 1.2', () => {
    const texts = told.flatMap(({ references }) => references.map(({ text }) => text));
    expect(texts.filter((text) => /9846|8446/.test(text))).toEqual([]);
  });

  it('claims nothing of TLS 1.3 in checks and facts, and has no handshake keys', () => {
    const small = told.flatMap(({ checks, facts }) => [
      ...checks.flatMap(({ lines }) => lines.map((line) => `${textOf(line.text)} ${line.value ?? ''}`)),
      ...facts.map(({ value }) => value),
    ]);
    const whole = [...small, ...spoken(timeline, timeline.steps.length).map(({ text }) => text)].join('\n');
    expect(whole).not.toMatch(/1\.3|handshake keys|HelloRetry|EncryptedExtensions/);
    expect(told.map(leadOf).join('\n')).not.toMatch(/handshake keys|surprise/);
  });
});

describe('what TLS 1.2 teaches', () => {
  const say = (patch: Partial<Scenario>, name: string, from: 'client' | 'server'): string =>
    allOf(narrationOf(played12(patch), name, from));

  it.each([
    ['Certificate', 'client', 'travels in the clear'],
    ['ServerKeyExchange', 'server', 'both randoms and the share, and nothing else'],
    ['ServerKeyExchange', 'server', 'forward secrecy'],
    ['ServerKeyExchange', 'server', 'x25519, 32 bytes'],
    ['ClientKeyExchange', 'client', 'extended master secret'],
    ['ClientKeyExchange', 'client', 'the key block, 40 bytes'],
    ['CertificateVerify', 'client', 'every message from ClientHello to ClientKeyExchange'],
    ['change_cipher_spec', 'client', 'no handshake message'],
    ['Finished', 'client', 'not connected yet'],
    ['Finished', 'client', '12 bytes'],
    ['Finished', 'server', 'Only now is the client connected'],
  ] as const)('%s of the %s: %s', (name, from, words) => {
    expect(say({}, name, from)).toContain(words);
  });

  it('tells the price of static RSA', () => {
    expect(say(staticRsa, 'ClientKeyExchange', 'client')).toContain(
      'whoever gets that key later can open every recording',
    );
    expect(say(staticRsa, 'Certificate', 'server')).toContain('the server signs nothing');
    expect(say(staticRsa, 'Finished', 'server')).toContain('the proof of who the server is');
  });

  it('does not promise a certificate that nobody asked for', () => {
    expect(say({ clientAuthentication: 'off' }, 'Finished', 'server')).not.toContain('your certificate');
    expect(say({ clientAuthentication: 'off' }, 'ServerHelloDone', 'server')).not.toContain('who are you');
  });
});

describe('the checks of TLS 1.2', () => {
  const outcomes = (patch: Partial<Scenario>, name: string, from: 'client' | 'server') =>
    Object.fromEntries(
      narrationOf(played12(patch), name, from).checks.flatMap(({ lines }) =>
        lines.map((line) => [textOf(line.text), line.outcome]),
      ),
    );

  it('find the signature in ServerKeyExchange', () => {
    expect(outcomes({}, 'ServerKeyExchange', 'server')).toMatchObject({
      'The signature fits the key, both randoms and the key share': 'passed',
    });
  });

  it('have Finished passed where it is heard, although the keys for the answer come later', () => {
    expect(outcomes({}, 'Finished', 'client')).toMatchObject({
      'The checksum is the one that this side computes itself': 'passed',
    });
  });

  it('let a server of static RSA prove itself by Finished', () => {
    const timeline = played12(staticRsa);
    const question = 'Proof of possession: only the key of this certificate opens the way to Finished';
    expect(outcomes(staticRsa, 'Certificate', 'server')).toMatchObject({ [question]: 'open' });
    expect(tellerOf(timeline, 1)).toBe('message12');
  });
});

describe('refusals in TLS 1.2', () => {
  const last = (timeline: Timeline) => narrated(timeline, timeline.steps.length);

  it('reach the client in the middle of the handshake, for everybody to read', () => {
    const told = last(played12(untrusted));
    expect(told.title).toBe('The server does not know who issued this certificate');
    const seen = textOf(told.otherSide?.text ?? []);
    expect(seen).toContain('In the middle of the handshake an alert arrives');
    expect(seen).toContain('The alert travels in the clear');
    expect(told.references.map(({ text }) => text)).toEqual(['RFC 5246, 7.4.6', 'RFC 5246, 7.2.2']);
  });

  it('say that there is no alert for a missing certificate', () => {
    const told = last(played12(nothingToShow));
    expect(leadOf(told)).toContain('TLS 1.2 has no alert that says so');
    expect(textOf(told.found?.text ?? [])).toContain('It sends handshake_failure (40) and closes.');
  });

  it('tell what began on the wire', () => {
    const told = last(played12({ mischief: [{ id: 'hello-random-flipped' }] }));
    expect(told.title).toBe('The server has not signed what the client saw');
    expect(leadOf(told)).toContain('It began in step 1: somebody on the wire has changed the client’s ClientHello.');
    expect(told.references.map(({ text }) => text)).toContain('RFC 5246, 7.4.3');
  });

  it('tell a forged alert, and what the other side makes of the silence', () => {
    const timeline = played12({ mischief: [{ id: 'alert-injected' }] });
    const told = timeline.steps
      .filter(({ number }) => tellerOf(timeline, number) === 'refusal')
      .map(({ number, name }) => [name, narrated(timeline, number).title]);
    expect(told).toEqual([
      ['ServerHello', 'The client gets an alert that the server never sent'],
      ['ServerHelloDone', 'The connection ends without a word'],
    ]);
    expect(leadOf(last(timeline))).toContain(
      'because it got handshake_failure in the other side’s name. Somebody on the wire has forged it: the other side has never sent an alert, and gets none. It is not protected, so anybody could have written it: the client has no way to tell, and believes it.',
    );
  });

  it.each([
    [
      'replayed-record',
      'It began after step 15: somebody on the wire has sent the client’s application data of step 14 a second time.',
    ],
    [
      'record-duplicated',
      'It began after step 15: somebody on the wire has sent the server’s application data of step 15 a second time.',
    ],
    [
      'change-cipher-spec-twice',
      'It began after step 10: somebody on the wire has sent the client’s ChangeCipherSpec of step 10 a second time.',
    ],
    [
      'change-cipher-spec-too-early',
      'It began before step 7 arrived: somebody on the wire has put in a record of their own, in the client’s name.',
    ],
    [
      'cleartext-injected',
      'It began after step 15: somebody on the wire has put in a record of their own, in the server’s name.',
    ],
  ])('tell a copy from what somebody made up, and where it came in: %s', (id, sentence) => {
    const timeline = played12({ mischief: [{ id }] });
    const refusal = timeline.steps.find(({ kind }) => kind === 'alert')?.number ?? 0;
    const told = narrated(timeline, refusal);
    expect(leadOf(told)).toContain(sentence);
    expect(leadOf(told)).not.toContain('different keys');
    expect(told.title).toMatch(/^What /);
  });

  it('tell a warning that ends nothing', () => {
    const number = warned.steps.find(({ kind }) => kind === 'alert')?.number ?? 0;
    const told = narrated(warned, number);
    expect(told.title).toBe('The client sends no_renegotiation');
    expect(leadOf(told)).toContain('In TLS 1.2 the connection goes on after one.');
  });

  it('tell an end without a word', () => {
    const told = last(truncated);
    expect(told.title).toBe('The connection ends without a word');
    expect(told.found?.title).toBe('What the client gets to see');
    expect(textOf(told.found?.text ?? [])).toContain('It was connected.');
    expect(told.references.map(({ text }) => text)).toEqual(['RFC 5246, 7.2.1']);
  });
});

describe('the header of TLS 1.2', () => {
  const line = (patch: Partial<Scenario>) => textOf(summary({ ...defaultScenario, ...patch, version: '1.2' }));

  it('names the version, and static RSA', () => {
    expect(line({})).toBe('TLS 1.2, client authentication required, everything goes well');
    expect(line(staticRsa)).toBe('TLS 1.2, static RSA, client authentication required, everything goes well');
  });
});

describe('small words of TLS 1.2', () => {
  const timeline = played12();

  it('tell two ChangeCipherSpec apart', () => {
    const labels = timeline.steps.map((step) => stepLabel(timeline, step));
    expect(labels).toContain('ChangeCipherSpec (client)');
    expect(labels).toContain('ChangeCipherSpec (server)');
  });

  it('say which way new keys count', () => {
    const texts = spoken(timeline, timeline.steps.length).map(({ text }) => text);
    expect(texts[10]).toContain(
      'The client installs application keys, to write. The server installs application keys, to read.',
    );
    expect(texts[13]).toMatch(/The server is connected\..+The client is connected\.$/);
  });
});

function narrationOf(timeline: Timeline, name: string, from: 'client' | 'server'): Narration {
  return narrated(timeline, stepOf(timeline, name, from));
}

function leadOf({ lead }: Narration): string {
  return lead.map(textOf).join('\n');
}

function allOf(told: Narration): string {
  return [told.title, leadOf(told), textOf(told.why ?? []), textOf(told.breaksWithout ?? [])].join('\n');
}
