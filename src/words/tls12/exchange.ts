// Prose for the messages of TLS 1.2 that make keys and switch to them: ServerKeyExchange, ServerHelloDone, ClientKeyExchange,
// ChangeCipherSpec. Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { type ProofFit, shortcoming } from '../explain/authentication.ts';
import type { Prose } from '../explain/prose.ts';
import { size } from '../grammar.ts';

export const serverKeyExchange = (v: {
  readonly group: string;
  readonly shareBytes: number;
  readonly scheme: string;
  readonly signatureBytes: number;
  readonly name: string | undefined;
  readonly fits: ProofFit;
  readonly voucher: Voucher;
}): Prose => ({
  title: shareTitle(v.fits),
  gist: shareGist(v),
  lead: [
    `A fresh public key in **${v.group}**, ${size(v.shareBytes)}. Its private half lives for this handshake only and is then thrown away. So even who gets hold of the certificate’s key some day can’t open a recording of this connection: that is called **forward secrecy**.`,
    `The signature, ${size(v.signatureBytes)} ${v.fits === 'unwanted' ? 'said to be' : 'made'} with **${v.scheme}**, ${v.fits === 'fits' ? 'proves' : 'has to prove'} two things at once: that this share comes from ${v.name ? `**${v.name}**` : 'the server'}, and that the server holds the key in its certificate.`,
    ...shortcoming('server', v.fits),
    `It covers **both randoms and the share, and nothing else**: not the version, not the suite, not the extensions. ${vouched(v.voucher)} In TLS 1.3 the server signs everything that was said.`,
  ],
  why: 'The certificate’s key stays for years, the share for one handshake; the signature ties the two together. Because the client’s random is signed too, an old share with its signature can’t be played again.',
  breaksWithout:
    'Without the signature, somebody in the middle could put a share of their own in its place, and read and change everything that follows.',
});

function shareTitle(fits: ProofFit): string {
  return fits === 'fits' || fits === 'open'
    ? 'The server sends its half of the key exchange, signed'
    : 'The server sends its half of the key exchange, and the signature is of no use';
}

function shareGist({
  group,
  name,
  fits,
}: {
  readonly group: string;
  readonly name: string | undefined;
  readonly fits: ProofFit;
}): string {
  const key = `the key of ${name ? `**${name}**` : 'its certificate'}`;
  const share = `The server sends a fresh key share in **${group}**`;
  if (fits === 'wrong') return `${share}, with a signature that does not fit ${key}.`;
  if (fits === 'meddled') return `${share}, with a signature over randoms that the client has not seen.`;
  return fits === 'unwanted'
    ? `${share}, with a signature of a kind that is not tried.`
    : `${share}, signed with ${key}.`;
}

/**
 * What first finds out that somebody has changed a hello: the client’s signature over every message, keys that are made from a hash of all
 * that was said (RFC 7627), or nothing before Finished.
 */
export type Voucher = 'signature' | 'keys' | 'finished';

/** What vouches for all that the server does not sign. */
export function vouched(voucher: Voucher): string {
  return {
    signature: 'For those the client’s CertificateVerify will vouch first, which covers every message.',
    keys: 'For those the keys will vouch: they come from a hash of all that was said, so that with another hello the first protected record does not open.',
    finished: 'For those only Finished will vouch, at the very end.',
  }[voucher];
}

export const serverHelloDone = (v: { readonly asked: boolean; readonly fresh: boolean }): Prose => ({
  title: 'The server has said its part',
  gist: `The server is done for now, and waits for the client’s key exchange${v.asked ? ' and its certificate' : ''}.`,
  lead: [
    'This message is empty: a header of four bytes and nothing after it. From here on it is the client’s turn.',
    `The client now has ${v.fresh ? 'a key share, signed with the key of a certificate' : 'a key to encrypt to, and a certificate that says whose it is'}${v.asked ? ', and a question to answer: who are you?' : '.'}`,
  ],
  why: 'A CertificateRequest may come or not. Without a mark at the end, the client could not know whether the server still means to ask.',
  breaksWithout: 'Each side would wait for the other.',
});

export interface MasterValues {
  /** Whether the master secret is the extended one. */
  readonly extended: boolean;
  readonly hash: string;
  /** How many bytes are cut into keys. */
  readonly blockBytes: number | undefined;
  /** Whether the two come to the same premaster secret; undefined where we can’t know. */
  readonly agreement: 'same' | 'other' | 'none' | undefined;
}

