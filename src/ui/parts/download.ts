// Hands bytes to the browser as a file to save. It must not know what is in it.

/** How long a browser may take to fetch what it was handed, in ms. */
const patience = 10_000;

/** Has a file saved under a name. Its address is taken back soon after: it would keep the bytes as long as the page stands open. */
export function download(name: string, content: Uint8Array | string | Blob): void {
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const address = URL.createObjectURL(new Blob([part], { type: typeOf(name) }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}

/** By the ending of the name. */
const types = new Map([
  ['.html', 'text/html'],
  ['.p12', 'application/x-pkcs12'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.pcapng', 'application/x-pcapng'],
  ['.json', 'application/json'],
  ['.csv', 'text/csv'],
  ['.md', 'text/markdown'],
  ['.sh', 'application/x-sh'],
  ['.zip', 'application/zip'],
  ['.keylog', 'text/plain'],
  ['.mmd', 'text/plain'],
  ['.puml', 'text/plain'],
]);

function typeOf(name: string): string {
  return types.get(name.slice(name.lastIndexOf('.'))) ?? 'application/x-pem-file';
}
