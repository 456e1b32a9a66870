// Writes the files that can be had of a family. It must not know where they go.

import { type Bytes, fromText } from '../../bytes/index.ts';
import type { PrivateKey } from '../../crypto/index.ts';
import { type Certificate, privateKeyToPem, toPem } from '../../pki/index.ts';
import { type Means, writeEncryptedKey, writePkcs12 } from '../../pki/packing/index.ts';
import { type Holder, lineOf, type Trusted } from './family.ts';
import type { Paper } from './paper.ts';

/** What writing takes: the password is for the files that are under one. */
export interface Pen extends Means {
  readonly password: string;
}

/** The bytes of a file. The same salts give the same bytes. */
export async function written(paper: Paper, pen: Pen): Promise<Bytes> {
  const { password } = pen;
  switch (paper.kind) {
    case 'p12':
      return writePkcs12(bundleOf(paper.of), password, 'AES', pen);
    case 'old p12':
      return writePkcs12(bundleOf(paper.of), password, '3DES', pen);
    case 'store':
      return writePkcs12(trustIn(paper.of), password, 'AES', pen);
    case 'chain':
      return fromText(chainText(paper.of));
    case 'key':
      return fromText(privateKeyToPem(paper.of.key));
    case 'locked key':
      return fromText(toPem('ENCRYPTED PRIVATE KEY', await writeEncryptedKey(paper.of.key, password, 'AES', pen)));
    case 'all':
      return fromText(privateKeyToPem(paper.of.key) + chainText(paper.of));
    case 'bundle':
      return fromText(certificatesText(paper.of.authorities));
  }
}

function bundleOf(holder: Holder): { name: string; key: PrivateKey; chain: readonly Certificate[] } {
  return { name: holder.file, key: holder.key, chain: lineOf(holder).map(({ certificate }) => certificate) };
}

function trustIn({ authorities: [root] }: Trusted) {
  return { trusted: root ? [{ name: root.file, certificate: root.certificate }] : [] };
}

function chainText(holder: Holder): string {
  return certificatesText(lineOf(holder));
}

function certificatesText(all: readonly Holder[]): string {
  return all.map(({ certificate }) => toPem('CERTIFICATE', certificate.der)).join('');
}
