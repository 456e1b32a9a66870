import { launchBrowser } from '/work/wt/own/tools/browser.ts';
import { serve } from '/work/wt/own/tools/serve.ts';
import { headersOf } from '/work/wt/own/tools/hosting.ts';
import { openings } from '/work/wt/own/tests/bench/openings.ts';
const browser = await launchBrowser();
const service = await serve(process.argv[2] ?? '/tmp/own-dist0', 0, headersOf);
for (const s of await openings(browser, service.address)) console.log(s.name, s.median.toFixed(0), s.low.toFixed(0), s.high.toFixed(0));
await service.close(); await browser.close();
