// A small static file server for the built page, on this machine only.
// It must not know what it serves.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** A running server: its address (`http://localhost:4173/`) and how to end it. */
export interface Service {
  readonly address: string;
  readonly port: number;
  /** Ends it, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves the files of a folder on localhost.
 *
 * @param folder absolute path; `/` is its `index.html`
 * @param port 0 lets the system pick one
 * @throws the system's error, `code` 'EADDRINUSE' when the port is taken
 */
export function serve(folder: string, port = 0): Promise<Service> {
  const server = createServer((request, response) => void answer(folder, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(service(server)));
  });
}

function service(server: Server): Service {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://localhost:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD are served here.');
  const file = await fileFor(folder, request.url ?? '/');
  if (!file) return refuse(response, 404, 'There is no such file.');
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function fileFor(folder: string, url: string): Promise<{ path: string; size: number } | undefined> {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const path = normalize(join(folder, wanted.endsWith('/') ? `${wanted}index.html` : wanted));
    if (!path.startsWith(folder + sep)) return undefined;
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
