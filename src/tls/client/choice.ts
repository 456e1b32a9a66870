// What a client makes of the server's ALPN answer, and how it tells which certificate it shows: the same in both versions.

import { type Bytes, toText } from '../../bytes/index.ts';
import type { ClientConfig } from '../config.ts';
import { TlsFault } from '../fault.ts';
import { type Choice, subjectOf, type Wish } from '../identity.ts';
import type { Insight } from '../insight.ts';
import type { Outbox } from '../outbox.ts';
import type { Version } from '../terms.ts';

type Out = Outbox<ClientConfig>;

/** RFC 7301 section 3.1: the list that comes back holds exactly one of the names that were offered. @throws TlsFault protocol-not-offered */
export function agreedProtocol(list: readonly Bytes[] | undefined, out: Out): string | null {
  if (!list) return null;
  const [name, ...more] = list.map(toText);
  if (name === undefined || more.length > 0 || !out.config.alpn.includes(name)) {
    throw new TlsFault('protocol-not-offered', { picked: list.map(toText), offered: out.config.alpn });
  }
  out.note({
    kind: 'check',
    what: 'alpn',
    ok: true,
    value: name,
    reason: { what: 'protocol offered' },
  });
  return name;
}

/** What a client’s configuration, and its clock, say about the certificate that it shows. */
export function wishOf({ config, env }: Pick<Out, 'config' | 'env'>, version: Version): Omit<Wish, 'accepted'> {
  const { schemes: own, heedAuthorities: heed, authoritiesAsWritten: asWritten = false, strangeKeys } = config;
  const now = config.passesOverExpired ? env.now : undefined;
  return { version, own, heed, asWritten, strange: strangeKeys?.[version], now };
}

/** The insight that tells which identity a side picked, and why. */
export function choiceInsight(
  choice: Choice,
  { identities }: { readonly identities: ClientConfig['identities'] },
): Insight {
  const among = identities.map(subjectOf);
  const { identity, reason } = choice;
  // Where there is one, there was nothing to weigh.
  const weighed = choice.weighed.length > 1 && { weighed: choice.weighed };
  if (!identity) return { kind: 'chose', what: 'no certificate', among, reason, ...weighed };
  return { kind: 'chose', what: 'certificate', value: subjectOf(identity) ?? '', among, reason, ...weighed };
}
