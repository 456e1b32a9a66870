// The few words of HTTP/2 that the lab speaks, against Node’s own HTTP/2 at the other end.

import { once } from 'node:events';
import { connect as connectHttp2, createServer as createHttp2Server, type IncomingHttpHeaders } from 'node:http2';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bytes, concat, fromText } from '../../../src/bytes/index.ts';
import { framesIn } from '../../../src/lab/frames.ts';
import { http2 } from '../../../src/lab/http2.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function portOf(server: Server | ReturnType<typeof createHttp2Server>): Promise<number> {
  server.listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Everything that comes until it is enough. */
async function heardOn(socket: Socket, enough: (heard: Bytes) => boolean): Promise<Bytes> {
  let heard: Bytes = new Uint8Array(0);
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    heard = concat(heard, piece);
    if (enough(heard)) break;
  }
  return heard;
}

describe('HTTP/2', () => {
  const long = `${'long-name.'.repeat(24)}example`;

  it.each(['api.example', 'a', long.slice(-126), long.slice(-127), long.slice(-128), long])(
    'asks for %s so that Node’s server understands, and understands its page',
    async (host) => {
      const asked: IncomingHttpHeaders[] = [];
      const errors: unknown[] = [];
      const server = createHttp2Server((request, response) => {
        asked.push(request.headers);
        response.end('a page');
      });
      const gone = new Promise<number>((resolve) => {
        server.on('session', (session) => {
          session.on('error', (error) => errors.push(error));
          session.on('goaway', resolve);
        });
      });
      const socket = connect(await portOf(server), '127.0.0.1');
      closing.push(() => socket.destroy());
      socket.write(http2.request(host));
      const heard = await heardOn(socket, http2.answers);
      expect(framesIn(heard).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['SETTINGS', 'SETTINGS ACK', 'HEADERS', 'DATA']),
      );
      socket.write(http2.farewell ?? new Uint8Array(0));
      expect(await gone).toBe(0);
      expect(errors).toEqual([]);
      expect(asked).toMatchObject([{ ':method': 'GET', ':scheme': 'https', ':path': '/', ':authority': host }]);
    },
  );

  it('understands what Node’s client asks, and answers so that it understands', async () => {
    const server = createServer((socket) => {
      heardOn(socket, http2.asks).then(() => socket.write(http2.page('CN=client.example')));
    });
    const client = connectHttp2(`http://127.0.0.1:${await portOf(server)}`);
    closing.push(() => client.destroy());
    const request = client.request({ ':path': '/' });
    const [headers] = await once(request, 'response');
    expect(headers).toMatchObject({ ':status': 200, 'content-type': 'text/plain; charset=utf-8' });
    const body = Buffer.concat(await request.toArray());
    expect(body.toString()).toBe('Hello, CN=client.example. Your certificate and your signature say so.\n');
    expect(headers['content-length']).toBe(String(body.length));
  });

  it('waits for the rest', () => {
    const request = http2.request('api.example');
    const page = http2.page(null);
    for (let length = 0; length < request.length; length++) expect(http2.asks(request.subarray(0, length))).toBe(false);
    expect(http2.asks(request)).toBe(true);
    for (let length = 0; length < page.length; length++) expect(http2.answers(page.subarray(0, length))).toBe(false);
    expect(http2.answers(page)).toBe(true);
    expect(http2.asks(fromText('GET / HTTP/1.1\r\n\r\n'))).toBe(false);
  });

  it('has frames that lie side by side, with their names', () => {
    const names = (bytes: Bytes) => framesIn(bytes).map(({ name }) => name);
    expect(names(http2.request('api.example'))).toEqual(['SETTINGS', 'HEADERS']);
    expect(names(http2.page(null))).toEqual(['SETTINGS', 'SETTINGS ACK', 'HEADERS', 'DATA']);
    expect(names(http2.farewell ?? new Uint8Array(0))).toEqual(['SETTINGS ACK', 'GOAWAY']);
    const page = http2.page('somebody');
    const frames = framesIn(page);
    for (const [index, { start }] of frames.entries()) expect(start).toBe(frames[index - 1]?.end ?? 0);
    expect(frames.at(-1)?.end).toBe(page.length);
  });
});
