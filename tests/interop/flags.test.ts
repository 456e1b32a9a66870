// The command line of the peer: what it understands, and the one sentence for what it doesn't.

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCredentials } from '../../tools/peer/credentials.ts';
import { readFlags } from '../../tools/peer/flags.ts';
import { UsageError } from '../../tools/peer/usage.ts';
import { pkiOf } from './credentials.ts';
import { type Files, pemFiles } from './program.ts';

describe('flags', () => {
  it('of a server', () => {
    const lists = ['--suites', 'TLS_AES_256_GCM_SHA384', '--groups', 'secp384r1,X25519', '--alpn', 'h2,http/1.1'];
    const rest = ['--min', '1.2', '--max', '1.3', '--sigalgs', 'ed25519', '--echo', '--keylog', 'k', '--timeout', '0'];
    const where = ['--host', '::1', '--port', '4433'];
    const files = ['--cert', 'a', '--key', 'b', '--ca', 'c'];
    const flags = readFlags(['server', ...where, '--client-auth', 'required', ...lists, ...rest, ...files]);
    expect(flags).toEqual({
      role: 'server',
      host: '::1',
      port: 4433,
      clientAuthentication: 'required',
      echo: true,
      versions: ['1.3'],
      suites: ['TLS_AES_256_GCM_SHA384'],
      groups: ['secp384r1', 'x25519'],
      schemes: ['ed25519'],
      alpn: ['h2', 'http/1.1'],
      cert: 'a',
      key: 'b',
      ca: 'c',
      keylog: 'k',
      timeout: 0,
    });
  });

  it('of a client', () => {
    const flags = readFlags(['client', '--connect', '[::1]:4433', '--servername=api.example', '--send', '']);
    expect(flags).toMatchObject({ host: '::1', port: 4433, serverName: 'api.example', send: '', timeout: 120 });
  });

  it.each([
    [[], ['1.2', '1.3']],
    [['--max', '1.2'], ['1.2']],
    [['--min', '1.3'], ['1.3']],
    [['--min', '1.2', '--max', '1.2'], ['1.2']],
    [['--suites', 'TLS_RSA_WITH_AES_128_GCM_SHA256'], ['1.2']],
    [['--suites', 'TLS_AES_128_GCM_SHA256'], ['1.3']],
    [
      ['--suites', 'tls_aes_128_gcm_sha256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
      ['1.2', '1.3'],
    ],
    [['--sigalgs', 'rsa_pkcs1_sha256'], ['1.2']],
    [
      ['--sigalgs', 'rsa_pkcs1_sha256,ed25519'],
      ['1.2', '1.3'],
    ],
  ])('%j speak %j', (args, versions) => {
    expect(readFlags(['server', ...args]).versions).toEqual(versions);
  });

  it.each([
    [[], /^Say "server" or "client" first/],
    [['proxy'], /^"proxy" is no role/],
    [['server', 'now'], /^"now" has no place here/],
    [['server', '--send', 'x'], /^--send is a flag of the client/],
    [['server', '-p', '1'], /^There is no flag -p;/],
    [['server', '--cert'], /^--cert needs a value/],
    [['server', '--cert', 'a', '--cert', 'b'], /^--cert stands there twice/],
    [['server', '--echo=yes'], /^--echo takes no value/],
    [['server', '--port', '65536'], /^--port takes a port number from 0 to 65535, and "65536" is none/],
    [['server', '--port', '1e3'], /^--port takes a port number/],
    [['server', '--timeout', '1.5'], /^--timeout takes a number of seconds from 0 to 86400, and "1\.5" is none/],
    [['client', '--connect', 'localhost:1', '--timeout', '86401'], /^--timeout takes a number of seconds/],
    [['server', '--host', 'localhost'], /^--host takes an address of this machine, .* "localhost" is none/],
    [['server', '--host', '[::1]'], /^--host takes an address/],
    [['client', '--host', '::1'], /^--host is a flag of the server/],
    [['server', '--client-auth', 'maybe'], /^--client-auth takes off or asked or required/],
    [['server', '--min', '1.3', '--max', '1.2'], /^--min 1\.3 is above --max 1\.2/],
    [
      ['server', '--max', '1.2', '--suites', 'TLS_AES_128_GCM_SHA256'],
      /^--suites leaves nothing to speak: it names no suite of TLS 1\.2\.$/,
    ],
    [
      ['client', '--connect', 'localhost:1', '--min', '1.3', '--suites', 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
      /^--suites leaves nothing to speak: it names no suite of TLS 1\.3\.$/,
    ],
    [['server', '--min', '1.3', '--sigalgs', 'rsa_pkcs1_sha256'], /^--sigalgs leaves nothing to speak: TLS 1\.3 needs/],
    [['server', '--min', '1.1'], /^--min takes 1\.2 or 1\.3, and "1\.1" is neither/],
    [['server', '--suites', 'RC4'], /^--suites knows no "RC4"; it knows TLS_AES_128_GCM_SHA256/],
    [['server', '--groups', 'x25519,'], /^--groups knows no ""/],
    [['server', '--sigalgs', 'md5'], /^--sigalgs knows no "md5"/],
    [['server', '--alpn', 'h2,'], /^--alpn takes names of 1 to 255 bytes/],
    [['client'], /^The client needs --connect HOST:PORT/],
    [['client', '--connect', 'localhost'], /^--connect takes HOST:PORT/],
    [['client', '--connect', 'localhost:0'], /^--connect takes a port number from 1/],
    [['client', '--connect', 'localhost:1', '--servername', '127.0.0.1'], /^--servername takes a DNS name/],
    [['client', '--connect', 'localhost:1', '--ca', ''], /^--ca needs the name of a file/],
  ])('refuses %j', (args, sentence) => {
    const refusal = refusalOf(() => readFlags(args));
    expect(refusal).toMatch(sentence);
    expect(refusal).toMatch(/\.$/);
  });
});

describe('files', () => {
  let files: Files;
  beforeAll(() => {
    files = pemFiles();
    writeFileSync(files.path('empty.pem'), 'nothing here');
    writeFileSync(
      files.path('locked.key'),
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n',
    );
  });
  afterAll(() => files.remove());

  it('are read', () => {
    const { server, clientRoot } = pkiOf('P-256');
    const names = { cert: files.path('server.pem'), key: files.path('server.key'), ca: files.path('client-ca.pem') };
    const { identities, anchors } = readCredentials(names);
    expect(identities[0]?.chain.map(({ der }) => der)).toEqual(server.chain.map(({ der }) => der));
    expect(identities[0]?.key).toEqual(server.key);
    expect(anchors.map(({ der }) => der)).toEqual([clientRoot.der]);
  });

  it.each([
    [{ ca: 'nowhere.pem' }, /^--ca \S+nowhere\.pem can't be read: there is no such file\.$/],
    [{ ca: '.' }, /^--ca \S+ can't be read: it is a folder\.$/],
    [{ ca: 'empty.pem' }, /^--ca \S+: There is no certificate in this file/],
    [{ cert: 'server.pem' }, /^--cert needs --key/],
    [{ key: 'server.key' }, /^--key needs --cert/],
    [{ cert: 'server.pem', key: 'client.key' }, /holds another key than the first certificate/],
    [{ cert: 'server.pem', key: 'locked.key' }, /encrypted; save it without a password/],
  ])('refuses %j', (names, sentence) => {
    const paths = Object.fromEntries(Object.entries(names).map(([flag, name]) => [flag, files.path(name)]));
    expect(refusalOf(() => readCredentials(paths))).toMatch(sentence);
  });
});

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'It was taken.';
}
