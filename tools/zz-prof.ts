import { launchBrowser } from './browser.ts';
import { serve } from './serve.ts';
import { headersOf } from './hosting.ts';
import { writeFileSync, readFileSync } from 'node:fs';
const [dist, file, password, settle] = process.argv.slice(2);
const browser = await launchBrowser();
const service = await serve(dist!, 0, headersOf);
for (let v = 0; v < 3; v++) {
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
await page.goto(service.address, { waitUntil: 'networkidle' });
await page.getByRole('button', { name: 'Use certificates of your own' }).or(page.locator('.own-door button').first()).first().click();
await page.locator('.own-bring').waitFor();
await page.waitForLoadState('networkidle');
await page.waitForTimeout(Number(settle ?? 0));
await page.evaluate(() => {
  for (const act of ['change', 'submit']) addEventListener(act, () => performance.mark(`bench:${act}`), true);
  new PerformanceObserver((l) => { for (const e of l.getEntries()) (globalThis as any).long = [...((globalThis as any).long ?? []), [Math.round(e.startTime), Math.round(e.duration)]]; }).observe({ type: 'longtask' });
  new MutationObserver(() => {
    if (document.querySelector('.own-progress')) performance.mark('bench:progress');
    if (!document.querySelector('.own-line') || performance.getEntriesByName('bench:opened').length > 0) return;
    performance.mark('bench:line');
    const typed = performance.getEntriesByName('bench:submit').length > 0;
    performance.measure('bench:opened', typed ? 'bench:submit' : 'bench:change');
  }).observe(document.body, { childList: true, subtree: true });
});
const cdp = await context.newCDPSession(page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
const buffer = readFileSync(file!);
if (password) {
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.p12', buffer, mimeType: '' });
  const field = page.locator('.own-password input');
  await field.fill(password);
  await page.waitForTimeout(Number(settle ?? 0));
  if (v === 2) await cdp.send('Profiler.start');
  await field.press('Enter');
} else {
  if (v === 2) await cdp.send('Profiler.start');
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.pem', buffer, mimeType: '' });
}
await page.waitForFunction(() => performance.getEntriesByName('bench:opened')[0]?.duration);
if (v === 2) {
  const { profile } = await cdp.send('Profiler.stop');
  writeFileSync('/tmp/own.cpuprofile', JSON.stringify(profile));
}
console.log(JSON.stringify(await page.evaluate(() => ({ long: (globalThis as any).long, marks: performance.getEntries().filter((e) => e.name.startsWith('bench:') || e.name.startsWith('countersign:')).map((e) => [e.name, Math.round(e.startTime), Math.round(e.duration)]) }))));
await context.close();
}
await service.close(); await browser.close();
