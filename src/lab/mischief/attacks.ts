// What an attacker on the wire can try without any key: edit what is in the clear, put its own in, cut, forge and replay.

import { flipped } from '../catalogue/bend.ts';
import { byClient, byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { CUT } from '../wire.ts';
import {
  cleartextAlert,
  codeOf,
  otherSuite,
  preferring,
  speakingBoth,
  strikingExtension,
  strikingSuite,
  swappingClients,
  swappingInHello,
  swappingSecret,
  swappingServers,
} from './attacker.ts';
import { inTwoRecords } from './page.ts';
import { dialectOf } from './reword.ts';
import { atAnswer, atRecord, dropped, injected, rewording, tapped } from './tap.ts';

/**
 * TLS 1.3, when the two saw different hellos: their keys differ at once, so neither can open what the other says. OpenSSL's client sends
 * this alert in the clear; RFC 9846 6 has it protected like everything else, so here the server can't open it.
 */
const neitherOpens = (): Expectation => ({
  noticed: true,
  by: 'client',
  cause: 'bad-record-mac',
  alert: 'bad_record_mac',
  at: { from: 'server', name: 'EncryptedExtensions' },
  answer: { cause: 'bad-record-mac', alert: 'bad_record_mac' },
});

/**
 * TLS 1.2, when the client said or heard anything else than the server: its signature vouches for all of it. Where it signs nothing, the
 * keys differ, which are made from all of it too (RFC 7627).
 */
const signedOrKeyed = ({ clientAuthentication }: Scenario): Expectation =>
  clientAuthentication === 'off'
    ? byServer('bad-record-mac', 'bad_record_mac', 'Finished')
    : byServer('bad-signature', 'decrypt_error', 'CertificateVerify');

/** What comes of striking ALPN, if there is any. */
const unlessSilent =
  (expectation: (scenario: Scenario) => Expectation) =>
  (scenario: Scenario): Expectation =>
    scenario.alpn === 'none' ? { noticed: false, because: 'no-alpn' } : expectation(scenario);

const unlikeHellos: Entry['expect'] = { '1.3': neitherOpens, '1.2': signedOrKeyed };

export const attacks: readonly Entry[] = [
  {
    id: 'suites-stripped',
    who: 'network',
    topic: 'attack',
    expect: unlikeHellos,
    apply: (cast) => tapped(preferring(cast, otherSuite(cast.scenario)), strikingSuite(cast.scenario)),
  },
  {
    id: 'downgrade',
    who: 'network',
    topic: 'attack',
    measured: 'downgrade_strip_supported_versions',
    expect: { '1.3': () => byClient('downgrade-sentinel', 'illegal_parameter', 'ServerHello') },
    apply: (cast) => tapped(speakingBoth(cast), strikingExtension('supported_versions', '1.3')),
  },
  {
    id: 'alpn-stripped',
    who: 'network',
    topic: 'attack',
    expect: { '1.3': unlessSilent(neitherOpens), '1.2': unlessSilent(signedOrKeyed) },
    apply: (cast) =>
      tapped(cast, strikingExtension('application_layer_protocol_negotiation', dialectOf(cast.scenario))),
  },
  {
    id: 'extended-master-secret-stripped',
    who: 'network',
    topic: 'attack',
    // Both sides have the same keys then: Finished is the first to tell where the client signs nothing.
    expect: {
      '1.2': (scenario) =>
        scenario.clientAuthentication === 'off'
          ? byServer('bad-finished', 'decrypt_error', 'Finished')
          : signedOrKeyed(scenario),
    },
    apply: (cast) => tapped(cast, strikingExtension('extended_master_secret', dialectOf(cast.scenario))),
  },
  {
    id: 'hello-random-flipped',
    who: 'network',
    topic: 'attack',
    measured: 'flip_ch_random',
    expect: {
      '1.3': neitherOpens,
      '1.2': (scenario) =>
        scenario.keyExchange === 'static'
          ? signedOrKeyed(scenario)
          : byClient('bad-signature', 'decrypt_error', 'ServerKeyExchange'),
    },
    apply: (cast) =>
      tapped(
        cast,
        rewording('ClientHello', dialectOf(cast.scenario), (hello) => ({
          ...hello,
          random: flipped(hello.random, 0, 1),
        })),
      ),
  },
  {
    id: 'server-hello-edited',
    who: 'network',
    topic: 'attack',
    expect: { '1.3': suiteReplaced13, '1.2': suiteReplaced12 },
    apply: (cast) =>
      tapped(
        cast,
        rewording('ServerHello', dialectOf(cast.scenario), (hello) => ({
          ...hello,
          cipher_suite: codeOf(otherSuite(cast.scenario)),
        })),
      ),
  },
  {
    id: 'share-swapped',
    who: 'network',
    topic: 'attack',
    expect: {
      '1.3': neitherOpens,
      '1.2': ({ keyExchange }) =>
        keyExchange === 'static'
          ? { noticed: false, because: 'static-rsa-no-swap' }
          : byClient('bad-signature', 'decrypt_error', 'ServerKeyExchange'),
    },
    apply: (cast) => tapped(cast, cast.scenario.version === '1.3' ? swappingInHello(cast) : swappingServers(cast)),
  },
  {
    id: 'client-share-swapped',
    who: 'network',
    topic: 'attack',
    expect: { '1.2': signedOrKeyed },
    apply: (cast) =>
      tapped(cast, cast.scenario.keyExchange === 'static' ? swappingSecret(cast) : swappingClients(cast)),
  },
  {
    id: 'certificate-request-stripped',
    who: 'network',
    topic: 'attack',
    // In TLS 1.3 it is encrypted.
    expect: { '1.2': whenAsked(() => byServer('unexpected-message', 'unexpected_message', 'ClientKeyExchange')) },
    apply: (cast) =>
      tapped(
        cast,
        rewording('CertificateRequest', dialectOf(cast.scenario), () => undefined),
      ),
  },
  {
    id: 'alert-injected',
    who: 'network',
    topic: 'attack',
    expect: inBoth(() => ({
      noticed: 'cut',
      by: ['server'],
      because: 'alert-believed',
    })),
    apply: (cast) =>
      tapped(
        cast,
        atRecord('server', 0, (hello) => [injected('server', cleartextAlert('fatal', 'handshake_failure')), hello]),
      ),
  },
  {
    id: 'cleartext-injected',
    who: 'network',
    topic: 'attack',
    expect: {
      '1.3': () => byClient('unexpected-record', 'unexpected_message', 'application data'),
      // There, whatever comes after ChangeCipherSpec counts as protected, so this is a record that doesn't open.
      '1.2': () => byClient('bad-record-mac', 'bad_record_mac', 'application data'),
    },
    apply: (cast) =>
      tapped(
        inTwoRecords(cast),
        atAnswer(0, (page) => [page, injected('server', cleartextAlert('warning', 'close_notify'))]),
      ),
  },
  {
    id: 'truncation',
    who: 'network',
    topic: 'attack',
    expect: inBoth(() => ({
      noticed: 'cut',
      by: ['client', 'server'],
      because: 'page-without-goodbye',
    })),
    apply: (cast) =>
      tapped(
        inTwoRecords(cast),
        atAnswer(1, (page) => [dropped(page), CUT]),
      ),
  },
  {
    id: 'replayed-record',
    who: 'network',
    topic: 'attack',
    // The server has just answered when it comes.
    expect: inBoth(() => ({
      noticed: true,
      by: 'server',
      cause: 'bad-record-mac',
      alert: 'bad_record_mac',
      at: { from: 'server', name: 'application data' },
    })),
    apply: (cast) =>
      tapped(
        cast,
        atAnswer(0, (page, request) => [page, injected('client', request.bytes)]),
      ),
  },
];

function suiteReplaced13({ retry }: Scenario): Expectation {
  return retry ? byClient('suite-changed', 'illegal_parameter', 'ServerHello') : neitherOpens();
}

/** With static RSA, the other suite has a ServerKeyExchange, which doesn't come. */
function suiteReplaced12(scenario: Scenario): Expectation {
  if (scenario.keyExchange === 'ephemeral') return signedOrKeyed(scenario);
  const instead = scenario.clientAuthentication === 'off' ? 'ServerHelloDone' : 'CertificateRequest';
  return byClient('unexpected-message', 'unexpected_message', instead);
}
