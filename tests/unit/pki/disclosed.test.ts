import { webcrypto } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bytes, der, type Field, toHex, walk } from '../../../src/bytes/index.ts';
import { deriveBy } from '../../../src/crypto/passwords/index.ts';
import { type Opened, openFile } from '../../../src/pki/containers/index.ts';
import { disclosed } from '../../../src/pki/fields/index.ts';
import { disclosedIn, layersIn } from '../../../src/store/own/layers.ts';
import { explainField } from '../../../src/story/fields/index.ts';
import { fieldValue } from '../../../src/words/values.ts';

const folder = new URL('../../corpus/files/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const derive = deriveBy(webcrypto.subtle);
const opened = (file: string, ...passwords: readonly string[]) =>
  openFile(bytesOf(file), { passwords, guesses: 1, derive });

function shown(file: string, all: Opened) {
  const bytes = bytesOf(file);
  return layersIn(bytes, all).map((layer) => {
    const found = disclosedIn(bytes, all, layer.key);
    if (!found) throw new Error('It was there.');
    return { layer, ...found };
  });
}

const lines = (field: Field) =>
  [...walk(field)].flatMap(({ field: { name, text } }) => (text === undefined ? [] : [`${name}: ${fieldValue(text)}`]));

/** The numbers of private keys that must not be seen, in hex. */
function secretsIn({ items }: Opened): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'private key' || !item.key || !('d' in item.key)) return [];
    const { d } = item.key;
    return [typeof d === 'bigint' ? d.toString(16) : toHex(d)];
  });
}

/** Whether every byte has a name, once. */
function tiles({ start, end, children }: Field): boolean {
  if (children.length === 0) return end >= start;
  const ends = children.map((each) => each.end);
  return (
    children.every((each, at) => each.start === (at === 0 ? start : ends[at - 1]) && tiles(each)) && ends.at(-1) === end
  );
}

/**
 * A PKCS#12 file with a key in the clear, and with strings in pieces (X.690 8.7.3) where that is asked for.
 * @param stray whether the key stands once more where RFC 7292 has nothing
 */
function unlocked(key: Bytes, pieces: 'whole' | 'inside' | 'outside', stray: boolean): Bytes {
  const split = (content: Bytes) =>
    der.write(
      der.OCTET_STRING | 0x20,
      der.write(der.OCTET_STRING, content.subarray(0, 20)),
      der.write(der.OCTET_STRING, content.subarray(20)),
    );
  const data = (content: Bytes, apart: boolean) =>
    der.sequence(
      der.oid('1.2.840.113549.1.7.1'),
      der.write(der.context(0, true), apart ? split(content) : der.write(der.OCTET_STRING, content)),
    );
  const value = der.write(der.context(0, true), key);
  const bag = der.sequence(der.oid('1.2.840.113549.1.12.10.1.1'), value, ...(stray ? [value] : []));
  const safe = der.sequence(data(der.sequence(bag), pieces === 'inside'));
  return der.sequence(der.integer(3), data(safe, pieces === 'outside'));
}

describe('what somebody brought, byte by byte', () => {
  it('is a .p12 with its parts, algorithms and iterations, its bags, and each thing in it', async () => {
    const all = shown('p12-openssl3-default-rsa.pfx', await opened('p12-openssl3-default-rsa.pfx', 'changeit'));
    expect(all.map(({ layer: { what } }) => what)).toEqual([
      'file',
      'contents',
      'certificate',
      'certificate',
      'certificate',
      'private key',
    ]);
    const file = lines(all[0]?.field as Field);
    expect(file).toContain(
      'contentEncryptionAlgorithm: PBES2, PBKDF2, hmacWithSHA256, aes256-CBC-PAD; 2,048 iterations',
    );
    expect(file).toContain('encryptionAlgorithm: PBES2, PBKDF2, hmacWithSHA256, aes256-CBC-PAD; 2,048 iterations');
    expect(file).toContain('digestAlgorithm: id-sha256');
    expect(file.filter((line) => line.startsWith('iterations'))).toEqual(['iterations: 2048']);
    const bags = lines(all[1]?.field as Field).filter((line) => line.startsWith('bagId'));
    expect(bags).toEqual(Array(3).fill('bagId: certBag (1.2.840.113549.1.12.10.1.3)'));
  });

  it('is a locked .p12, too', async () => {
    const [whole, ...more] = shown('p12-nss-pk12util.p12', await opened('p12-nss-pk12util.p12'));
    expect(more).toEqual([]);
    expect(lines(whole?.field as Field).join('\n')).toContain('600,000 iterations');
    expect(whole?.layer.recoded).toBe(true);
    expect(whole?.covered).toBe(false);
  });

  it('has no secret of a private key in it, and says so, in whichever form the key lies there', async () => {
    const files = [
      'p12-openssl3-default-rsa.pfx',
      'p12-3des-ec.p12',
      ...readdirSync(folder).filter((name) => /key/.test(name)),
    ];
    let keys = 0;
    for (const file of files) {
      const all = await opened(file, 'changeit');
      const secrets = secretsIn(all);
      for (const { bytes, field, layer, covered } of shown(file, all)) {
        const hex = toHex(bytes);
        const told = lines(field).join('\n').replaceAll(':', '');
        for (const secret of secrets)
          expect(hex.includes(secret) || told.includes(secret), `${file} ${layer.key}`).toBe(false);
        if (layer.what !== 'private key') continue;
        keys++;
        expect(covered, file).toBe(true);
      }
    }
    expect(keys).toBeGreaterThan(10);
  });

  it('has no secret in it either where a file has a key without a password, and strings in pieces', async () => {
    const [item] = (await opened('key-p256.key')).items;
    if (item?.kind !== 'private key' || !item.key || !('d' in item.key)) throw new Error('It was there.');
    expect(disclosed(item.der, 'private key').field.name).toBe('PrivateKeyInfo');
    const secret = secretsIn({ items: [item] } as unknown as Opened)[0] ?? '';
    for (const strings of ['whole', 'inside', 'outside'] as const)
      for (const stray of [false, true]) {
        const bytes = unlocked(item.der, strings, stray);
        const all = await openFile(bytes, { passwords: [], guesses: 1, derive });
        const found = disclosedIn(bytes, all, 'file');
        expect(found?.covered, strings).toBe(true);
        expect(toHex(found?.bytes ?? bytes).includes(secret), `${strings} ${stray}`).toBe(false);
      }
  });

  it('has a name for every byte, and words for every name', async () => {
    const silent = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => /\.(p12|pfx|pem|crl|der|cer|key|p7b)$/.test(name))) {
      if (/nss|certtool|600000/.test(file)) continue;
      for (const { bytes, field, layer } of shown(file, await opened(file, 'changeit'))) {
        expect([field.start, field.end, tiles(field)], `${file} ${layer.key}`).toEqual([0, bytes.length, true]);
        if (layer.what === 'certificate') continue;
        for (const { path } of walk(field)) if (!explainField(path, 'container')) silent.add(path.slice(-3).join('.'));
      }
    }
    expect([...silent]).toEqual([]);
  });
});
