// What can go wrong with keys and with the protection of records: a Finished that doesn't fit, ciphertext that was touched, records that
// don't come in their order. What is wrong with a record's form stands in records.ts.

import { type Bytes, concat, EMPTY } from '../../bytes/index.ts';
import { type Hash, hmac, sha256, sha384 } from '../../crypto/index.ts';
import { type ClientConfig, contentTypes, type Insight } from '../../tls/index.ts';
import { digest, expandLabel, retried, type Secret, type Transcript, verifyData12 } from '../../tls/keys/index.ts';
import { MESSAGE_HEADER } from '../../tls/record/index.ts';
import { messageName } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { bent, flipped, lastBitFlipped } from '../catalogue/bend.ts';
import { byClient, byServer, type Entry, type Expectation, inBoth } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import type { Carriage } from '../timeline.ts';
import { inTwoRecords } from './page.ts';
import { recordForm } from './records.ts';
import { watching } from './reword.ts';
import { sealed } from './seal.ts';
import { atAnswer, atProtected, changed, dropped, injected, tapped } from './tap.ts';

/** What protects a record no longer fits, and the server sees it in the first record that the client protects. */
const unopened = ({ version, clientAuthentication }: Scenario): Expectation =>
  byServer(
    'bad-record-mac',
    'bad_record_mac',
    version === '1.3' && clientAuthentication !== 'off' ? 'Certificate' : 'Finished',
  );
/** The same for the client, in the page that the server sends. */
const unopenedPage = byClient('bad-record-mac', 'bad_record_mac', 'application data');

