// Plays the two connections that a proxy makes out of one: what the proxy reads from the client it sends to the server behind it, and what
// comes back it passes on. It must not know single mischiefs, nor how anything is told.

import type { Bytes } from '../../bytes/index.ts';
import { generateKey, publicOf, seededEnv } from '../../crypto/index.ts';
import { type Certificate, type Identity, mint, parseCertificate } from '../../pki/index.ts';
import type { Cast } from '../cast.ts';
import type { Own } from '../own/own.ts';
import { pageRefusalIn } from '../own/page-refusal.ts';
import { unstartedWith } from '../own/question.ts';
import { play, run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { dataHeard, http1, speaking, type Tongue } from '../script.ts';
import type { Timeline } from '../timeline.ts';
import { scenarioPki, usualWorld } from '../world.ts';
import {
  badGateway,
  certificateError,
  headerOf,
  inHeader,
  noCertificate,
  pageByCertificate,
  pageByHeader,
  withHeader,
  withoutHeader,
} from './http.ts';
import { backOf, frontOf, showsOwn, vouched } from './scenarios.ts';
import type { Way } from './way.ts';

/** What happened on both sides of a proxy. */
export interface Proxied {
  readonly way: Way;
  /** Between client and proxy; where it passes everything through, between client and server. */
  readonly front: Timeline;
  /** Between proxy and server; absent: it was never opened. */
  readonly back?: Timeline;
  /** Of what somebody brought, whose it is that the connection in front is made with; absent: nobody’s. */
  readonly own?: 'both' | 'proxy';
  /** What the proxy read of the client's request, and what it sent on. */
  readonly request?: { readonly read: Bytes; readonly sent: Bytes };
}

/** The host in the proxy's own certificate. */
const proxyName = 'proxy.example';

/**
 * Plays a scenario through a proxy. The handshakes are those of `frontOf` and `backOf`, but for a certificate of the proxy's own.
 * @param brought by somebody, in place of the demo's in front, unless a side could not play with it; behind there is nothing of theirs
 * @throws what `run` throws for the scenarios of both connections
 */
export function proxied(scenario: Scenario, way: Way, brought?: Own): Proxied {
  const own = brought && isPlayable(brought) ? brought : undefined;
  const played = bothOf(scenario, way, own);
  return own ? { ...played, own: showsOwn(way) ? 'both' : 'proxy' } : played;
}

/** Whether both sides would start, and each has the key to what it shows. */
function isPlayable(own: Own): boolean {
  const shown = [own.client, own.server].flatMap(({ shows = [] }) => shows);
  return unstartedWith(own) === undefined && shown.every(({ key }) => key !== undefined);
}

function bothOf(scenario: Scenario, way: Way, own: Own | undefined): Omit<Proxied, 'own'> {
  const front = frontOf(scenario, way);
  if (way === 'pass-through') return { way, front: run(front, own) };
  // What the proxy will answer is not known before the connection behind has been made; it changes nothing of what comes before.
  const listening =
    way === 'rejected'
      ? playWith(front, frontTongue(front, way, certificateError), { changed: takingAll, own })
      : playWith(front, frontTongue(front, way, noCertificate), { own });
  const read = requestIn(listening);
  // The server behind is the demo's, by its own name.
  const second = backOf(own ? { ...scenario, name: usualWorld.name } : scenario, way);
  if (!read || !second || refusesByPage(own, listening)) return { way, front: listening };
  const sent = passedOn(read, listening, way);
  const back = playWith(second, backTongue(sent, way), vouched.has(way) ? { changed: shownBy(second) } : {});
  const answer = pageIn(back) ?? badGateway;
  return { way, front: playWith(front, frontTongue(front, way, answer), { own }), back, request: { read, sent } };
}

/** What is said in front: a client that forges the header sends the certificate of somebody else. No secret is in that. */
function frontTongue({ keys, name }: Scenario, way: Way, answer: Bytes): Tongue {
  const plain = http1.request(name);
  const [leaf] = scenarioPki(keys).client.chain;
  const forges = (way === 'forged' || way === 'stripped') && leaf;
  return { ...http1, request: () => (forges ? withHeader(plain, inHeader(leaf.der)) : plain), page: () => answer };
}

/** What is said behind. The server goes by the header where the proxy is there to say who the client is, and by the connection else. */
function backTongue(request: Bytes, way: Way): Tongue {
  const byHeader = way === 'header' || way === 'forged' || way === 'stripped';
  return {
    ...http1,
    request: () => request,
    page: (peer) => (byHeader ? pageByHeader(subjectIn(headerOf(request))) : pageByCertificate(peer)),
  };
}

/** What the proxy makes of a request. */
function passedOn(request: Bytes, front: Timeline, way: Way): Bytes {
  if (way === 'forged') return request;
  const stripped = withoutHeader(request);
  const leaf = way === 'header' || way === 'stripped' ? provenIn(front) : undefined;
  return leaf ? withHeader(stripped, inHeader(leaf.der)) : stripped;
}

/** The certificate of a client that has proved to hold its key. */
function provenIn({ moments, ends }: Timeline): Certificate | undefined {
  if (typeof ends.server.facts?.peer !== 'string') return undefined;
  for (const moment of moments)
    if (moment.who === 'server' && moment.insight.kind === 'verdict') return moment.insight.verdict.path[0];
  return undefined;
}

function subjectIn(header: string | undefined): string | null {
  const [, text] = /^:([A-Za-z0-9+/=]*):$/.exec(header ?? '') ?? [];
  if (text === undefined) return null;
  return parseCertificate(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))).subject.text;
}

