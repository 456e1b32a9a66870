// How a value was made, read off what an endpoint said about it: the formula, the inputs by name, and a command that does it again.
// What an endpoint did not say is not made up: where an input is missing there is no command. It must not know timelines.

import { type Bytes, concat, EMPTY, equal } from '../../bytes/index.ts';
import type { Role, Secret } from '../../tls/index.ts';
import { formulas, inputNotes, remarks, transcripts } from '../../words/keys.ts';
import { type InsightOf, peerOf } from '../account.ts';
import { cutCommand, exchangeCommand, expandCommand, extractCommand, prfCommand, publicCommand } from './commands.ts';
import type { Command, KeyInput, Way } from './shape.ts';

/** What a side has derived so far, by name. */
export type Derived = ReadonlyMap<string, Secret>;

/** How a side made a secret. */
export function wayOf(secret: Secret, who: Role, derived: Derived): Way {
  switch (secret.operation) {
    case 'HKDF-Extract':
      return extracted(secret, derived);
    case 'Derive-Secret':
    case 'HKDF-Expand-Label':
      return expanded(secret, derived);
    case 'PRF':
      return fromPrf(secret, derived);
    case 'ECDHE':
      return exchanged(secret, who);
    case 'RSA':
      return encrypted(secret, who);
  }
}

/** RFC 9846 section 7.3: a write key or IV out of a traffic secret. */
export function trafficWay({ secret: from, ...keys }: InsightOf<'keys'>, part: 'key' | 'iv', derived: Derived): Way {
  const secret = derived.get(from);
  const { length } = keys[part];
  return {
    formula: `HKDF-Expand-Label(${from}, "${part}", "", ${length})`,
    inputs: secret ? [{ name: from, value: secret.value }] : [],
    ...made(secret && expandCommand(secret.hash, secret.value, part, EMPTY, length)),
  };
}

/** RFC 5246 section 6.3: a write key or IV out of the key block, which holds client key, server key, client IV, server IV. */
export function cutWay(
  { key, iv, secret }: InsightOf<'keys'>,
  part: 'key' | 'iv',
  writer: Role,
  derived: Derived,
): Way {
  const second = writer === 'server' ? 1 : 0;
  const from = part === 'key' ? second * key.length : 2 * key.length + second * iv.length;
  const to = from + (part === 'key' ? key : iv).length;
  const block = derived.get(secret);
  const master = derived.get('master_secret');
  const honest = block && equal(block.value.subarray(from, to), part === 'key' ? key : iv);
  return {
    formula: `${secret}[${from}..${to - 1}]`,
    inputs: block ? [{ name: secret, value: block.value }] : [],
    ...made(honest && master && cutCommand(prfInputs(block, master), from, to)),
  };
}

/** RFC 9846 section 7.1. What comes from an earlier secret is recognised by its value. */
function extracted(secret: Secret, derived: Derived): Way {
  const { from, hash, value } = secret;
  const salt = inputOf(secret, 'salt');
  const ikm = inputOf(secret, 'ikm');
  const source = (bytes: Bytes) => from.find((name) => equal(derived.get(name)?.value ?? EMPTY, bytes));
  const term = (bytes: Bytes, name: string) => (isZero(bytes) ? '0' : (source(bytes) ?? name));
  const input = (name: string, bytes: Bytes): KeyInput => {
    const note = isZero(bytes) ? inputNotes.zeros(bytes.length) : source(bytes);
    return { name, value: bytes, ...(note !== undefined && { note }) };
  };
  return {
    formula: `HKDF-Extract(${term(salt, 'salt')}, ${term(ikm, 'IKM')})`,
    inputs: [input('salt', salt), input('IKM', ikm)],
    ...made(extractCommand(hash, salt, ikm, value.length)),
  };
}

function expanded({ name, operation, hash, label = '', from, inputs, value }: Secret, derived: Derived): Way {
  const [base = ''] = from;
  const secret = derived.get(base);
  const [context] = inputs;
  const span = context?.name === 'Transcript-Hash' ? transcripts[name] : undefined;
  const formula =
    operation === 'Derive-Secret'
      ? `Derive-Secret(${base}, "${label}", ${span ?? '""'})`
      : `HKDF-Expand-Label(${base}, "${label}", "", ${value.length})`;
  return {
    formula,
    inputs: [
      ...(secret ? [{ name: base, value: secret.value }] : []),
      ...inputs.map((input) => ({ ...input, ...(span !== undefined && { note: span }) })),
    ],
    ...made(secret && expandCommand(hash, secret.value, label, context?.value ?? EMPTY, value.length)),
  };
}

/** RFC 5246 sections 6.3 and 8.1, RFC 7627 section 4. */
function fromPrf(secret: Secret, derived: Derived): Way {
  const { name, label = '', from, inputs, value } = secret;
  const [base = ''] = from;
  const source = derived.get(base);
  const seed = inputs.map((input) => input.name).join(' + ');
  const cut = name === 'master_secret' ? `[0..${value.length - 1}]` : '';
  return {
    formula: `PRF(${base}, "${label}", ${seed})${cut}`,
    inputs: [
      ...(source ? [{ name: base, value: source.value }] : []),
      ...inputs.map((input) => ({ ...input, note: inputNotes.seeds[input.name] ?? '' })),
    ],
    ...made(source && prfCommand(...prfInputs(secret, source))),
  };
}

function prfInputs({ hash, label = '', inputs, value }: Secret, from: Secret): Parameters<typeof prfCommand> {
  return [hash, from.value, label, concat(...inputs.map((input) => input.value)), value.length];
}

/** A share out of a private key, or the common secret out of a private key and the other side’s share. */
function exchanged({ inputs, value }: Secret, who: Role): Way {
  const [own, share] = inputs;
  const [group = ''] = own?.name.split(' ') ?? [];
  const named = inputs.map((input) =>
    input === own
      ? { name: formulas.ofSide(who, input.name), value: input.value, note: inputNotes.own }
      : { ...input, note: inputNotes.clear },
  );
  if (!share) {
    const command = own && publicCommand(group, own.value, value.length);
    return { formula: formulas.share(group), inputs: named, remark: remarks.share, ...made(command) };
  }
  const command = own && exchangeCommand(group, own.value, share.value);
  return {
    formula: formulas.exchange(group, who, peerOf(who)),
    inputs: named,
    remark: remarks.exchange,
    ...made(command),
  };
}

/** The client makes it up, the server decrypts it: RFC 5246 section 7.4.7.1. No command: the server’s key is not among what is told. */
function encrypted({ inputs, value }: Secret, who: Role): Way {
  if (who === 'client') {
    const formula = `client_version + random[${value.length - 2}]`;
    return { formula, inputs: [], remark: remarks.madeUp };
  }
  const named = inputs.map((input) => ({ ...input, note: inputNotes.clear }));
  return { formula: 'RSA-Decrypt(encrypted_pre_master_secret)', inputs: named, remark: remarks.decrypted };
}

function inputOf({ inputs }: Secret, name: string): Bytes {
  return inputs.find((input) => input.name === name)?.value ?? EMPTY;
}

function made(command: Command | false | undefined): Pick<Way, 'command'> {
  return command ? { command } : {};
}

function isZero(bytes: Bytes): boolean {
  return bytes.every((byte) => byte === 0);
}
