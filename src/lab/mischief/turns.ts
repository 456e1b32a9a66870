// Messages that come when it is not their turn: for each state of both sides, one that it doesn't accept. The tables say which. Numbers
// stand in links: a new row gets a new one.

import type { AlertName, FaultCause, MessageName, Role, Version } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import { bent } from '../catalogue/bend.ts';
import type { Entry, Expectation, Spot } from '../catalogue/entry.ts';
import type { InState } from '../catalogue/reason.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { type Plausible, plausible, sayingFirst } from './plausible.ts';

/** What a side would say in its place; not a message once there is a connection. */
type Due = MessageName | 'application data';

/** One moment at which a side says something else than is due. */
interface Slip {
  readonly at: number;
  /** The state in which the other side is then. */
  readonly state: string;
  /** After a HelloRetryRequest. */
  readonly retried?: true;
  /** What is due; undefined in a scenario in which that moment never comes. */
  readonly due: (scenario: Scenario) => Due | undefined;
  readonly says: Plausible;
  /** It is due for the second time. */
  readonly again?: true;
  /** What is due is a ChangeCipherSpec, or the other’s answer: this is the message before it, which is said too. */
  readonly after?: true;
}

const always = (due: Due) => (): Due => due;
const asked = (due: Due, otherwise?: Due) => (scenario: Scenario) =>
  scenario.clientAuthentication === 'off' ? otherwise : due;
const onRetry = (due: Due, otherwise?: Due) => (scenario: Scenario) => (scenario.retry ? due : otherwise);
const ephemeral = (due: Due) => (scenario: Scenario) => (scenario.keyExchange === 'static' ? undefined : due);
const DATA = 'application data';
const listener: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };

const slips: Readonly<Record<Role, Readonly<Record<Version, readonly Slip[]>>>> = {
  client: {
    '1.3': [
      { at: 1, state: 'START', due: always('ClientHello'), says: 'Finished' },
      { at: 2, state: 'START', retried: true, due: onRetry('ClientHello'), again: true, says: 'Finished' },
      { at: 3, state: 'WAIT_CERT', due: asked('Certificate'), says: 'CertificateVerify' },
      { at: 4, state: 'WAIT_CV', due: asked('CertificateVerify'), says: 'Certificate' },
      { at: 5, state: 'WAIT_FINISHED', due: always('Finished'), says: 'KeyUpdate' },
      { at: 6, state: 'CONNECTED', due: always(DATA), says: 'Finished' },
    ],
    '1.2': [
      { at: 1, state: 'START', due: always('ClientHello'), says: 'Finished' },
      { at: 2, state: 'WAIT_CERT', due: asked('Certificate'), says: 'CertificateVerify' },
      { at: 3, state: 'WAIT_CKE', due: always('ClientKeyExchange'), says: 'CertificateVerify' },
      { at: 4, state: 'WAIT_CV', due: asked('CertificateVerify'), says: 'Certificate' },
      {
        at: 5,
        state: 'WAIT_CCS',
        due: asked('CertificateVerify', 'ClientKeyExchange'),
        after: true,
        says: 'CertificateVerify',
      },
      { at: 6, state: 'WAIT_FINISHED', due: always('Finished'), says: 'Certificate' },
      { at: 7, state: 'CONNECTED', due: always(DATA), says: 'Finished' },
    ],
  },
  server: {
    '1.3': [
      { at: 1, state: 'WAIT_SH', due: onRetry('HelloRetryRequest', 'ServerHello'), says: 'Finished' },
      { at: 2, state: 'WAIT_SH', retried: true, due: onRetry('ServerHello'), says: 'Finished' },
      { at: 3, state: 'WAIT_EE', due: always('EncryptedExtensions'), says: 'Certificate' },
      { at: 4, state: 'WAIT_CERT_CR', due: asked('CertificateRequest', 'Certificate'), says: 'CertificateVerify' },
      { at: 5, state: 'WAIT_CERT', due: asked('Certificate'), says: 'CertificateRequest' },
      { at: 6, state: 'WAIT_CV', due: always('CertificateVerify'), says: 'Certificate' },
      { at: 7, state: 'WAIT_FINISHED', due: always('Finished'), says: 'NewSessionTicket' },
      // RFC 9846 4.7.2: a client that didn't offer post_handshake_auth must refuse to be asked now.
      { at: 8, state: 'CONNECTED', due: always(DATA), says: 'CertificateRequest' },
    ],
    '1.2': [
      { at: 1, state: 'WAIT_SH', due: always('ServerHello'), says: 'Finished' },
      { at: 2, state: 'WAIT_CERT', due: always('Certificate'), says: 'ServerHelloDone' },
      { at: 3, state: 'WAIT_SKE', due: ephemeral('ServerKeyExchange'), says: 'ServerHelloDone' },
      { at: 4, state: 'WAIT_CR_SHD', due: asked('CertificateRequest', 'ServerHelloDone'), says: 'Certificate' },
      { at: 5, state: 'WAIT_SHD', due: asked('ServerHelloDone'), says: 'CertificateRequest' },
      { at: 6, state: 'WAIT_CCS', due: always('ServerHelloDone'), after: true, says: 'ServerHelloDone' },
      { at: 7, state: 'WAIT_FINISHED', due: always('Finished'), says: 'NewSessionTicket' },
      { at: 8, state: 'CONNECTED', due: always(DATA), says: 'Finished' },
    ],
  },
};

