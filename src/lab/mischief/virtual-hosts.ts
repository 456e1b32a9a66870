// Two hosts behind one server, with one certificate for both names, and with different demands on clients. The handshake asks by the name in
// the ClientHello, the request by the one in HTTP.

import { type Bytes, concat, fromText } from '../../bytes/index.ts';
import { publicOf, seededEnv } from '../../crypto/index.ts';
import { type DemoPki, type Identity, mint } from '../../pki/index.ts';
import type { Cast } from '../cast.ts';
import { type Entry, inBoth, whenAsked } from '../catalogue/entry.ts';
import { framesIn } from '../frames.ts';
import type { Script } from '../script.ts';

/** The host that asks nobody who they are. */
const OPEN = 'www.example';

export const virtualHosts: readonly Entry[] = [
  {
    id: 'misdirected-request',
    who: 'client',
    topic: 'negotiation',
    expect: inBoth(whenAsked(() => ({ noticed: false, because: 'misdirected' }))),
    // Seen with nginx 1.22.1, in HTTP/1.1 and HTTP/2; Apache 2.4 (ssl_engine_kernel.c, AH02032), Traefik and Caddy answer so, too. A client may use one connection for all names of a certificate (RFC 9113 section 9.1.1).
    apply: (cast) => (cast.scenario.clientAuthentication === 'off' ? cast : misdirected(cast)),
  },
];

function misdirected(cast: Cast): Cast {
  const { client, server, pki } = cast;
  return {
    ...cast,
    client: { ...client, serverName: OPEN },
    server: { ...server, clientAuthentication: 'off', identities: [ofBothNames(pki)] },
    script: refusing(cast.script),
  };
}

/** The same conversation, but the server answers the request with status 421 (RFC 9110 section 15.5.20). */
function refusing(script: Script): Script {
  return (role, said, status, insights) => {
    const line = script(role, said, status, insights);
    if (role === 'client' || line?.kind !== 'send') return line;
    if (said.length > 0) return undefined;
    return { ...line, data: status.facts?.alpn === 'h2' ? refusalAfter(line.data) : refusal };
  };
}

const refusal = fromText('HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n');

/** In HTTP/2: the settings as before the page, and a header that is all there is. */
function refusalAfter(page: Bytes): Bytes {
  const settings = framesIn(page)
    .filter(({ name }) => name.startsWith('SETTINGS'))
    .at(-1);
  // END_STREAM and END_HEADERS, stream 1. RFC 7541 section 6.2.2: a field whose name is that of entry 8 of the static table, :status.
  const header = concat(Uint8Array.of(0, 0, 5, 1, 5, 0, 0, 0, 1, 8, 3), fromText('421'));
  return concat(page.subarray(0, settings?.end ?? 0), header);
}

const made = new WeakMap<DemoPki, Identity>();

/** The server’s certificate, for the other name as well. The same object each time for one PKI. */
function ofBothNames(pki: DemoPki): Identity {
  const known = made.get(pki) ?? certified(pki);
  made.set(pki, known);
  return known;
}

function certified({ kind, server: { chain, key }, issuers }: DemoPki): Identity {
  const [honest] = chain;
  const { chain: above, key: issuing } = issuers.server;
  if (!honest) throw new Error('the demo’s server has no certificate');
  const { notBefore, notAfter, keyUsage = [], extendedKeyUsage = [], subject } = honest;
  const name = subject.commonName ?? '';
  const template = {
    subject: [
      ['O', 'Countersign Demo'],
      ['CN', name],
    ],
    ...{ notBefore, notAfter, keyUsage, extendedKeyUsage },
    subjectAltNames: [name, OPEN],
  } as const;
  const env = seededEnv(`countersign virtual hosts ${kind}`, notBefore);
  return { chain: [mint(template, publicOf(key), { certificate: above[0], key: issuing }, env), ...above], key };
}
