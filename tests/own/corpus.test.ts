// The corpus through the page: twenty files, of which everything comes out that its maker put in; and twenty situations, which end as OpenSSL
// ended them. The rest of both goes through the command line (tests/conformance).

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { itemNames } from '../../src/words/containers.ts';
import { ownWords as text } from '../../src/words/own/index.ts';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { pages } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';

const open = pages();
const corpus = new URL('../corpus/', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, corpus));
const read = <Content>(file: string) => JSON.parse(readFileSync(pathOf(file), 'utf8')) as Content;

interface Listed {
  readonly file: string;
  readonly password: string | null;
  readonly holds: readonly { readonly kind: string; readonly sha256?: string }[];
}

const chosen = [
  'p12-openssl3-default-rsa.pfx',
  'p12-aes192-sha512-mac.p12',
  'p12-rc4-128.p12',
  'p12-empty-password.p12',
  'p12-latin1-password-aes.p12',
  'p12-cas-only-openssl.p12',
  'p12-friendly-name-unicode.p12',
  'p12-ed25519.p12',
  'p12-nss-pk12util.p12',
  'p12-two-keys-keytool.p12',
  'p12-ber-indefinite.p12',
  'p12-keytool-default.p12',
  'jceks-key.jceks',
  'key-enc-pkcs8-scrypt.pem',
  'key-enc-trad-3des.pem',
  'p7b-chain-der.p7b',
  'crl.crl',
  'pem-bag-attributes.pem',
  'utf16-le-bom.pem',
  'openvpn-profile.ovpn',
];
const files = read<readonly Listed[]>('files/index.json').filter(({ file }) => chosen.includes(file));

const things = (page: Page) => page.getByRole('combobox', { name: text.bytesOf });
const settled = (page: Page) => expect.poll(() => page.locator('.own-progress progress').count()).toBe(0);

async function bring(page: Page, paths: readonly string[], password: string | null): Promise<void> {
  await page.setInputFiles('.own input[type="file"]', [...paths]);
  await page.locator('.own-file').first().waitFor();
  await settled(page);
  for (let fields = await page.locator('.own-password').count(); fields > 0 && password !== null; fields--) {
    const field = page.locator('.own-password input').first();
    await field.fill(password);
    await field.press('Enter');
    await settled(page);
  }
}

/** What was brought, as the page lists it: kinds, and of certificates their digests. */
async function listedIn(page: Page): Promise<readonly string[]> {
  const told = await things(page).locator('option').allInnerTexts();
  const found: string[] = [];
  for (const [index, line] of told.entries()) {
    const kind = line.replace(/:.*/, '');
    if (kind === itemNames['private key']) found.push('private key');
    if (kind === itemNames.crl) found.push('crl');
    if (kind !== itemNames.certificate) continue;
    await things(page).selectOption({ index });
    await page.locator('.layer-note').waitFor();
    const copy = page.getByRole('button', { name: byteWords.copy('Certificate', byteWords.forms.base64), exact: true });
    await copy.click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    found.push(`certificate ${createHash('sha256').update(Buffer.from(copied, 'base64')).digest('hex')}`);
  }
  return found;
}

describe('twenty files of the corpus', () => {
  it.each(files)('$file opens on the page, and holds what its maker put in', async ({ file, password, holds }) => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await button(page, words.own.open).click();
    await button(page, text.choose).waitFor();
    await bring(page, [pathOf(`files/${file}`)], password);
    await button(page, text.about(text.bytes, file)).click();
    await things(page).waitFor();
    const wanted = holds.map(({ kind, sha256 }) => (kind === 'certificate' ? `certificate ${sha256}` : kind));
    expect([...(await listedIn(page))].sort()).toEqual([...wanted].sort());
  });
});

interface Side {
  readonly certificate?: string;
  readonly key?: string;
  readonly chain?: string | readonly string[];
  readonly pkcs12?: string;
  readonly trusts?: string | null;
}

interface CaseFile {
  readonly server_name: string;
  readonly client: Side;
  readonly server: Side;
}

type Truth = Readonly<
  Record<
    string,
    {
      readonly openssl13: {
        readonly outcome: string;
        readonly refused_by: string | null;
        readonly alert: Alert | null;
      };
    }
  >
>;
interface Alert {
  readonly name: string;
  readonly number: number;
}

/** Situations in which everything finds its place by itself. */
const situations = [
  'ok-p256',
  'ok-ed25519',
  'ok-pkcs12',
  'ok-mixed-rsa-and-ec',
  'ok-two-intermediates',
  'ok-ca-of-clients-trusts-140',
  'ok-renewed-ca-both-trusted',
  'p521-client',
  'bad-client-expired',
  'bad-client-intermediate-not-in-file',
  'bad-client-signature-damaged',
  'bad-client-eku-critical-code-signing',
  'bad-intermediate-expired',
  'bad-ip-not-in-san',
  'bad-name-constraint-email-client',
  'bad-pathlen-of-root',
  'bad-intermediate-eku-server-only',
  'bad-server-eku-client-only',
  'bad-server-name-mismatch',
  'bad-unknown-critical-extension-server',
];
const truth = read<Truth>('cases/truth.json');

const filesOf = ({ certificate, key, chain, pkcs12, trusts }: Side) =>
  [certificate, key, chain, pkcs12, trusts].flat().flatMap((file) => file ?? []);

describe('twenty situations of the corpus', () => {
  it.each(situations)('%s ends on the page as OpenSSL ended it', async (name) => {
    const { server_name, client, server } = read<CaseFile>(`cases/${name}/case.json`);
    const wanted = truth[name]?.openssl13;
    if (!wanted) throw new Error(`Nobody has tried ${name}.`);
    const page = await open();
    await button(page, words.own.open).click();
    await button(page, text.choose).waitFor();
    const all = [...new Set([client, server].flatMap(filesOf))];
    await bring(
      page,
      all.map((file) => pathOf(`cases/${name}/${file}`)),
      'changeit',
    );
    await page.locator('.own-mark').waitFor();
    for (const side of ['client', 'server'] as const)
      await page.getByRole('combobox', { name: text.like(side) }).selectOption('openssl');
    await page.getByLabel(text.day).fill('2026-11-23');
    await page.getByLabel(text.name).fill(server_name);
    await page.getByLabel(text.name).press('Enter');
    const headline =
      wanted.outcome === 'works' ? /^It would work/ : new RegExp(`^The ${wanted.refused_by} would refuse this`);
    const answer = page.locator('.own-answer');
    await expect.poll(() => answer.locator('h2').innerText()).toMatch(headline);
    const { alert } = wanted;
    if (alert) await expect.poll(() => answer.innerText()).toContain(`${alert.name} (${alert.number})`);
  });
});
