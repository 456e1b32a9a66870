// Runs for the tests of the key schedule that no scenario has: with KeyUpdate in the end.

import { seededEnv } from '../../../src/crypto/index.ts';
import type { Moment, Timeline } from '../../../src/lab/index.ts';
import { stepsOf } from '../../../src/lab/steps.ts';
import { Endpoint, type Role, type Turn } from '../../../src/tls/index.ts';
import { configs, NOW } from '../tls/pair.ts';

/** TLS 1.3, after which the client takes new keys twice and has the server do so too the first time. */
export function withKeyUpdates(): Timeline {
  const { client: clientConfig, server: serverConfig } = configs({
    client: { versions: ['1.3'] },
    server: { versions: ['1.3'] },
  });
  const ends = {
    client: Endpoint.client(clientConfig, seededEnv('keys client', NOW)),
    server: Endpoint.server(serverConfig, seededEnv('keys server', NOW)),
  };
  const moments: Moment[] = [];
  const sent = { client: 0, server: 0 };
  let record = 0;
  const play = (who: Role, turn: Turn, cause?: number): void => {
    const waiting: { readonly bytes: Uint8Array; readonly record: number }[] = [];
    for (const item of turn) {
      const at = moments.length;
      if (item.kind === 'insight')
        moments.push({ at, who, insight: item.insight, ...(cause !== undefined && { cause }) });
      if (item.kind !== 'wire') continue;
      waiting.push({ bytes: item.bytes, record: record++ });
    }
    for (const { bytes, record } of waiting) {
      const carriage = { from: who, record, ordinal: sent[who]++, bytes, fate: 'delivered' } as const;
      moments.push({ at: moments.length, who: 'network', carriage });
      const peer = who === 'client' ? 'server' : 'client';
      play(peer, ends[peer].receive(bytes), record);
    }
  };
  play('server', ends.server.start());
  play('client', ends.client.start());
  play('client', ends.client.updateKeys(true));
  play('client', ends.client.updateKeys(false));
  const ending = { state: 'connected' } as const;
  const { anchors } = clientConfig;
  const trust = { anchors, chains: [], heedsAuthorities: true };
  return {
    circumstances: {
      now: NOW,
      version: '1.3',
      suite: 'TLS_AES_128_GCM_SHA256',
      keyExchange: 'ephemeral',
      group: 'x25519',
      name: clientConfig.serverName,
      clientAuthentication: serverConfig.clientAuthentication,
      trust: { client: trust, server: { ...trust, anchors: serverConfig.anchors } },
    },
    moments,
    steps: stepsOf(moments),
    ghosts: [],
    ends: { client: ending, server: ending },
  };
}
