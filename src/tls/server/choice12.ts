// What a server of TLS 1.2 chooses: suite, certificate, scheme and group hang together there, because the suite names the kind of
// key that signs (RFC 5246 section 7.4.2, RFC 8422 section 5.1).

import type { Group, KeyKind, RsaPrivateKey, Scheme } from '../../crypto/index.ts';
import type { Shown } from '../../pki/index.ts';
import type { ServerConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { chooseIdentity } from '../identity.ts';
import { groupOf } from '../keys/code.ts';
import { type Suite12, suite12 } from '../keys/suite.ts';
import { codesOf, suiteCodes } from '../negotiation.ts';
import type { Outbox } from '../outbox.ts';
import type { ChoiceReason } from '../reason.ts';
import { find } from '../wire/extension.ts';
import { groupNames, suites } from '../wire/iana.ts';
import type { ClientHello } from '../wire/message.ts';
import { groupsIn, noteIdentity, noteScheme, noteSuite, schemesIn, suitesIn } from './choice.ts';

type Out = Outbox<ServerConfig>;

/** How the premaster secret is agreed on. */
export type Exchange =
  | { readonly kind: 'ECDHE'; readonly group: Group; readonly scheme: Scheme }
  | { readonly kind: 'RSA'; readonly key: RsaPrivateKey };

/** Everything that a ServerHello and its flight rest on. */
export interface Plan {
  readonly suite: Suite12;
  readonly identity: Shown;
  readonly reason: ChoiceReason;
  readonly exchange: Exchange;
}

/**
 * The server's first suite that the client offers and one of its certificates suits.
 * @throws TlsFault no-server-certificate, no-common-suite, no-common-group, no-common-scheme
 */
export function choosePlan(hello: ClientHello, out: Out): Plan {
  const { config } = out;
  if (config.identities.length === 0) throw new TlsFault('no-server-certificate', {});
  const own = suiteCodes(config.suites, ['1.2']);
  const common = own.flatMap((code) => (hello.cipher_suites.includes(code) ? (suite12(code) ?? []) : []));
  const group = commonGroup(hello, out);
  // RFC 5246 7.4.2: a key that signs must be one that may. One that may not comes last; the client will judge it.
  for (const signers of [config.identities.filter(maySign), config.identities]) {
    for (const suite of common) {
      const plan =
        suite.kx === 'RSA' ? planWithRsa(suite, config) : planWithShare(suite, group, hello, signers, config);
      if (plan) return noted(plan, hello, out);
    }
  }
  if (common.length === 0) {
    const taken = own.map((code) => suites.name(code) ?? '');
    throw new TlsFault('no-common-suite', { offered: suitesIn(hello), taken });
  }
  if (!group) throw new TlsFault('no-common-group', { offered: groupsIn(hello), taken: config.groups });
  throw new TlsFault('no-common-scheme', { suites: common.map(({ name }) => name), offered: schemesIn(hello) });
}

// RFC 8422 4: a client that lists no groups leaves the choice to the server. secp256r1 is what everybody can do.
function commonGroup(hello: ClientHello, { config }: Out): Group | undefined {
  const offered = find(hello.extensions, 'supported_groups')?.named_group_list;
  const own = codesOf(config.groups, groupNames).filter((code) => groupOf(code));
  const usual = own.find((each) => each === groupNames.codes.secp256r1) ?? own[0];
  const code = offered ? own.find((each) => offered.includes(each)) : usual;
  return code === undefined ? undefined : groupOf(code);
}

function maySign({ chain }: Shown): boolean {
  return chain[0]?.keyUsage?.includes('digitalSignature') ?? true;
}

function planWithShare(
  suite: Suite12,
  group: Group | undefined,
  hello: ClientHello,
  identities: readonly Shown[],
  { schemes }: ServerConfig,
): Plan | undefined {
  const accepted = find(hello.extensions, 'signature_algorithms')?.supported_signature_algorithms ?? [];
  const keys = (kind: KeyKind): boolean =>
    kind.startsWith('RSA') === (suite.kx === 'ECDHE_RSA') && onOfferedCurve(kind, hello);
  const choice = chooseIdentity(identities, { version: '1.2', own: schemes, accepted, keys });
  if (!choice.identity || !group) return undefined;
  const { identity, scheme, reason } = choice;
  return { suite, identity, reason, exchange: { kind: 'ECDHE', group, scheme } };
}

const CURVE_NAMES: Readonly<Partial<Record<KeyKind, 'secp256r1' | 'secp384r1' | 'secp521r1'>>> = {
  'P-256': 'secp256r1',
  'P-384': 'secp384r1',
  'P-521': 'secp521r1',
};

// RFC 8422 5.3: in TLS 1.2 the client's groups are also the curves that a certificate's key may be on.
function onOfferedCurve(kind: KeyKind, hello: ClientHello): boolean {
  const offered = find(hello.extensions, 'supported_groups')?.named_group_list;
  const name = CURVE_NAMES[kind];
  return !offered || name === undefined || offered.includes(groupNames.codes[name]);
}

function planWithRsa(suite: Suite12, { identities }: ServerConfig): Plan | undefined {
  for (const identity of identities) {
    const { key, chain } = identity;
    const usage = chain[0]?.keyUsage;
    if (key?.kind === 'RSA' && (usage?.includes('keyEncipherment') ?? true))
      return { suite, identity, reason: { what: 'decrypts' }, exchange: { kind: 'RSA', key } };
  }
  return undefined;
}

function noted(plan: Plan, hello: ClientHello, out: Out): Plan {
  const { suite, identity, reason, exchange } = plan;
  noteSuite(suite.name, hello, out);
  noteIdentity(identity, reason, out);
  if (exchange.kind === 'RSA') return plan;
  noteScheme(exchange.scheme, out);
  const among = groupsIn(hello);
  const what = find(hello.extensions, 'supported_groups') ? 'first offered' : 'no groups listed';
  out.note({ kind: 'chose', what: 'group', value: exchange.group.name, among, reason: { what } });
  return plan;
}
