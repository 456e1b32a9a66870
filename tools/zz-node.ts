import { readFileSync } from 'node:fs';
import { openFile } from '../src/pki/containers/index.ts';
import { placed, materialsOf } from '../src/lab/own/index.ts';
const bytes = new Uint8Array(readFileSync('/tmp/bundle.pem'));
for (let i = 0; i < 6; i++) {
  const t = performance.now();
  const o = await openFile(bytes, { passwords: [], derive: async () => { throw 1; } });
  const t1 = performance.now();
  const c = structuredClone(o);
  const t2 = performance.now();
  const m = materialsOf([{ items: c.items, file: 'a' }]); placed(m);
  console.log((t1 - t).toFixed(1), (t2 - t1).toFixed(1), (performance.now() - t2).toFixed(1));
}
