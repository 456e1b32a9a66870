// What is said of the protocol where a version, a suite or what goes wrong decides whether it is so.

import { describe, expect, it } from 'vitest';
import type { Scenario, Timeline } from '../../../src/lab/index.ts';
import type { Narration } from '../../../src/story/explain/index.ts';
import { explainField } from '../../../src/story/fields/index.ts';
import { textOf, toModel } from '../../../src/story/index.ts';
import { type KeyNode, keyTree } from '../../../src/story/keys/index.ts';
import { played, played12, staticRsa, stepOf } from './runs.ts';
import { narrated } from './tellers.ts';

const wordsOf = ({ title, gist, lead, why, breaksWithout, found, otherSide, extensions = [] }: Narration): string =>
  [
    title,
    ...[gist, ...lead, why ?? [], breaksWithout ?? [], found?.text ?? [], otherSide?.text ?? []].map(textOf),
    ...extensions.flatMap(({ text, breaksWithout: without }) => [textOf(text), textOf(without ?? [])]),
  ].join('\n');

const told = (timeline: Timeline, name: string, from: 'client' | 'server'): string =>
  wordsOf(narrated(timeline, stepOf(timeline, name, from)));
const ending = (timeline: Timeline): string => wordsOf(narrated(timeline, timeline.steps.length));
const spoiled = (id: string, patch: Partial<Scenario> = {}, at?: number): Timeline =>
  played({ ...patch, mischief: [{ id, ...(at !== undefined && { at }) }] });

/** Everything that the rows of a picture say, pills and keys among them. */
function everything(timeline: Timeline): string {
  const { rows } = toModel(timeline, timeline.steps.length);
  return rows.map((row) => wordsOf(narrated(timeline, row.step, row.id))).join('\n');
}

function keyWords(timeline: Timeline, id: string): string {
  const flat = (node: KeyNode): readonly KeyNode[] => [node, ...node.branches.flatMap(flat)];
  const nodes = keyTree(timeline, timeline.steps.length).sections.flatMap(({ nodes: tops }) => tops.flatMap(flat));
  return textOf(nodes.find((node) => node.id === id)?.why ?? []);
}

describe('what a hello may lack', () => {
  it('is refused where the whole extension is missing, and asked for where the list does not suit', () => {
    const hello = told(played(), 'ClientHello', 'client');
    expect(hello).toContain('Without key_share a server of TLS 1.3 refuses with missing_extension.');
    expect(hello).toContain('With an empty list it would ask for a share with HelloRetryRequest');
    expect(ending(spoiled('missing-key-share'))).toContain('missing_extension');
  });

  it('is more than a key share and a cookie in a second one', () => {
    const retried = played({ retry: true });
    const second = retried.steps.filter(({ name }) => name === 'ClientHello')[1]?.number ?? 0;
    expect(wordsOf(narrated(retried, second))).toContain('early data, a ticket, padding');
  });

  it('is no licence for SHA-1 in TLS 1.2', () => {
    expect(told(played12(), 'ClientHello', 'client')).toContain('RFC 9155 forbids it');
  });
});

describe('a nonce of TLS 1.2', () => {
  const chacha = played12({ suite: 'TLS_CHACHA20_POLY1305_SHA256' });

  it('has no fixed part with ChaCha20: all of the IV is XORed', () => {
    expect(keyWords(chacha, 'client_write_IV')).toContain('Combined with the number of each record');
    expect(everything(chacha)).toContain('The IV XOR the number of the record is its nonce.');
    expect(everything(chacha)).not.toMatch(/part of (its|the|each) nonce/);
  });

  it('has one with AES-GCM', () => {
    expect(keyWords(played12(), 'client_write_IV')).toContain('stays the same in every record');
    expect(everything(played12())).toContain('The other 8 bytes travel with the record.');
  });
});

describe('the end', () => {
  const goodbye = (timeline: Timeline): string => {
    const step = timeline.steps.find(({ name }) => name === 'alert close_notify')?.number ?? 0;
    return wordsOf(narrated(timeline, step));
  };

  it('leaves the other side time to speak in TLS 1.3 only', () => {
    expect(goodbye(played())).toContain('The other side may still speak');
    expect(goodbye(played12())).toContain('has to answer with the same at once, and can say no more');
    expect(goodbye(played12())).not.toContain('may still speak');
  });

  it('can be forged before there are keys, whatever alert it is', () => {
    expect(everything(spoiled('alert-injected'))).not.toContain('Only close_notify is protected');
  });
});

describe('a Finished', () => {
  it('is not all that keeps the hellos of TLS 1.3', () => {
    expect(everything(played({ clientAuthentication: 'off' }))).not.toContain('neither side would notice');
    expect(told(played(), 'Finished', 'server')).not.toContain('unnoticed');
  });

  it('comes in TLS 1.2 after the server has signed both randoms, or nothing', () => {
    expect(told(played12(), 'Finished', 'client')).toContain('the server has signed only the two randoms');
    expect(told(played12(staticRsa), 'Finished', 'client')).toContain('the server has signed nothing');
  });
});

describe('what an alert says', () => {
  it('is what the standard says, and a refusal that follows OpenSSL instead tells so', () => {
    const early = ending(spoiled('client-not-yet-valid'));
    expect(early).toContain(
      'its own certificate is damaged, has a signature that does not hold, or is bad in another way',
    );
    expect(early).toContain('The standard has certificate_expired for this as well');
    expect(ending(spoiled('client-expired'))).toContain('is out of date, or does not count yet');
    expect(ending(spoiled('client-bad-issuer-signature'))).toContain('The standard has bad_certificate for this');
  });
});

describe('what is not known', () => {
  it('is a kind of record that this side does not speak, not one that TLS does not have', () => {
    const words = everything(spoiled('unknown-content-type'));
    expect(words).toContain('this side knows the types 20 to 23');
    expect(words).not.toMatch(/no TLS record|TLS knows/);
  });

  it.each([
    ['client-unexpected-message', 1, {}],
    ['server-unexpected-message', 1, {}],
    ['client-unexpected-message', 2, { retry: true }],
  ] as const)('is no message that has a name elsewhere: %s@%i', (id, at, patch) => {
    const words = everything(spoiled(id, patch, at));
    expect(words).toContain('A message of type finished came');
    expect(words).not.toContain('of an unknown type');
  });
});

describe('a field', () => {
  it('leaves nothing out that its bytes are made of', () => {
    expect(explainField(['CertificateVerify', 'signature'])?.text).toContain('a zero byte');
    expect(explainField(['signatureAlgorithm', 'parameters'], 'x509')?.text).toContain('RSASSA-PSS');
  });
});
