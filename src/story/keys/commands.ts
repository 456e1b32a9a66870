// Lines for the shell with which anybody can make a value of the key schedule again, with OpenSSL 3 and nothing of ours.
// tests/interop runs every one of them. It must not know timelines.

import { type Bytes, toHex } from '../../bytes/index.ts';
import { hkdfLabel } from '../../tls/keys/index.ts';
import { commandNotes } from '../../words/keys.ts';
import type { Command } from './shape.ts';

/** HKDF-Extract. An empty salt counts as zeros, so it is left out. */
export function extractCommand(hash: string, salt: Bytes, ikm: Bytes, length: number): Command {
  const salted = salt.length > 0 ? [`hexsalt:${toHex(salt)}`] : [];
  const line = kdf('HKDF', hash, length, ['mode:EXTRACT_ONLY', ...salted, `hexkey:${toHex(ikm)}`]);
  return { line, note: commandNotes.kdf };
}

/** HKDF-Expand-Label, and with it Derive-Secret. */
export function expandCommand(hash: string, secret: Bytes, label: string, context: Bytes, length: number): Command {
  const info = toHex(hkdfLabel(label, context, length));
  const line = kdf('HKDF', hash, length, ['mode:EXPAND_ONLY', `hexkey:${toHex(secret)}`, `hexinfo:${info}`]);
  return { line, note: commandNotes.expand(label, context.length > 0, length) };
}

/** HMAC over a hash of messages: the hash is what it reads. */
export function hmacCommand(hash: string, key: Bytes, context: Bytes): Command {
  const digest = hash.replace('SHA-', 'SHA2-');
  const line = `xxd -r -p <<<${toHex(context)} | openssl mac -digest ${digest} -macopt hexkey:${toHex(key)} -in - HMAC`;
  return { line, note: commandNotes.mac };
}

/** The PRF of TLS 1.2; OpenSSL puts its seeds one after the other, and the label is the first. */
export function prfCommand(hash: string, secret: Bytes, label: string, seed: Bytes, length: number): Command {
  return { line: prf(hash, secret, label, seed, length), note: commandNotes.kdf };
}

/** A piece of what the PRF gives. */
export function cutCommand(block: Parameters<typeof prfCommand>, from: number, to: number): Command {
  const line = `${prf(...block)} | tr -d ':\\n' | cut -c ${2 * from + 1}-${2 * to}`;
  return { line, note: commandNotes.cut(from, to) };
}

/** The DER around a key of a group: PrivateKeyInfo without the public half (RFC 5208), SubjectPublicKeyInfo (RFC 5280). */
const envelopes: Readonly<Record<string, { readonly inside: string; readonly outside: string }>> = {
  x25519: { inside: '302e020100300506032b656e04220420', outside: '302a300506032b656e032100' },
  secp256r1: {
    inside: '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420',
    outside: '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  },
  secp384r1: {
    inside: '304e020100301006072a8648ce3d020106052b81040022043730350201010430',
    outside: '3076301006072a8648ce3d020106052b81040022036200',
  },
};

/** One side’s private key and the other’s share; undefined for a group of which nothing is known here. */
export function exchangeCommand(group: string, own: Bytes, share: Bytes): Command | undefined {
  const der = envelopes[group];
  if (!der) return undefined;
  const inkey = asFile(der.inside + toHex(own));
  const peer = asFile(der.outside + toHex(share));
  const line = `openssl pkeyutl -derive -keyform DER -inkey ${inkey} -peerform DER -peerkey ${peer} | xxd -p -c 128`;
  return { line, note: commandNotes.der };
}

/** The public half of a private key; undefined for a group of which nothing is known here. */
export function publicCommand(group: string, own: Bytes, length: number): Command | undefined {
  const der = envelopes[group];
  if (!der) return undefined;
  const key = asFile(der.inside + toHex(own));
  const line = `openssl pkey -inform DER -in ${key} -pubout -outform DER | tail -c ${length} | xxd -p -c 128`;
  return { line, note: commandNotes.der };
}

/** Process substitution: hex as a file that exists only for this line. */
function asFile(hex: string): string {
  return `<(xxd -r -p <<<${hex})`;
}

function prf(hash: string, secret: Bytes, label: string, seed: Bytes, length: number): string {
  return kdf('TLS1-PRF', hash, length, [`hexsecret:${toHex(secret)}`, `seed:${label}`, `hexseed:${toHex(seed)}`]);
}

function kdf(name: string, hash: string, length: number, options: readonly string[]): string {
  const all = [`digest:${hash.replace('SHA-', 'SHA2-')}`, ...options].map((option) => `-kdfopt ${quoted(option)}`);
  return ['openssl kdf', `-keylen ${length}`, ...all, name].join(' ');
}

function quoted(option: string): string {
  return option.includes(' ') ? `"${option}"` : option;
}