export const clientShare = (v: MasterValues & { readonly group: string; readonly shareBytes: number }): Prose => ({
  title: agrees(v) ? 'The client answers with its half, and both have a secret' : 'The client answers with its half',
  gist: `The client sends its own key share${v.group ? ` in **${v.group}**` : ''}, ${halves(v).comes}.`,
  lead: [
    `The client’s own fresh public key${v.group ? ` in **${v.group}**` : ''}, ${size(v.shareBytes)}. Each side combines its private half with the other’s public half, ${halves(v).gives}`,
    ...derivation(v),
  ],
  ...whyMaster(v),
  breaksWithout: 'There would be no common secret, hence no keys.',
});

/** What comes of both halves, after `sends its own key share, …` and `combines its private half with the other’s public half, …`. */
function halves(v: MasterValues): { readonly comes: string; readonly gives: string } {
  const should = 'which should give both the same **premaster secret**.';
  if (agrees(v))
    return {
      comes: 'and each side can make a secret that a listener can’t',
      gives: 'and both get the same **premaster secret**. Somebody who saw both public halves does not.',
    };
  if (v.agreement === 'none')
    return {
      comes: 'but the server makes no secret of it',
      gives: `${should} **Here the server makes none**: it has ended the connection before it reads this, or has no use for this half.`,
    };
  return {
    comes: 'but the two do not come to the same secret',
    gives: `${should} **Here it does not**: one of them got another half than was sent.`,
  };
}

export const encryptedSecret = (
  v: MasterValues & { readonly name: string | undefined; readonly bytes: number },
): Prose => ({
  title: 'The client sends a secret that only the server can open',
  gist: `The client sends a secret of 48 bytes that only the key of ${v.name ? `**${v.name}**` : 'the certificate'} can open, today and in ten years.`,
  lead: [
    `The client has made up a **premaster secret** of 48 bytes and encrypted it to the RSA key in the certificate${v.name ? ` of **${v.name}**` : ''}: ${size(v.bytes)}. Who holds that key can open it, and nobody else.${agrees(v) ? '' : ' **This server does not get the same secret out of it.**'}`,
    'This is **static RSA**, and it has no forward secrecy. The key in the certificate opens this secret today and in ten years: **whoever gets that key later can open every recording.** So TLS 1.3 has dropped it.',
    ...derivation(v),
    'The server must not tell if the secret does not open. If it did, an attacker could ask often enough to open a recorded one (Bleichenbacher, 1998). It goes on with random bytes in its place, and only Finished fails.',
  ],
  ...whyMaster(v),
  breaksWithout:
    'There would be no common secret. Nor would the server ever prove that it holds its key: with static RSA it signs nothing.',
});

/** Whether both have the same premaster secret, as far as we know. */
function agrees({ agreement }: MasterValues): boolean {
  return agreement === 'same' || agreement === undefined;
}

/** From the premaster secret to the keys. */
function derivation({ extended, hash, blockBytes }: MasterValues): readonly string[] {
  const bound = extended ? 'a hash of everything that was said up to here' : 'the two randoms';
  const block = blockBytes === undefined ? 'the **key block**' : `the **key block**, ${size(blockBytes)}`;
  return [
    `Keys follow in two steps, both with the PRF, a function made of HMAC-${hash}. The premaster secret and ${bound} make the **master secret**, 48 bytes. The master secret and the randoms make ${block}, which is cut into a key and an IV for each direction.`,
  ];
}

/** What the extended master secret is for (RFC 7627). */
function whyMaster({ extended }: MasterValues): Pick<Prose, 'why'> {
  return {
    why: extended
      ? 'The hash makes this the **extended master secret**. Without it, somebody in the middle could bring about two connections, one with each side, that end in the same master secret, and use the client’s proof of identity from one in the other. The attack is called triple handshake, and client certificates were its target.'
      : 'This master secret is tied to the randoms only. Somebody in the middle could bring about two connections, one with each side, that share it, and use the client’s proof of identity from one in the other. The extended master secret (RFC 7627) was made against that.',
  };
}

export const changeCipherSpec = (from: Role, to: Role, cipher: string): Prose => ({
  title: `The ${from} switches to the new keys`,
  gist: `From its next record on the ${from} encrypts everything${cipher ? ` with **${cipher}**` : ''}.`,
  lead: [
    `One byte, always 1. It says: **from my next record on, everything is protected.** Here it means what it says; in TLS 1.3 only the empty gesture is left, for old firewalls.`,
    from === 'client'
      ? `It counts for one direction. The ${to} writes in the clear until it says the same.`
      : `The ${to} has said the same before, so from here on both directions are protected.`,
    'It is **no handshake message**: it has a kind of record of its own, and it is not among the messages that Finished and signatures cover.',
  ],
  why: 'The other side must know at which record the keys change. And since it is another kind of record, the message before it has to end first: no message can be half in the clear and half protected.',
  breaksWithout:
    'It counts only in its place. Taken before there is a secret, it would switch to keys made of nothing: OpenSSL did so until 2014, and somebody in the middle could read everything.',
});