export const turns: readonly Entry[] = [
  outOfTurn('client', 'client-unexpected-message'),
  outOfTurn('server', 'server-unexpected-message'),
];

function outOfTurn(who: Role, id: string): Entry {
  const at = { '1.3': spots(who, '1.3'), '1.2': spots(who, '1.2') };
  const expect = (scenario: Scenario, mischief: Mischief) => outcome(who, slipIn(who, scenario, mischief), scenario);
  return {
    id,
    who,
    topic: 'flow',
    takes: { at },
    expect: { '1.3': expect, '1.2': expect },
    apply: (cast, mischief) => slipping(cast, who, slipIn(who, cast.scenario, mischief)),
  };
}

function spots(who: Role, version: Version): readonly Spot[] {
  return slips[who][version].map((slip) => ({ at: slip.at, when: stateOf(who, slip) }));
}

/** Where the other side is then. */
function stateOf(who: Role, { state, retried }: Slip): InState {
  return { who: listener[who], state, ...(retried && { retried }) };
}

function slipIn(who: Role, { version }: Scenario, { at }: Mischief): Slip {
  const table = slips[who][version];
  const slip = at === undefined ? table[0] : table.find((each) => each.at === at);
  if (!slip) throw new RangeError(`the ${who} has no slip ${at} in TLS ${version}`);
  return slip;
}

function outcome(who: Role, slip: Slip, scenario: Scenario): Expectation {
  const { due, says, after, state } = slip;
  const replaced = due(scenario);
  if (replaced === undefined) {
    return { noticed: false, because: { why: 'never-in-state', ...stateOf(who, slip) } };
  }
  return {
    noticed: true,
    by: listener[who],
    cause: 'unexpected-message',
    alert: 'unexpected_message',
    at: { from: who, name: says },
    ...(who === 'client' && { late: state === 'CONNECTED' || (scenario.version === '1.3' && state !== 'START') }),
    ...(after && who === 'server' && { answer: unlike(scenario) }),
  };
}

/**
 * The client had its whole flight ready before it heard one message too many. So the server hears that flight first, and finds that it
 * was not made for the messages that it said itself: what is signed differs, and so do the keys (RFC 7627).
 */
function unlike({ clientAuthentication }: Scenario): { readonly cause: FaultCause; readonly alert: AlertName } {
  return clientAuthentication === 'off'
    ? { cause: 'bad-record-mac', alert: 'bad_record_mac' }
    : { cause: 'bad-signature', alert: 'decrypt_error' };
}

function slipping(cast: Cast, who: Role, { due, says, again, after }: Slip): Cast {
  const replaced = due(cast.scenario);
  if (replaced === undefined) return cast;
  const wrong = plausible(says, who, cast);
  if (replaced === DATA) return sayingFirst(cast, who, () => wrong);
  let times = 0;
  const config = bent(cast[who], replaced, (right) => {
    times++;
    if (times !== (again ? 2 : 1)) return [right];
    return after ? [right, wrong] : [wrong];
  });
  return { ...cast, [who]: config };
}
