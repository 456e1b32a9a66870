// Who is not proven is not connected: a proof that no check came to is of no use, however it looks.

import { describe, expect, it } from 'vitest';
import { seededEnv } from '../../../src/crypto/index.ts';
import { demoPki } from '../../../src/pki/index.ts';
import { Connected } from '../../../src/tls/connected.ts';
import { clientDefaults } from '../../../src/tls/index.ts';
import {
  type ChainProof,
  compareFinished,
  type FinishedProof,
  type PossessionProof,
  possessionByFinished,
  proveChain,
  proveSignature,
} from '../../../src/tls/keys/proofs.ts';
import type { MasterStage } from '../../../src/tls/keys/schedule12.ts';
import type { Outbox } from '../../../src/tls/outbox.ts';
import { NOW } from './pair.ts';

const pki = demoPki('P-256', NOW);
const out = {
  config: { ...clientDefaults, anchors: [pki.serverRoot] },
  env: seededEnv('proofs', NOW),
  note: () => undefined,
} as unknown as Outbox<typeof clientDefaults>;

const data = Uint8Array.of(1, 2, 3);
const finished = compareFinished(out, 'server', data, data, { what: 'HMAC', hash: 'SHA-256' });
const ders = pki.server.chain.map(({ der }) => der);
const chain = proveChain(out, 'server', ders, 'api.example');
const possession = possessionByFinished(chain, finished);

const agreed = { version: '1.2', suite: '', group: null, alpn: null, serverName: null } as const;
const stage = {} as MasterStage;
const connect = (peer: PossessionProof | null, last: FinishedProof) =>
  new Connected('1.2', agreed, stage, { peer, finished: last });

describe('a connection', () => {
  it('takes the peer’s name from the proof', () => {
    expect(connect(possession, finished).facts.peer).toBe(pki.server.chain[0]?.subject.text);
    expect(connect(null, finished).facts.peer).toBeNull();
  });

  it('is not to be had with a proof that was made up, copied, or is of something else', () => {
    const forged = { subject: possession.subject } as PossessionProof;
    expect(() => connect(forged, finished)).toThrow(RangeError);
    expect(() => connect({ ...possession }, finished)).toThrow(RangeError);
    expect(() => connect(possession, {} as FinishedProof)).toThrow(RangeError);
    expect(() => connect(possession, possession as unknown as FinishedProof)).toThrow(RangeError);
    expect(() => connect(chain as unknown as PossessionProof, finished)).toThrow(RangeError);
  });

  it('can’t be written down', () => {
    // @ts-expect-error: a literal is no proof
    const proof: PossessionProof = { subject: possession.subject };
    // @ts-expect-error: a literal is no connection
    const state: Connected = { name: 'CONNECTED', dialect: '1.2', facts: { ...agreed, peer: 'CN=x' }, stage };
    expect([proof, state]).toHaveLength(2);
  });
});

describe('a proof of possession', () => {
  it('is not to be had for a chain that nobody judged', () => {
    const forged = { ...chain } as ChainProof;
    const signed = { version: '1.3', signer: 'server', chain: forged, content: data, over: 'messages' } as const;
    expect(() => proveSignature(out, { algorithm: 0x0403, signature: data }, signed)).toThrow(RangeError);
    expect(() => possessionByFinished(forged, finished)).toThrow(RangeError);
    expect(() => possessionByFinished(chain, {} as FinishedProof)).toThrow(RangeError);
  });
});
