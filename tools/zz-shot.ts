import { launchBrowser } from './browser.ts';
import { serve } from './serve.ts';
import { headersOf } from './hosting.ts';
const browser = await launchBrowser();
const service = await serve('dist', 0, headersOf);
for (const [w, scheme] of [[1440, 'light'], [1024, 'dark'], [390, 'light']] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: 844 }, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  await page.goto(service.address, { waitUntil: 'networkidle' });
  if (w === 390) await page.getByRole('button', { name: 'Scenario' }).first().click();
  await page.locator('.own-door button').first().click();
  await page.locator('.own-bring').waitFor();
  await page.setInputFiles('.own input[type="file"]', 'tests/corpus/files/p12-openssl3-default-rsa.pfx');
  await page.locator('.own-password input').fill('changeit');
  await page.locator('.own-password input').press('Enter');
  await page.locator('.own-mark').waitFor();
  await page.screenshot({ path: `/tmp/own-${w}-card.png` });
  await page.locator('.own-look').click();
  await page.getByRole('tree').waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/own-${w}-bytes.png` });
  await context.close();
}
await service.close(); await browser.close();
