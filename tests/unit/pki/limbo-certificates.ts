// All different certificates of the x509-limbo selection, good and bad, as food for tests.

import { readFileSync } from 'node:fs';
import type { Bytes } from '../../../src/bytes/index.ts';
import { parsePem } from '../../../src/pki/index.ts';

interface Case {
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
}

const file = new URL('../../vectors/data/limbo-subset.json', import.meta.url);
const { testcases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly testcases: readonly Case[] };

const texts = new Set(
  testcases.flatMap((one) => [one.peer_certificate, ...one.untrusted_intermediates, ...one.trusted_certs]),
);

export const limboCertificates: readonly Bytes[] = [...texts].flatMap((text) => parsePem(text).map(({ der }) => der));
