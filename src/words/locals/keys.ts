// Prose for keys that a side installs. Texts are in the notation of `rich`; values come in,
// words go out. English, ready for other languages.

import type { Epoch, Role, Version } from '../../tls/index.ts';
import type { Prose } from '../explain/prose.ts';
import { capital, listed, size } from '../grammar.ts';

export interface KeyValues {
  readonly by: Role;
  readonly of: Role;
  readonly version: Version;
  readonly epoch: Epoch;
  readonly direction: 'read' | 'write' | 'both';
  /** 0 for the first keys of their kind. */
  readonly generation: number;
  readonly cipher: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly secrets: { readonly read: string | undefined; readonly write: string | undefined };
  readonly group: string | null;
  /** Whether the other side has the other end of these keys already, and whether it fits. */
  readonly likeness: 'first' | 'same' | 'other';
  /** Whether the server asks who the client is. */
  readonly asked: boolean;
}

/** Bytes in a nonce: all of them from IV and number, or some of them sent along. */
const NONCE = 12;

/** Keys are installed. */
export const installed = (v: KeyValues): Prose => {
  if (v.version === '1.2') return installed12(v);
  if (v.generation > 0) return renewed(v);
  return v.epoch === 'handshake' ? handshakeKeys(v) : applicationKeys(v);
};

const ways = { read: 'reads', write: 'writes', both: 'reads and writes' };
const aims = { read: ', to read', write: ', to write', both: '' };

const handshakeKeys = (v: KeyValues): Prose => ({
  title: `The ${v.by} installs the handshake keys`,
  gist: `From here on the ${v.by} ${ways[v.direction]} with **${v.cipher}**, under keys from the key exchange${v.group ? ` in **${v.group}**` : ''}.`,
  lead: [
    ...sources(v),
    'Protected from here on: EncryptedExtensions and all that follows, up to the client’s Finished, **certificates included**. Whoever listens still sees how long each record is, and whoever connects gets to see the server’s certificate: it is the client’s that nobody sees but a server which has proved itself.',
    ...likenesses(v),
    `These keys say nothing about who is at the other end. The ${v.by} shares them with whoever sent the other half of the key exchange.`,
  ],
  why: 'The sooner there are keys, the more of the handshake stays hidden. Who speaks is proved afterwards, under their cover.',
  breaksWithout: 'The certificates would travel in the clear, as they do in TLS 1.2, for everybody to read.',
});

const applicationKeys = (v: KeyValues): Prose => ({
  title: `The ${v.by} installs its application keys${aims[v.direction]}`,
  gist: `From here on the ${v.by} ${ways[v.direction]} under the application keys, with **${v.cipher}**.`,
  lead: [...sources(v), moments[v.by][v.direction === 'read' ? 'read' : 'write'](v.asked), ...likenesses(v)],
  why: 'They are derived anew, from a hash of everything up to the server’s Finished. So they belong to this handshake and no other, and the handshake keys can be thrown away.',
  breaksWithout: 'Data would travel under keys that were made before anybody had proved who they are.',
});

/** What is peculiar about the moment at which application keys come in TLS 1.3. */
const moments: Readonly<Record<Role, Readonly<Record<'read' | 'write', (asked: boolean) => string>>>> = {
  client: {
    read: () =>
      'The server’s Finished was good, and whatever the server says next comes under these keys. The client’s own answer still goes under the handshake keys.',
    write: (asked) =>
      `Its Finished was the last under the handshake keys. The client may send data at once${asked ? ', and does not wait to hear what the server makes of its answer' : ''}.`,
  },
  server: {
    read: () =>
      'The client’s Finished was good. Only now does the server take what comes under these keys: no data comes in before the handshake is done.',
    write: (asked) =>
      `The server has sent its Finished and could send data at once, although it has not heard the client’s${asked ? ' and does not know who the client is' : ''}. This one waits.`,
  },
};

const renewed = (v: KeyValues): Prose => ({
  title: `The ${v.by} changes its keys${aims[v.direction]}`,
  gist: `From here on the ${v.by} ${ways[v.direction]} under new keys, number ${v.generation + 1} in this connection, and throws the old ones away.`,
  lead: [...sources(v), ...likenesses(v)],
  why: 'The new secret comes from the old one, and no way leads back. Whoever steals it can’t open what was said before.',
  breaksWithout: 'A connection that stays open for long would wear out its keys.',
});

const installed12 = (v: KeyValues): Prose => ({
  title: `The ${v.by} switches to the new keys${aims[v.direction]}`,
  gist: `From here on the ${v.by} ${ways[v.direction]} with **${v.cipher}**, under a key cut out of the key block.`,
  lead: [
    `The key of ${size(v.keyBytes)} and an IV of ${size(v.ivBytes)} come from the **key block**, and that from the master secret. Each direction has its own, and they stay for the whole connection.`,
    v.ivBytes < NONCE
      ? `The IV is the part of each nonce that stays the same. The other ${size(NONCE - v.ivBytes)} travel with the record.`
      : 'The IV XOR the number of the record is its nonce.',
    v.direction === 'read'
      ? `The ${v.of}’s ChangeCipherSpec has just said that it writes under them. Protected from here on: the ${v.of}’s Finished, and then its data.`
      : `Its ChangeCipherSpec has told the ${v.of} so. Protected from here on: its Finished, and then its data. **All before, certificates included, everybody could read.**`,
    ...likenesses(v),
  ],
  why: 'Both sides have had the keys since ClientKeyExchange. ChangeCipherSpec settles at which record they begin to count.',
  breaksWithout: 'Finished would travel in the clear, and so would all data.',
});

/** Out of which secrets the keys come. */
function sources({ secrets: { read, write }, keyBytes, ivBytes }: KeyValues): readonly string[] {
  const each = [
    ...(write ? [`what it writes is sealed with a key out of \`${write}\``] : []),
    ...(read ? [`what it reads is opened with a key out of \`${read}\``] : []),
  ];
  return [`${capital(listed(each))}. A key has ${size(keyBytes)}, and an IV of ${size(ivBytes)} goes with it.`];
}

function likenesses({ likeness, of }: KeyValues): readonly string[] {
  if (likeness === 'same') return [`The ${of} holds the same keys, and yet no key was ever on the wire.`];
  if (likeness === 'other')
    return [
      `**They are not the keys that the ${of} holds.** The two have not seen the same messages, and what one seals the other won’t open.`,
    ];
  return [];
}
