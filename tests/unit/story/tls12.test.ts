import { describe, expect, it } from 'vitest';
import type { Message, Row } from '../../../src/diagram/index.ts';
import type { Scenario, Timeline } from '../../../src/lab/index.ts';
import { explainField, toLayers } from '../../../src/story/fields/index.ts';
import { rowOfStep, toModel } from '../../../src/story/index.ts';
import { extensionTypes } from '../../../src/tls/index.ts';
import {
  badSignature,
  nothingToShow,
  played,
  played12,
  staticRsa,
  stepOf,
  tls12Variants,
  untrusted,
  warned,
} from './runs.ts';

describe.each(tls12Variants)('TLS 1.2 in the picture: %s', (_, patch) => {
  const timeline = played(patch);
  const { rows } = toModel(timeline, timeline.steps.length);

  it('protects nothing before a side’s ChangeCipherSpec and everything after it, ghosts included', () => {
    for (const side of ['left', 'right'] as const) {
      const own = rows.filter((row): row is Message => row.kind === 'message' && row.from === side);
      const switched = own.findIndex(({ title }) => title === 'ChangeCipherSpec');
      const refused = own.findIndex(({ alert }) => alert === true);
      for (const [index, { epoch, title, ghost }] of own.entries()) {
        if (refused >= 0 && index >= refused && !ghost) continue;
        expect([title, epoch]).toEqual([title, index <= switched ? 'cleartext' : 'application']);
      }
    }
  });

  it('installs each side’s writing keys between its ChangeCipherSpec and its Finished', () => {
    for (const from of ['client', 'server']) {
      const keys = rows.findIndex(({ id }) => id === `keys:${from}:application:write`);
      if (keys < 0) continue;
      expect(keys).toBeGreaterThan(place(rows, `message:${from}:change_cipher_spec`));
      expect(keys).toBeLessThan(place(rows, `message:${from}:Finished`));
    }
  });

  it('knows no handshake keys and no middleboxes', () => {
    expect(JSON.stringify(rows)).not.toMatch(/handshake keys|middlebox|1\.3|undefined/);
  });

  it('has a plain line under every message', () => {
    for (const row of rows) if (row.kind === 'message' && !row.ghost && !row.alert) checkCaption(row);
  });
});

function checkCaption({ title, caption }: Message): void {
  if (!title.startsWith('alert')) expect(caption, title).toMatch(/\w/);
}

describe('the picture of TLS 1.2', () => {
  const timeline = played12();
  const { rows } = toModel(timeline, 0);

  it('wears this run’s values', () => {
    expect(captionsOf(timeline)).toEqual([
      ['ClientHello', 'TLS 1.2, ciphers, server name'],
      ['ServerHello', 'TLS 1.2, AES-128-GCM'],
      ['Certificate', 'says: I am api.example'],
      ['ServerKeyExchange', 'half a key, signed with the server’s key'],
      ['CertificateRequest', 'required: from Countersign Client Root'],
      ['ServerHelloDone', 'your turn'],
      ['Certificate', 'says: I am client.example'],
      ['ClientKeyExchange', 'the other half'],
      ['CertificateVerify', 'signed with the client’s key'],
      ['ChangeCipherSpec', 'from here on protected'],
      ['Finished', 'checksum of all so far'],
      ['ChangeCipherSpec', 'from here on protected'],
      ['Finished', 'checksum of all so far'],
      ['application data', 'GET /, 37 bytes'],
      ['application data', '200 OK, 170 bytes'],
      ['alert: close_notify (0)', 'goodbye'],
      ['alert: close_notify (0)', 'goodbye'],
    ]);
  });

  it('names static RSA and what it encrypts', () => {
    expect(captionsOf(played12({ ...staticRsa, clientAuthentication: 'off' })).slice(0, 5)).toEqual([
      ['ClientHello', 'TLS 1.2, ciphers, server name'],
      ['ServerHello', 'TLS 1.2, static RSA, AES-128-GCM'],
      ['Certificate', 'says: I am api.example'],
      ['ServerHelloDone', 'your turn'],
      ['ClientKeyExchange', 'a secret encrypted to the server’s key'],
    ]);
  });

  it('keeps the four phases, with titles that fit what is in them', () => {
    const bands = (patch: Partial<Scenario>) =>
      toModel(played12(patch), 0).bands.map(({ title, note, from }) => [title, note, from]);
    expect(bands({})).toEqual([
      ['Negotiation', undefined, 'message:client:ClientHello'],
      ['Authentication of the server', 'key exchange', 'message:server:Certificate'],
      ['Authentication of the client', 'key exchange and cipher setup', 'message:client:Certificate'],
      ['Application data', undefined, 'message:client:application data'],
    ]);
    expect(bands({ ...staticRsa, clientAuthentication: 'off' }).slice(1, 3)).toEqual([
      ['Authentication of the server', undefined, 'message:server:Certificate'],
      ['Key exchange and cipher setup', undefined, 'message:client:ClientKeyExchange'],
    ]);
    expect(timeline.steps.map(({ phase }) => phase)).toEqual([
      ...Array<string>(2).fill('negotiation'),
      ...Array<string>(4).fill('server authentication'),
      ...Array<string>(7).fill('client authentication'),
      ...Array<string>(4).fill('application data'),
    ]);
  });

  it('makes one pill of what passes quietly in one flight', () => {
    const pills = rows.filter((row) => row.kind === 'work');
    expect(pills.map(({ at, text, step }) => [at, text, timeline.steps[step - 1]?.name])).toEqual([
      ['left', 'chain, signature', 'ServerKeyExchange'],
      ['right', 'chain, signature, Finished', 'Finished'],
      ['left', 'Finished', 'Finished'],
    ]);
  });

  it('shows the client connected only after the server has judged it, and after the server', () => {
    const client = place(rows, 'mark:client:connected');
    expect(client).toBeGreaterThan(place(rows, 'work:server:1'));
    expect(client).toBeGreaterThan(place(rows, 'mark:server:connected'));
    expect(client).toBeGreaterThan(place(rows, 'message:server:Finished'));
  });

  it('holds together what shares a record', () => {
    const brackets = toModel(played12({ coalesced: true }), 0).brackets ?? [];
    expect(brackets.map(({ rows: held }) => held.length)).toEqual([5, 3]);
  });

  it.each([
    [untrusted, 'issuer not trusted', 'alert: unknown_ca (48)'],
    [badSignature, 'signature does not fit', 'alert: decrypt_error (51)'],
    [nothingToShow, 'no certificate', 'alert: handshake_failure (40)'],
  ])('shows a refusal in the middle of the handshake, in the clear: %o', (patch, text, title) => {
    const refused = toModel(played12(patch), 99).rows;
    const pill = refused.findIndex((row) => row.kind === 'work' && row.outcome === 'failed');
    expect(refused[pill]).toMatchObject({ at: 'right', text });
    expect(refused[pill + 1]).toMatchObject({ title, alert: true, from: 'right', epoch: 'cleartext' });
    expect(refused.some(({ kind }) => kind === 'mark')).toBe(false);
  });
});

