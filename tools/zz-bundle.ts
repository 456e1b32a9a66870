import { writeFileSync } from 'node:fs';
import { generateKey, publicOf, seededEnv } from '../src/crypto/index.ts';
import { mint, toPem } from '../src/pki/index.ts';
const NOW = Date.UTC(2026, 10, 23, 12);
  const env = seededEnv('bench', NOW);
  const key = generateKey('P-256', env);
  const dates = { notBefore: NOW, notAfter: NOW + 1e10 };
  const one = (subject: string) => mint({ subject, ...dates, ca: {} }, publicOf(key), { key }, env);
writeFileSync('/tmp/bundle.pem', Array.from({ length: 140 }, (_, i) => toPem('CERTIFICATE', one(`CA ${i}`).der)).join(''));
