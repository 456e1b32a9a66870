// The words of the State pane: what a side does in each state of its machine, and what it takes and refuses there. Longer texts are in
// the notation of `rich`; values come in, words go out. English; one place, ready for other languages.

import type { Epoch, Role, Version } from '../tls/index.ts';
import { listed } from './grammar.ts';

/** One state, as its side sees it. */
export interface StateWords {
  readonly doing: string;
  /** When it comes at all, where it does not always. */
  readonly only?: string;
}

const onlyAsked = 'Only where the server asks who the client is.';
const onlyShown = 'Only where the client shows a certificate.';
const begins = 'It has said nothing yet. The client speaks first.';
const listens = 'It listens. The client speaks first.';
const proofOfKey = (of: Role) =>
  `It found the ${of}’s certificate good, and waits for proof that the ${of} holds its key.`;

/** In the order in which they come: RFC 9846 appendix A, RFC 5246 section 7.3. */
export const states: Readonly<Record<Version, Readonly<Record<Role, Readonly<Record<string, StateWords>>>>>> = {
  '1.3': {
    client: {
      START: { doing: begins },
      WAIT_SH: { doing: 'It has made its offer in ClientHello, and waits to hear what the server chose.' },
      WAIT_EE: {
        doing: 'Both can compute the handshake keys. It waits for the rest of the server’s answer, encrypted.',
      },
      WAIT_CERT_CR: { doing: 'It waits for the server to show who it is, or to ask first who the client is.' },
      WAIT_CERT: {
        doing: 'It was asked who it is, and will answer later: first it waits for the server’s own certificate.',
        only: onlyAsked,
      },
      WAIT_CV: { doing: proofOfKey('server') },
      WAIT_FINISHED: {
        doing: 'It knows the server, and waits for the server’s checksum over everything that was said.',
      },
      CONNECTED: {
        doing:
          'It has said all it had to say. Data may flow both ways; whether the server is content, it has not heard, and TLS will not say.',
      },
    },
    server: {
      START: { doing: listens },
      WAIT_CERT: { doing: 'It has said its whole flight, and waits for the client’s certificate.', only: onlyAsked },
      WAIT_CV: { doing: proofOfKey('client'), only: onlyShown },
      WAIT_FINISHED: { doing: 'It waits for the client’s checksum over everything that was said.' },
      CONNECTED: { doing: 'The client’s Finished was right. Data may flow both ways.' },
    },
  },
  '1.2': {
    client: {
      START: { doing: begins },
      WAIT_SH: { doing: 'It has made its offer in ClientHello, and waits to hear what the server chose.' },
      WAIT_CERT: { doing: 'Version and suite are settled. It waits for the server to show who it is.' },
      WAIT_SKE: { doing: 'It found the server’s certificate good, and waits for the server’s key share, signed.' },
      WAIT_CR_SHD: { doing: 'It waits to be asked who it is, or to hear that the server is done.' },
      WAIT_SHD: { doing: 'It was asked who it is, and waits to hear that the server is done.', only: onlyAsked },
      WAIT_CCS: {
        doing: 'It has said everything up to its Finished, and waits for the server to switch to the new keys.',
      },
      WAIT_FINISHED: {
        doing: 'The server has switched. It waits for the server’s checksum over everything that was said.',
      },
      CONNECTED: { doing: 'The server’s Finished was right, so the server is content. Data may flow both ways.' },
    },
    server: {
      START: { doing: listens },
      WAIT_CERT: { doing: 'It has said its whole flight, and waits for the client’s certificate.', only: onlyAsked },
      WAIT_CKE: { doing: 'It waits for the client’s part of the key exchange.' },
      WAIT_CV: {
        doing: 'Both can compute the keys. It waits for proof that the client holds the key of its certificate.',
        only: onlyShown,
      },
      WAIT_CCS: { doing: 'It waits for the client to switch to the new keys.' },
      WAIT_FINISHED: {
        doing: 'The client has switched. It waits for the client’s checksum over everything that was said.',
      },
      CONNECTED: { doing: 'The client’s Finished was right, and it has sent its own. Data may flow both ways.' },
    },
  },
};

export const stateLabels = {
  title: 'Where both sides stand',
  lead: 'Each side is a machine with a few states. In each it takes certain messages and refuses all others: that is what keeps anybody from leaving out a step.',
  /** For whoever listens. */
  outside:
    'Each side is a machine with a few states. From outside nobody sees them: who listens on the wire knows only what travels.',
  goTo: (step: number, message: string) => `step ${step}, ${message}`,
  begin: 'from the start',
  refused: (count: number) => `All ${count} that would be refused`,
  statuses: {
    been: 'was here',
    here: 'is here',
    ended: 'ended here',
    skipped: 'was passed over',
    ahead: 'still to come',
    perhaps: 'may come',
    never: 'will not come any more',
  },
};

export const sideTitles: Readonly<Record<Role, string>> = { client: 'The client', server: 'The server' };

/** What a side takes now. */
export const takes = {
  waits: (messages: readonly string[]) => `It waits for **${listed(messages, 'or')}**.`,
  nothing: 'It waits for nobody: it speaks next.',
  connected: (messages: readonly string[]) =>
    messages.length === 0
      ? 'It waits for nothing, and takes **application data**.'
      : `It waits for nothing. It takes **application data**, and ${listed(messages, 'or')} if they come.`,
  declines: (message: string) =>
    `It waits for nothing. It takes **application data**. A ${message} would ask for another handshake, which it declines with the warning \`no_renegotiation\`.`,
  busy: (message: string) => `It has heard **${message}**, and is still at work on it.`,
};

/** What it would refuse. */
export const refuses = {
  anything: (example: string) => `Anything else, for example ${example}, would be refused with \`unexpected_message\`.`,
  passes: 'A ChangeCipherSpec has no meaning here, and is passed over.',
  passesRequest: 'A HelloRequest asks for what is going on already, and is passed over.',
};

/** How it has ended for a side. */
export const ends = {
  refused: (sentence: string, alert: string | null) =>
    `It refused. ${sentence} It ${alert === null ? 'closed without an alert' : `sent !!${alert}!! and closed`}.`,
  told: (alert: string) => `It got the alert !!${alert}!! and closed. It takes nothing any more.`,
  closed: 'The other side has said `close_notify`: nothing more comes.',
  cut: 'The connection was cut. It takes nothing any more.',
};

export const reads: Readonly<Record<Epoch, string>> = {
  cleartext: 'What it hears is not encrypted yet.',
  handshake: 'What it hears is encrypted with the handshake keys.',
  application: 'What it hears is encrypted with the application keys.',
};

/** Where the standards say it. */
export const notes: Readonly<Record<Version, string>> = {
  '1.3': 'The standard draws some more states, in which nothing is waited for; they are passed through at once.',
  '1.2':
    'The standard of TLS 1.2 draws the order of messages only. The states are called here as those of TLS 1.3 are.',
};
