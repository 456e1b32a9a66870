// From a pasted line to the picture, or to what there is to say instead: one line of each kind.

import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogueWords, words } from '../../src/words/ui/index.ts';
import { pages } from './pages.ts';
import { answers, button, errorField, pictureText } from './reading.ts';

const open = pages();
const openAsking = pages({}, undefined, false);

/** Pastes lines as they were, and waits until something is said of them. */
async function pasted(text: string): Promise<Page> {
  const page = await open();
  await errorField(page).evaluate((input, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', data);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `${text}\n`);
  await page.locator('.answers-read').filter({ hasNotText: words.catalogue.loading }).waitFor();
  return page;
}

const said = (page: Page) => page.locator('.answers-read').innerText();

describe('a pasted line', () => {
  it('with a received alert leads to who usually sends it, grouped by what may have happened', async () => {
    const page = await pasted('javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate');
    expect(await said(page)).toContain('It does not tell why');
    expect(await answers(page).first().innerText()).toContain(
      'Java and an older Go as the server send bad_certificate (42)',
    );
    expect(await page.locator('.answers-log').first().innerText()).toContain('The client showed nothing');
    await answers(page).first().click();
    await expect.poll(() => pictureText(page)).toContain('alert: certificate_required (116)');
    await expect.poll(() => page.url()).toContain('break=no-client-certificate');
  });

  it('with a broken write leads to the refusal that came too late for it', async () => {
    const page = await pasted('Error: write EPIPE');
    expect(await answers(page).first().innerText()).toContain(
      'in TLS 1.3 the client is done before the server has looked',
    );
    await answers(page).first().click();
    await expect.poll(() => pictureText(page)).toContain('alert: certificate_required (116)');
  });

  it('with a reason by OpenSSL’s number leads to the run that fails for it', async () => {
    const page = await pasted('192.0.2.1:37072 VERIFY ERROR: depth=0, error=CRL has expired: CN=client');
    expect(await answers(page).count()).toBe(1);
    await answers(page).first().click();
    await expect.poll(() => page.url()).toContain('break=revocation-list-outdated');
  });

  it('with the program’s word for who refused leads to that side’s refusals only', async () => {
    const page = await pasted('TLS server: In state certify received CLIENT ALERT: Fatal - Unknown CA');
    expect(await said(page)).toContain('the server received the alert unknown_ca (48)');
    await answers(page).first().click();
    await expect.poll(() => page.url()).toContain('break=server-untrusted-ca');
  });

  it('about a file leads to where the file can be tried', async () => {
    const page = await pasted('error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch');
    expect(await said(page)).toContain('Nothing was sent yet: this private key does not belong to this certificate');
    expect(await answers(page).count()).toBe(0);
    await button(page, catalogueWords.tryFile).click();
    await page.getByRole('heading', { name: words.own.title }).waitFor();
  });

  it('about a status of HTTP says which side decided, and where', async () => {
    const page = await pasted('421 Misdirected Request');
    expect(await said(page)).toContain('This is a status of HTTP, 421: the server decided');
    await answers(page).first().click();
    await expect.poll(() => page.url()).toContain('break=misdirected-request');
  });

  it('with words that nobody knows is told what it has, and quoted', async () => {
    const page = await pasted('fatal: the gateway returned alert Zappo about certificate Q');
    expect(await said(page)).toContain('The text speaks of an alert and certificates');
    expect(await said(page)).toContain('returned alert Zappo');
  });
});

describe('Enter', () => {
  it('goes to the first answer as soon as there is one', async () => {
    const page = await openAsking();
    let letGo = () => {};
    const pressed = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const held: Route[] = [];
    await page.route('**/assets/catalogue-*.js', async (route) => {
      held.push(route);
      await pressed;
      await route.continue();
    });
    await errorField(page).fill('expired');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    letGo();
    await expect.poll(() => page.url()).toContain('break=');
    expect(await page.locator('.stage').evaluate((stage) => stage === document.activeElement)).toBe(true);
  });
});
