// A small static file server for the built page, on this machine only.
// It must not know what it serves.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** A running server: its address (`http://localhost:4173/`) and how to end it. */
export interface Service {
  readonly address: string;
  readonly port: number;
  /** Ends it, open connections included. */
  close(): Promise<void>;
}

/** What is sent with a file beside what the file itself says: `/assets/a.js` in, names in lower case out. */
export type HeadersOf = (path: string) => Readonly<Record<string, string>>;

/**
 * Serves the files of a folder on localhost.
 *
 * @param folder absolute path; `/` is its `index.html`
 * @param port 0 lets the system pick one
 * @param headersOf what every answer says too, refusals included
 * @throws the system's error, `code` 'EADDRINUSE' when the port is taken
 */
export function serve(folder: string, port = 0, headersOf: HeadersOf = () => ({})): Promise<Service> {
  const server = createServer((request, response) => void answer(folder, headersOf, request, response));
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

async function answer(
  folder: string,
  headersOf: HeadersOf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await fileFor(folder, request.url ?? '/');
  for (const [name, value] of Object.entries(headersOf(file?.place ?? ''))) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD are served here.');
  }
  if (!file) return refuse(response, 404, 'There is no such file.');
  response.setHeader('etag', file.tag);
  if (request.headers['if-none-match']?.includes(file.tag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // It closes the file too when the reader breaks off, and breaks off when the file can't be read.
  pipeline(createReadStream(file.path), response, () => undefined);
}

/** A file of the folder. */
interface Found {
  readonly path: string;
  /** From the folder on, `/assets/a.js`. */
  readonly place: string;
  /** In bytes. */
  readonly size: number;
  /** The entity tag of what it holds. */
  readonly tag: string;
}

async function fileFor(folder: string, url: string): Promise<Found | undefined> {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const path = normalize(join(folder, wanted.endsWith('/') ? `${wanted}index.html` : wanted));
    if (!path.startsWith(folder + sep)) return undefined;
    const found = await stat(path);
    if (!found.isFile()) return undefined;
    const place = `/${relative(folder, path).replaceAll(sep, '/')}`;
    return { path, place, size: found.size, tag: `"${found.size}-${found.mtimeMs}"` };
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}
