// Why a side chose something, what a check of the protocol found, and why something was left aside, in sentences.

import type { Checksum, ChoiceReason, IgnoredReason, Insight, ProtocolReason, SignedContent } from '../../tls/index.ts';
import { called } from './codes.ts';
import { type Sentences, told } from './telling.ts';

type InsightOf<K extends Insight['kind']> = Extract<Insight, { readonly kind: K; readonly reason: unknown }>;
type Of<K extends Insight['kind']> = Pick<InsightOf<K>, 'reason'>;

/** Why something was chosen: one sentence. */
export function choiceReason({ reason }: Of<'chose'>): string {
  return told(choices, reason);
}

/** What a check of the protocol found: one sentence. */
export function protocolReason({ reason }: Of<'check'>): string {
  return told(findings, reason);
}

/** What a check of the protocol looked at, in a few words. */
export function protocolValue(check: InsightOf<'check'>): string {
  if (check.what === 'extended master secret') return check.ok ? 'agreed on' : 'missing';
  return check.what === 'finished' ? checksumName(check.value) : check.value;
}

/** How the verify_data of a Finished is computed: `HMAC-SHA-256`. */
export function checksumName({ what, hash }: Checksum): string {
  return what === 'PRF' ? `PRF with ${hash}` : `HMAC-${hash}`;
}

/** Why something was left aside: one sentence or two. */
export function ignoredReason({ reason }: Of<'ignored'>): string {
  return told(ignored, reason);
}

const choices: Sentences<ChoiceReason> = {
  'best version': () => 'The best version that both sides speak.',
  'first offered': () => 'The server’s first choice among those offered.',
  'first with a share': () => 'The server’s first choice among those with a key share.',
  'no share': () => 'Both sides speak it, but the client sent no key share for it.',
  'no groups listed': () => 'The client lists no groups and leaves the choice to the server.',
  'cookie only': () => 'The server only wants its cookie back.',
  'share asked for': ({ group }) => `The server asks for a key share in ${called('group', group)}.`,
  accepted: ({ by }) => `The key can sign with it and the ${by} accepts it.`,
  decrypts: () => 'Its key can decrypt the premaster secret.',
  signs: ({ scheme, authorities }) => `Its key can sign with ${scheme}, and ${authority[authorities]}.`,
  'no certificate': () => 'There is no certificate to choose from.',
  'none signs': () => 'No certificate’s key can sign with a scheme that the peer accepts.',
  'only expired': () => 'Every certificate that would do has expired.',
  'none named': () => 'No certificate’s chain leads to an authority that the peer named.',
};

const authority = {
  any: 'any authority will do',
  named: 'its chain leads to an authority that the peer named',
  unheeded: 'it is shown whichever authorities the peer names',
};

/** As in “the signature fits the key and …”. */
const signed: Readonly<Record<SignedContent, string>> = {
  messages: 'everything that was said before it',
  share: 'both randoms and the key share',
};

/** Where a wrong signature or checksum leads to a refusal, that is told in the same words. */
export const findings: Sentences<ProtocolReason> = {
  'version offered': () => 'The server picked a version that was offered.',
  'suite offered': () => 'The server picked a suite that was offered.',
  'protocol offered': () => 'The server picked a protocol that was offered.',
  'master secret bound': () =>
    'The master secret will be bound to all that was said up to ClientKeyExchange (RFC 7627).',
  'master secret unbound': () => 'The server doesn’t know it; the master secret will be bound to the randoms only.',
  'signature fits': ({ subject, over }) =>
    `The signature fits the key in the certificate of ${subject} and ${signed[over]}.`,
  'signature does not fit': ({ subject, signer }) =>
    `The signature does not fit: either the ${signer} doesn’t hold the key of ${subject}, or it signed something else.`,
  'same handshake': ({ sender }) => `The ${sender} saw the same handshake, byte for byte, and holds the same keys.`,
  'another handshake': () =>
    'verify_data differs from what this side computed: either the two did not see the same handshake, or it was not made as it should be.',
};

const ignored: Sentences<IgnoredReason> = {
  'early data': ({ length }) => `This side takes none; it passes over ${length} bytes that it can’t open.`,
  closed: () => 'The connection is closed.',
  'handshake under way': () => 'The handshake that is under way goes on.',
  'only asked': () => 'The server only asked; the client stays unknown.',
  'no renegotiation': () => 'This side shakes hands once in a connection.',
  'for middleboxes': () => 'TLS 1.3 sends it only to please middleboxes; it changes nothing.',
  warning: () => 'It is a warning: in TLS 1.2 the connection goes on after it.',
  'close_notify follows': () => 'A close_notify follows it.',
  'no resumption': ({ extensions }) => {
    const extra = extensions.length > 0 ? ` Its extensions (${extensions.join(', ')}) are not used either.` : '';
    return `This side does not resume sessions.${extra}`;
  },
};
