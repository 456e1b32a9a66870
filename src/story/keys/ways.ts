// How a value was made, read off what an endpoint said about it: the formula, the inputs by name, and a command that does it again.
// It must not know timelines.

import { type Bytes, concat, EMPTY, equal } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import {
  type Agreed,
  type Authenticated,
  type Expanded,
  type Extracted,
  type FromPrf,
  type Secret,
  type Share,
  secretName,
  type Zeros,
} from '../../tls/keys/index.ts';
import { formulas, inputNotes, remarks, retriedTranscripts, transcripts } from '../../words/keys.ts';
import { type InsightOf, peerOf } from '../account.ts';
import {
  cutCommand,
  exchangeCommand,
  expandCommand,
  extractCommand,
  hmacCommand,
  prfCommand,
  publicCommand,
} from './commands.ts';
import type { Command, KeyInput, Way } from './shape.ts';

/** How a side made a secret. @param retried whether a HelloRetryRequest came before it */
export function wayOf(secret: Secret, who: Role, retried: boolean): Way {
  switch (secret.kind) {
    case 'extract':
      return extracted(secret);
    case 'expand':
      return expanded(secret, retried);
    case 'hmac':
      return authenticated(secret, retried);
    case 'prf':
      return fromPrf(secret);
    case 'share':
      return shared(secret, who);
    case 'agreed':
      return secret.by.kind === 'group' ? exchanged(secret.by, who) : encrypted(secret.by.sealed, secret.value, who);
  }
}

/** RFC 9846 section 7.3: a write key or IV out of a traffic secret. */
export function trafficWay(key: Bytes, part: 'key' | 'iv', { id, hash, value }: Expanded): Way {
  const name = secretName(id);
  return {
    formula: `HKDF-Expand-Label(${name}, "${part}", "", ${key.length})`,
    inputs: [{ name, value }],
    ...made(expandCommand(hash, value, part, EMPTY, key.length)),
  };
}

/** RFC 5246 section 6.3: a write key or IV out of the key block, which holds client key, server key, client IV, server IV. */
export function cutWay({ key, iv }: InsightOf<'keys'>, part: 'key' | 'iv', writer: Role, block: FromPrf): Way {
  const second = writer === 'server' ? 1 : 0;
  const from = part === 'key' ? second * key.length : 2 * key.length + second * iv.length;
  const to = from + (part === 'key' ? key : iv).length;
  const { id: name, value } = block;
  const honest = equal(value.subarray(from, to), part === 'key' ? key : iv);
  return {
    formula: `${name}[${from}..${to - 1}]`,
    inputs: [{ name, value }],
    ...made(honest && cutCommand(prfInputs(block), from, to)),
  };
}

/** RFC 9846 section 7.1. */
function extracted({ salt, ikm, hash, value }: Extracted): Way {
  const term = (from: Secret | Zeros): string => (from.kind === 'zeros' ? '0' : secretName(from.id));
  const input = (name: string, from: Secret | Zeros): KeyInput => {
    const note = from.kind === 'zeros' ? inputNotes.zeros(from.value.length) : secretName(from.id);
    return { name, value: from.value, note };
  };
  return {
    formula: `HKDF-Extract(${term(salt)}, ${term(ikm)})`,
    inputs: [input('salt', salt), input('IKM', ikm)],
    ...made(extractCommand(hash, salt.value, ikm.value, value.length)),
  };
}

function expanded({ id, hash, label, from, over, context, value }: Expanded, retried: boolean): Way {
  const span = over === 'messages' ? spanOf(secretName(id), retried) : undefined;
  const formula =
    over === 'nothing'
      ? `HKDF-Expand-Label(${secretName(from.id)}, "${label}", "", ${value.length})`
      : `Derive-Secret(${secretName(from.id)}, "${label}", ${span ?? '""'})`;
  const hashed: KeyInput = span
    ? { name: 'Transcript-Hash', value: context, note: span }
    : { name: 'Transcript-Hash("")', value: context };
  return {
    formula,
    inputs: [{ name: secretName(from.id), value: from.value }, ...(over === 'nothing' ? [] : [hashed])],
    ...(span !== undefined && retried && { remark: remarks.retried }),
    ...made(expandCommand(hash, from.value, label, context, value.length)),
  };
}

/** Which messages a hash covers. After a HelloRetryRequest the first of them stands as message_hash (RFC 9846 section 4.1). */
function spanOf(name: string, retried: boolean): string | undefined {
  return (retried ? retriedTranscripts : transcripts)[name];
}

/** RFC 9846 section 4.5.3. */
function authenticated({ id, hash, from, context }: Authenticated, retried: boolean): Way {
  const span = spanOf(secretName(id), retried) ?? '';
  return {
    formula: `HMAC(${secretName(from.id)}, Transcript-Hash(${span}))`,
    inputs: [
      { name: secretName(from.id), value: from.value },
      { name: 'Transcript-Hash', value: context, note: span },
    ],
    ...(retried && { remark: remarks.retried }),
    ...made(hmacCommand(hash, from.value, context)),
  };
}

/** RFC 5246 sections 6.3 and 8.1, RFC 7627 section 4. */
function fromPrf(secret: FromPrf): Way {
  const { id, label, from, seeds, value } = secret;
  const seed = seeds.map(({ name }) => name).join(' + ');
  const cut = id === 'master_secret' ? `[0..${value.length - 1}]` : '';
  return {
    formula: `PRF(${secretName(from.id)}, "${label}", ${seed})${cut}`,
    inputs: [
      { name: secretName(from.id), value: from.value },
      ...seeds.map((each) => ({ ...each, note: inputNotes.seeds[each.name] ?? '' })),
    ],
    ...made(prfCommand(...prfInputs(secret))),
  };
}

function prfInputs({ hash, label, from, seeds, value }: FromPrf): Parameters<typeof prfCommand> {
  return [hash, from.value, label, concat(...seeds.map((seed) => seed.value)), value.length];
}

/** A share out of a private key. */
function shared({ id: { group }, privateKey, value }: Share, who: Role): Way {
  const command = publicCommand(group, privateKey, value.length);
  const inputs = [ownKey(group, privateKey, who)];
  return { formula: formulas.share(group), inputs, remark: remarks.share, ...made(command) };
}

/** The common secret out of a private key and the other side’s share. */
function exchanged({ group, privateKey, theirs }: Extract<Agreed['by'], { kind: 'group' }>, who: Role): Way {
  const peer = peerOf(who);
  const share = { name: formulas.ofSide(peer, `${group} share`), value: theirs, note: inputNotes.clear };
  return {
    formula: formulas.exchange(group, who, peer),
    inputs: [ownKey(group, privateKey, who), share],
    remark: remarks.exchange,
    ...made(exchangeCommand(group, privateKey, theirs)),
  };
}

function ownKey(group: string, value: Bytes, who: Role): KeyInput {
  return { name: formulas.ofSide(who, `${group} private key`), value, note: inputNotes.own };
}

/** The client makes it up, the server decrypts it: RFC 5246 section 7.4.7.1. No command: the server’s key is not among what is told. */
function encrypted(sealed: Bytes, value: Bytes, who: Role): Way {
  if (who === 'client') {
    const formula = `client_version + random[${value.length - 2}]`;
    return { formula, inputs: [], remark: remarks.madeUp };
  }
  const inputs = [{ name: 'encrypted_pre_master_secret', value: sealed, note: inputNotes.clear }];
  return { formula: 'RSA-Decrypt(encrypted_pre_master_secret)', inputs, remark: remarks.decrypted };
}

function made(command: Command | false | undefined): Pick<Way, 'command'> {
  return command ? { command } : {};
}