function requestIn(front: Timeline): Bytes | undefined {
  const heard = heardBy(front, 'server');
  return http1.asks(heard) ? heard : undefined;
}

function pageIn(back: Timeline): Bytes | undefined {
  const heard = heardBy(back, 'client');
  return http1.answers(heard) ? heard : undefined;
}

function heardBy({ moments }: Timeline, who: 'client' | 'server'): Bytes {
  return dataHeard(moments.flatMap((moment) => (moment.who === who ? [moment.insight] : [])));
}

/** Whether the proxy behaves like a program that has refused the client in HTTP by then. */
function refusesByPage(own: Own | undefined, { moments, scenario }: Timeline): boolean {
  if (!own?.server.manner?.refusesByPage) return false;
  const known = moments.flatMap((moment) => (moment.who === 'server' ? [moment.insight] : []));
  return pageRefusalIn(known, scenario?.clientAuthentication === 'required') !== undefined;
}

interface Casting {
  readonly changed?: (cast: Cast) => Cast;
  readonly own?: Own | undefined;
}

function playWith(scenario: Scenario, tongue: Tongue, { changed = (cast) => cast, own }: Casting): Timeline {
  const script = speaking({ 'http/1.1': tongue }, scenario.name);
  return play(scenario, own, (plain) => changed({ ...plain, script }));
}

/** As nginx: its callback takes every chain, and the verdict is asked for with the request (src/event/ngx_event_openssl.c). */
function takingAll(cast: Cast): Cast {
  return { ...cast, server: { ...cast.server, unproven: { causes: 'all', outcome: 'goes on' } } };
}

/** The proxy as the client behind, with a certificate from the CA that the server trusts. */
function shownBy({ keys }: Scenario): (cast: Cast) => Cast {
  const identity = identityOf(keys);
  return (cast) => ({ ...cast, client: { ...cast.client, identities: [identity] } });
}

const DAY = 24 * 60 * 60 * 1000;

/** Its key is of the quick kind, whoever issues the certificate. */
function identityOf(keys: Scenario['keys']): Identity {
  const { at } = usualWorld;
  const issuer = scenarioPki(keys).issuers.client;
  const env = seededEnv(`countersign proxy ${keys}`, at);
  const key = generateKey('P-256', env);
  const [certificate] = issuer.chain;
  const template = {
    subject: [
      ['O', 'Countersign Demo'],
      ['CN', proxyName],
    ],
    notBefore: at - 30 * DAY,
    notAfter: at + 335 * DAY,
    extendedKeyUsage: ['clientAuth'],
    subjectAltNames: [proxyName],
  } as const;
  return { chain: [mint(template, publicOf(key), { certificate, key: issuer.key }, env), ...issuer.chain], key };
}