export const protection: readonly Entry[] = [
  {
    id: 'client-bad-finished',
    who: 'client',
    topic: 'protection',
    measured: 'flip_fin_client_keyed',
    expect: inBoth(() => byServer('bad-finished', 'decrypt_error', 'Finished')),
    apply: (cast) => ({ ...cast, client: bent(cast.client, 'Finished', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'server-bad-finished',
    who: 'server',
    topic: 'protection',
    measured: 'flip_fin_server_keyed',
    expect: inBoth(() => byClient('bad-finished', 'decrypt_error', 'Finished')),
    apply: (cast) => ({ ...cast, server: bent(cast.server, 'Finished', (bytes) => [lastBitFlipped(bytes)]) }),
  },
  {
    id: 'wrong-finished-label',
    who: 'client',
    topic: 'protection',
    expect: inBoth(() => byServer('bad-finished', 'decrypt_error', 'Finished')),
    apply: (cast) => ({ ...cast, client: mislabelling(cast.client) }),
  },
  {
    id: 'ciphertext-flipped',
    who: 'network',
    topic: 'protection',
    measured: 'flip_app_server',
    expect: inBoth(() => unopenedPage),
    apply: (cast) =>
      tapped(
        cast,
        atAnswer(0, (page) => [bitFlipped(page, page.bytes.length >> 1)]),
      ),
  },
  {
    id: 'tag-flipped',
    who: 'network',
    topic: 'protection',
    expect: inBoth(unopened),
    apply: (cast) =>
      tapped(
        cast,
        atProtected(cast.scenario.version, 'client', (record) => [bitFlipped(record, record.bytes.length - 1)]),
      ),
  },
  {
    id: 'header-flipped',
    who: 'network',
    topic: 'protection',
    // RFC 9846 5.1 has legacy_record_version ignored, and RFC 5246 asks for no check either: it is the tag that vouches for it.
    expect: inBoth(unopened),
    apply: (cast) =>
      tapped(
        cast,
        atProtected(cast.scenario.version, 'client', (record) => [bitFlipped(record, VERSION_OFFSET)]),
      ),
  },
  {
    id: 'record-dropped',
    who: 'network',
    topic: 'protection',
    expect: inBoth(() => unopenedPage),
    apply: (cast) =>
      tapped(
        inTwoRecords(cast),
        atAnswer(0, (page) => [dropped(page)]),
      ),
  },
  {
    id: 'record-duplicated',
    who: 'network',
    topic: 'protection',
    expect: inBoth(() => unopenedPage),
    apply: (cast) =>
      tapped(
        inTwoRecords(cast),
        atAnswer(0, (page) => [page, injected('server', page.bytes)]),
      ),
  },
  {
    id: 'records-swapped',
    who: 'network',
    topic: 'protection',
    expect: inBoth(() => unopenedPage),
    apply: swapping,
  },
  {
    id: 'nonce-reused',
    who: 'server',
    topic: 'protection',
    expect: inBoth(() => unopenedPage),
    apply: (cast) => ({ ...inTwoRecords(cast), server: repeatingItself(cast) }),
  },
  ...recordForm,
];

/** Where a record's header has the lower byte of its version. */
const VERSION_OFFSET = 2;

function bitFlipped(carriage: Carriage, offset: number): Carriage {
  return changed(carriage, flipped(carriage.bytes, offset, 1));
}

/** The first record of the page is held back until the second one has passed. */
function swapping(cast: Cast): Cast {
  const held: Carriage[] = [];
  const holding = tapped(
    inTwoRecords(cast),
    atAnswer(0, (first) => {
      held.push(first);
      return [];
    }),
  );
  const second = atAnswer(0, (page) => [page, ...held.splice(0)]);
  return tapped(holding, second);
}

function repeatingItself({ server, scenario }: Cast): Cast['server'] {
  // Finished has the number 0 in TLS 1.2; in TLS 1.3 data has keys of its own.
  const second = scenario.version === '1.3' ? 1 : 2;
  return sealed(server, (inner) =>
    inner.type === contentTypes.codes.application_data && inner.sequence === second
      ? { ...inner, sequence: second - 1 }
      : inner,
  );
}

/** What a side has learnt of a handshake, as far as its Finished is made from it. */
interface Learnt {
  secret?: Secret;
  readonly messages: Bytes[];
}

/** The same configuration, but Finished is made with another label. Everything else that goes into it is right. */
function mislabelling(config: ClientConfig): ClientConfig {
  const learnt: Learnt = { messages: [] };
  return bent(
    watching(config, (insight) => learn(learnt, insight)),
    'Finished',
    (bytes) => [concat(bytes.subarray(0, MESSAGE_HEADER), mislabelled(learnt))],
  );
}

function learn(learnt: Learnt, insight: Insight): void {
  if (insight.kind === 'said' || insight.kind === 'heard') learnt.messages.push(insight.message.bytes);
  if (insight.kind !== 'secret') return;
  const { id } = insight.secret;
  const own = typeof id !== 'string' && id.kind === 'traffic' && id.epoch === 'handshake' && id.of === 'client';
  if (own || id === 'master_secret') learnt.secret = insight.secret;
}

/** In TLS 1.2 under the server's label; in TLS 1.3, where both sides have the same one, under that of TLS 1.2. */
function mislabelled({ secret, messages }: Learnt): Bytes {
  if (secret?.kind !== 'expand' && secret?.kind !== 'prf')
    throw new Error('a Finished is said before there are keys for it');
  const hash = secret.hash === 'SHA-384' ? sha384 : sha256;
  if (secret.kind === 'prf') return verifyData12({ hash, secret }, 'server', messages);
  const key = expandLabel(hash, secret.value, 'client finished', EMPTY, hash.length);
  return hmac(hash, key, digest(hash, retold(messages, hash)));
}

/** RFC 9846 section 4.1: a HelloRetryRequest leaves the hash of the first ClientHello in its place. */
function retold([first, second, ...more]: Transcript, hash: Hash): Transcript {
  if (!first || !second) return [];
  const retry = messageName(second, '1.3') === 'HelloRetryRequest';
  return [...(retry ? retried(hash, [first]) : [first]), second, ...more];
}
