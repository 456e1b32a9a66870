// Hands bytes to the browser as a file to save. It must not know what is in it.

import type { Bytes } from '../../crypto/index.ts';

/** How long a browser may take to fetch what it was handed, in ms. */
const patience = 10_000;

/** Has a file saved under a name. Its address is taken back soon after: it would keep the bytes as long as the page stands open. */
export function download(name: string, bytes: Bytes): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(name) }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}

function typeOf(name: string): string {
  if (name.endsWith('.html')) return 'text/html';
  return name.endsWith('.p12') ? 'application/x-pkcs12' : 'application/x-pem-file';
}