describe('the heads in TLS 1.2', () => {
  const at = (timeline: Timeline, name: string, from: 'client' | 'server') => {
    const { left, right } = toModel(timeline, stepOf(timeline, name, from)).actors;
    return [left.state, left.knows, right.state, right.knows];
  };

  it('tell what each side learns, message by message', () => {
    const timeline = played12();
    expect(at(timeline, 'ClientHello', 'client')[0]).toBe('waits for ServerHello');
    expect(at(timeline, 'Certificate', 'server').slice(0, 2)).toEqual([
      'waits for ServerKeyExchange',
      'was shown api.example',
    ]);
    expect(at(timeline, 'ServerKeyExchange', 'server').slice(0, 2)).toEqual([
      'waits for CertificateRequest or ServerHelloDone',
      'knows api.example',
    ]);
    expect(at(timeline, 'CertificateVerify', 'client').slice(2)).toEqual([
      'waits for ChangeCipherSpec',
      'knows client.example',
    ]);
    expect(at(timeline, 'Finished', 'client')[0]).toBe('waits for ChangeCipherSpec');
    expect(at(timeline, 'Finished', 'server')).toEqual([
      'connected',
      'knows api.example',
      'connected',
      'knows client.example',
    ]);
  });

  it('know a server of static RSA by its Finished', () => {
    const timeline = played12(staticRsa);
    expect(at(timeline, 'ChangeCipherSpec', 'server')[1]).toBe('was shown api.example');
    expect(at(timeline, 'Finished', 'server')[1]).toBe('knows api.example');
  });

  it('take a warning for what it is', () => {
    const { actors } = toModel(warned, warned.steps.length);
    expect(actors.left).toMatchObject({ state: 'ends connected', tone: 'good' });
  });
});

describe('the bytes of TLS 1.2', () => {
  const timeline = played12();
  const layers = (name: string, from: 'client' | 'server') => {
    const step = timeline.steps.find((each) => each.name === name && each.from === from);
    if (!step) throw new Error(`there is no ${name}`);
    return toLayers(timeline, step);
  };

  it('go down to the certificates', () => {
    expect(layers('Certificate', 'client').map(({ id, title }) => [id, title])).toEqual([
      ['record:0', 'Record'],
      ['message', 'Certificate'],
      ['certificate:0', 'X.509: client.example'],
      ['certificate:1', 'X.509: Countersign Client Issuing CA'],
    ]);
  });

  it('find the plaintext behind the explicit nonce, before the tag', () => {
    const [record, plaintext] = layers('Finished', 'client');
    expect(plaintext?.from).toEqual([{ layer: 'record:0', start: 13, end: 29 }]);
    expect(record?.bytes.length).toBe(29 + 16);
    const chacha = played12({ keys: 'Ed25519', suite: 'TLS_CHACHA20_POLY1305_SHA256' });
    const finished = chacha.steps.find(({ name }) => name === 'Finished');
    expect(finished && toLayers(chacha, finished)[1]?.from).toEqual([{ layer: 'record:0', start: 5, end: 21 }]);
  });

  it('are explained as what they mean in this version', () => {
    const say = (path: string, realm: 'tls' | 'tls12') => explainField(path.split(' '), realm)?.text ?? '';
    for (const path of ['ClientHello legacy_version', 'TLSCiphertext type', 'CertificateVerify signature']) {
      expect(say(path, 'tls12')).not.toBe(say(path, 'tls'));
    }
    for (const name of Object.keys(extensionTypes.codes)) {
      expect(say(`ClientHello extensions ${name}`, 'tls12')).not.toMatch(/does not explain|^From TLS 1\.2/);
    }
  });
});

function captionsOf(timeline: Timeline): (readonly [string, string | undefined])[] {
  const { rows } = toModel(timeline, 0);
  return timeline.steps.map((step) => {
    const row = rows.find(({ id }) => id === rowOfStep(timeline, step));
    return row?.kind === 'message' ? [row.title, row.caption] : ['', undefined];
  });
}

function place(rows: readonly Row[], id: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw new Error(`no row ${id}`);
  return index;
}
