// Prose for the hellos of TLS 1.2, and for the messages with which one side asks for another handshake.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { type HelloValues, unansweredProtocol } from '../explain/negotiation.ts';
import type { Prose } from '../explain/prose.ts';
import { counted, listed } from '../grammar.ts';
import type { Voucher } from './exchange.ts';

export const clientHello = (v: HelloValues & { readonly extras: readonly string[] }): Prose => ({
  title: 'The client says what it can do',
  gist: `For everybody to read, the client says that it speaks **${listed(v.versions)}** with ${counted(v.suites.length, 'cipher suite')}${v.name ? `, and asks for **${v.name}**` : ''}.`,
  lead: [
    `Nothing is protected yet. The client speaks **${listed(v.versions)}** and lists ${counted(v.suites.length, 'cipher suite')}. In TLS 1.2 each is a whole recipe: how keys are exchanged, which kind of key signs, how records are encrypted, which hash is used.${v.name ? ` It names the server that it wants: **${v.name}**.` : ''}`,
    'It also sends 32 random bytes. Those of both sides go into the keys, so that no two connections have the same ones.',
    ...(v.shares.length > 0
      ? [`It brings a key share in **${listed(v.shares)}** as well: that is for a server that speaks TLS 1.3.`]
      : []),
    ...v.extras.flatMap((name) => extras[name] ?? []),
  ],
  why: 'Two computers that have never met need a common language first. In TLS 1.2 the client only lists what it can do and waits for the answer before any keys are exchanged. TLS 1.3 saves that round trip.',
  breaksWithout:
    'If the lists have nothing in common, the server gives up with `handshake_failure`, and does not say what was missing.',
});

/** Extensions that closed holes in TLS 1.2 after it was written. */
const extras: Readonly<Record<string, string>> = {
  extended_master_secret:
    'With `extended_master_secret` it asks for keys that are tied to this very handshake. TLS 1.3 always does so.',
  renegotiation_info:
    'With `renegotiation_info`, which is empty, it says that this is the first handshake of its connection. If the server sees it as a second one, then somebody else has begun.',
};

export interface Suite12Values {
  readonly version: string;
  readonly suite: string;
  /** `ECDSA` or `RSA`, where a fresh share is signed; undefined with static RSA. */
  readonly signed: string | undefined;
  readonly cipher: string;
  readonly hash: string;
}

export const serverHello = (
  v: Suite12Values & {
    readonly protocol: string | undefined;
    /** Whether the client reads it. */
    readonly read: boolean;
    /** The client offers protocols, and this does not answer. */
    readonly unanswered: boolean;
    readonly extended: boolean;
    readonly marked: boolean;
    /** What it picks that was not on offer. */
    readonly strange: readonly string[];
    readonly voucher: Voucher;
  },
): Prose => ({
  title: 'The server chooses',
  gist: `The server picks **${v.version}**, ${v.signed === undefined ? '**static RSA**' : `**ECDHE** with **${v.signed}**`} and **${v.cipher}**; ${v.strange.length > 0 ? `**${listed(v.strange)}** was not on offer` : 'there is no secret yet'}.`,
  lead: [
    `${v.strange.length > 0 ? `The server picks what was not on offer: **${listed(v.strange)}**. Its choice is` : 'From everything on offer the server picks'} **${v.version}** and **${v.suite}**. The name reads from left to right: ${
      v.signed === undefined
        ? 'the client will encrypt a secret to the server’s **RSA** key'
        : `fresh key shares on both sides (**ECDHE**), the server’s signed with the key in its certificate (${signers[v.signed] ?? v.signed})`
    }; **${v.cipher}** protects the records; keys are to be derived with **${v.hash}**.`,
    v.signed === undefined
      ? 'The server adds 32 random bytes of its own. There is no secret yet. With static RSA it comes from the client, and no key share of the server’s is needed.'
      : 'The server adds 32 random bytes of its own. There is no secret yet: its key share comes two messages later.',
    `Its answers to the client’s extensions stand here too, for everybody to read${v.protocol ? `, among them the protocol that ${v.read ? 'both will speak' : 'it picks'}: **${v.protocol}**` : ''}. TLS 1.3 moved them behind the encryption.`,
    ...(v.unanswered ? [unansweredProtocol] : []),
    ...(v.extended
      ? []
      : ['It does not answer `extended_master_secret`: the keys will be tied to the two randoms only.']),
    ...(v.marked
      ? [
          'The last eight bytes of its random are no chance: they spell `DOWNGRD` and a 1. So a server that could speak TLS 1.3 marks that it was asked for less.',
        ]
      : []),
  ],
  why: 'TLS 1.2 settles everything in the open, before there are any keys: version, cipher, names, and the certificates of both sides.',
  breaksWithout: `Somebody in the middle may strike the good suites from the client’s list and leave a weak one. Nothing here notices. ${noticers[v.voucher]}, as long as the suite that is left holds until then.`,
});

/** What notices first that a hello was changed. */
const noticers: Readonly<Record<Voucher, string>> = {
  signature: 'The client’s CertificateVerify will',
  keys: 'The keys will, which are made from a hash of all that was said',
  finished: 'Only Finished will',
};

const signers: Readonly<Record<string, string>> = { ECDSA: '**ECDSA** or Ed25519', RSA: '**RSA**' };

/** One side wants to shake hands again inside the connection. */
export const another = (from: Role, name: string): Prose => ({
  title: `The ${from} wants to shake hands again`,
  gist: `With ${name} the ${from} asks for another handshake in this connection, and the other side declines.`,
  lead: [
    `In TLS 1.2 either side may ask for another handshake inside the connection, a **renegotiation**: the client with a ClientHello, the server with a HelloRequest, which is empty. Here it is a ${name}.`,
    `The other side refuses with the warning \`no_renegotiation\`, and the connection goes on as it is.`,
  ],
  why: 'A server could ask for the client’s certificate later, when somebody knocked at a door that needs one. The second handshake was encrypted, so that the certificate stayed hidden.',
  breaksWithout:
    'Nothing: TLS 1.3 has no renegotiation. It was used for attacks, and `renegotiation_info` had to be invented to tell a second handshake from a first one.',
});
