import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../src/bytes/index.ts';
import { catalogue, flawOf, type Timeline } from '../../../src/lab/index.ts';
import { type ExtensionLine, tellerOf } from '../../../src/story/explain/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { extensionsOf, fieldNamed, messageOf } from '../../../src/story/reading.ts';
import type { Role, Version } from '../../../src/tls/index.ts';
import * as tables from '../../../src/tls/wire/extension.ts';
import { decodeMessage } from '../../../src/tls/wire/index.ts';
import { type Carrier, extensionWords } from '../../../src/words/explain/extensions.ts';
import { played, played12, stepOf, variants, withMoments } from './runs.ts';
import { narrated } from './tellers.ts';

const versions = ['1.2', '1.3'] as const;

const linesAt = (timeline: Timeline, name: string, from: Role): readonly ExtensionLine[] =>
  narrated(timeline, stepOf(timeline, name, from)).extensions ?? [];

const values = (lines: readonly ExtensionLine[]) => Object.fromEntries(lines.map(({ name, value }) => [name, value]));

describe('the words of extensions', () => {
  const carriers: Readonly<Record<Carrier, Readonly<Record<string, unknown>>>> = {
    ClientHello: tables.clientHelloExtensions,
    ServerHello: tables.serverHelloExtensions,
    HelloRetryRequest: tables.helloRetryRequestExtensions,
    EncryptedExtensions: tables.encryptedExtensions,
    CertificateRequest: tables.certificateRequestExtensions,
  };

  it.each(Object.keys(carriers) as Carrier[])('are there for everything that the engine knows in a %s', (carrier) => {
    for (const name of Object.keys(carriers[carrier]))
      for (const version of versions) {
        const words = extensionWords(name, carrier, version);
        expect(words?.text, name).toMatch(/^[A-Z].{20,}\.$/);
        expect(words?.breaksWithout, name).toMatch(/^[A-Z].{10,}\.$/);
      }
  });
});

describe('the extensions that a message carries', () => {
  const whole = (timeline: Timeline): void => {
    for (const step of timeline.steps) {
      const message = messageOf(timeline, step);
      const { extensions = [] } = narrated(timeline, step.number);
      if (!message || tellerOf(timeline, step.number) === 'refusal') continue;
      expect(extensions.map(({ name }) => name)).toEqual(extensionsOf(message));
      for (const { name, value, text, breaksWithout, reference } of extensions) {
        const all = [value, textOf(text), textOf(breaksWithout ?? [])];
        for (const each of all) expect(each, name).not.toBe('');
        expect(all.join('\n')).not.toMatch(/undefined|null,|NaN|!|—|\*\*|`| {2}|\bsimply\b|\.\./i);
        expect(reference?.url).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-/);
      }
    }
  };

  it.each(variants)('are all told: %s', (_, patch) => whole(played(patch)));

  const plays = catalogue().flatMap(({ id }) =>
    versions.flatMap((version): [string, Version][] =>
      flawOf({ id }, { version }) === undefined ? [[id, version]] : [],
    ),
  );

  it.each(plays)('are all told, whatever goes wrong: %s in TLS %s', (id, version) =>
    whole(played({ version, mischief: [{ id }] })),
  );

  it('say what they say in this run', () => {
    const timeline = played({ retry: true });
    expect(values(linesAt(played(), 'ClientHello', 'client'))).toEqual({
      server_name: 'api.example',
      supported_groups: 'x25519, secp256r1 and secp384r1',
      signature_algorithms: 'ecdsa_secp256r1_sha256, ecdsa_secp384r1_sha384, ed25519 and 6 more',
      application_layer_protocol_negotiation: 'http/1.1',
      supported_versions: 'TLS 1.3',
      psk_key_exchange_modes: 'psk_dhe_ke',
      key_share: 'x25519, 32 bytes',
    });
    expect(values(linesAt(timeline, 'HelloRetryRequest', 'server'))).toMatchObject({
      supported_versions: 'TLS 1.3',
      key_share: 'x25519',
      cookie: expect.stringMatching(/^\d+ bytes$/),
    });
    expect(values(linesAt(timeline, 'EncryptedExtensions', 'server'))).toEqual({
      server_name: 'empty',
      application_layer_protocol_negotiation: 'http/1.1',
    });
    expect(values(linesAt(timeline, 'CertificateRequest', 'server')).certificate_authorities).toBe(
      'Countersign Client Root',
    );
    expect(values(linesAt(played12(), 'ServerHello', 'server'))).toMatchObject({
      extended_master_secret: 'empty',
      renegotiation_info: 'empty',
      ec_point_formats: 'uncompressed',
    });
  });

  it('quote the standard of the version that is spoken', () => {
    const references = (timeline: Timeline) =>
      linesAt(timeline, 'ClientHello', 'client').map(({ reference }) => reference?.text ?? '');
    expect(references(played12()).filter((text) => text.includes('9846'))).toEqual([]);
    expect(references(played()).filter((text) => /5246|8422/.test(text))).toEqual([]);
  });

  it('are ignored where nobody knows them: GREASE, unknown ones, known ones that the engine does without', () => {
    const [grease, unknown, known] = [0x2a2a, 0x1234, 0x0005].map((type) => {
      const lines = linesAt(withType(played(), type), 'ClientHello', 'client');
      return lines.find(({ name }) => ['GREASE', 'extension 4660', 'status_request'].includes(name));
    });
    expect(textOf(grease?.text ?? [])).toContain('It is ignored.');
    expect(grease?.reference?.text).toBe('RFC 8701, 3');
    expect(textOf(unknown?.text ?? [])).toBe('This server makes nothing of it: what it does not know it ignores.');
    expect(textOf(known?.text ?? [])).toMatch(/\(OCSP\)\. This server makes nothing of it/);
  });

  it('are refused where they answer nothing', () => {
    const timeline = played({ mischief: [{ id: 'unsolicited-extension' }] });
    const lines = linesAt(timeline, 'EncryptedExtensions', 'server');
    expect(lines.map(({ text }) => textOf(text)).join('\n')).toContain('The client refuses such a message.');
  });
});

/** The same run with a ClientHello whose ALPN extension has become one of another type. */
function withType(timeline: Timeline, type: number): Timeline {
  return withMoments(timeline, (moment) => {
    if (moment.who === 'network' || moment.insight.kind !== 'said') return moment;
    const { message } = moment.insight;
    const extension = fieldNamed(message.field, 'application_layer_protocol_negotiation');
    if (message.name !== 'ClientHello' || !extension) return moment;
    const bytes: Bytes = message.bytes.slice();
    bytes.set([type >> 8, type & 0xff], extension.start);
    const { field } = decodeMessage(bytes, '1.3');
    return { ...moment, insight: { kind: 'said', message: { ...message, bytes, field } } };
  });
}
