// What is premade of the demo PKI: minted again from nothing, it has the same bytes. `vitest -u` writes it anew.

import { describe, expect, it } from 'vitest';
import { type Bytes, concat, fromHex } from '../../../src/bytes/index.ts';
import { fromInteger } from '../../../src/crypto/index.ts';
import { makePki } from '../../../src/pki/demo.ts';
import { type DemoPki, demoPki, type Identity, premade } from '../../../src/pki/index.ts';
import { premadeDay } from '../../../src/pki/premade/index.ts';

const folder = '../../../src/pki/premade';

/** Everybody in a demo PKI, by label. */
function everybody({ server, client, strangerClient, strangerServer, issuers }: DemoPki) {
  return {
    'server root': issuers.serverRoot,
    'server issuer': issuers.server,
    server,
    'client root': issuers.clientRoot,
    'client issuer': issuers.client,
    client,
    'stranger root': issuers.stranger,
    'stranger client': strangerClient,
    'stranger server': strangerServer,
  };
}

/** The text of the premade file. */
function fileOf(bytes: Readonly<Record<string, Bytes>>): string {
  const rows = Object.entries(bytes).map(([label, value]) => {
    const key = /^\w+$/.test(label) ? label : `'${label}'`;
    return `  ${key}:\n    '${Buffer.from(value).toString('base64')}',\n`;
  });
  const head = 'Written by tests/unit/pki/premade.test.ts: two primes, the serial number and the signature of each.';
  return `// ${head}\n\nexport const primes: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
}

function certificateOf({ chain: [certificate] }: Identity) {
  if (!certificate) throw new Error('an identity without a certificate');
  return certificate;
}

const minted = makePki('RSA', premadeDay);

describe('what is premade', () => {
  it('of RSA are all primes, serial numbers and signatures', async () => {
    const bytes = Object.entries(everybody(minted)).map(([label, identity]) => {
      const { key } = identity;
      const { serial, signature } = certificateOf(identity);
      const primes = key.kind === 'RSA' ? [key.p, key.q].map((prime) => fromInteger(prime, 128)) : [];
      return [label, concat(...primes, fromHex(serial), signature)];
    });
    await expect(fileOf(Object.fromEntries(bytes))).toMatchFileSnapshot(`${folder}/primes.ts`);
  });

  it('leads to the same certificates and keys', async () => {
    await premade.need('RSA');
    const known = everybody(demoPki('RSA', premadeDay));
    for (const [label, { chain, key }] of Object.entries(everybody(minted))) {
      const identity = known[label as keyof typeof known];
      expect(identity.chain.map(({ der }) => der)).toEqual(chain.map(({ der }) => der));
      expect(identity.key).toEqual(key);
    }
  });
});
