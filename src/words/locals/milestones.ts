// Prose for the milestones of one side, and for what did not happen. Texts are in the notation of `rich`; values come in,
// words go out. English, ready for other languages.

import type { Role, Version } from '../../tls/index.ts';
import type { Prose } from '../explain/prose.ts';
import { counted, listed } from '../grammar.ts';

interface ConnectedValues {
  readonly by: Role;
  readonly of: Role;
  readonly version: Version;
  /** The name that was proved. */
  readonly peer: string | null;
  readonly asked: boolean;
  /** Whether the client has shown a certificate. */
  readonly shown: boolean;
}

/** One side takes the handshake for done. */
export const connected = (v: ConnectedValues): Prose => ({
  title: `The ${v.by} is connected`,
  gist: `The ${v.by} ${v.peer === null ? 'does not know who is at the other end' : `knows that **${v.peer}** is at the other end`}, and may send data${outlooks[v.version][v.by](v).gist}.`,
  lead: [
    `To be connected is the state of one side, not of both: the ${v.by} has every proof that it wants, and waits for nothing more.`,
    outlooks[v.version][v.by](v).lead,
  ],
  why: 'There is one way into this state: through every check of chain, signature and Finished that this side has to make. To leave one out must not be possible.',
  breaksWithout:
    'Data would go out before it is certain that the other side holds the same keys and saw the same handshake.',
});

/** What a side does not know although it is connected, or does. */
const outlooks: Readonly<
  Record<Version, Readonly<Record<Role, (v: ConnectedValues) => { readonly gist: string; readonly lead: string }>>>
> = {
  '1.3': {
    client: ({ asked, shown }) => ({
      gist: asked
        ? `, **before the server has judged ${shown ? 'its certificate' : 'a client without a certificate'}**`
        : '',
      lead: asked
        ? `This is the surprise of TLS 1.3. The server has not even seen this Finished, nor said what it makes of ${shown ? 'the client’s certificate' : 'a client without one'}. Should it refuse, its alert reaches a client that believes all is well, perhaps after it has sent its data. Should it not, **TLS never says so: silence is not acceptance.**`
        : 'The server has not seen this Finished yet. It did not ask who the client is, so there is little left that it could refuse.',
    }),
    server: () => ({
      gist: ', as the client may already',
      lead: 'The client was connected before, when it sent its Finished. That it did so says that it was content with the server; so now each side has what it wants of the other. Whom the server knows now, whatever stands behind it learns only from the server: TLS ends here.',
    }),
  },
  '1.2': {
    server: () => ({
      gist: ', although the client has not judged its Finished yet',
      lead: 'In TLS 1.2 it is the server that is connected first: its own Finished is the last message, and it does not hear what the client makes of it.',
    }),
    client: ({ asked, shown }) => ({
      gist: ', **now that the server has judged everything**',
      lead: `In TLS 1.2 the client is connected last. This server’s Finished came only after it had judged all that the client sent${asked && shown ? ', its certificate included' : ''}: a refusal would have come in its place. TLS 1.3 gave that up, and saved a round trip. (A server whose application judges certificates, as with Node.js, may send Finished first in TLS 1.2 as well.)`,
    }),
  },
};

/** The connection ends for one side, and nobody has said why. */
export const cut = ({
  who,
  connected: done,
  waitsFor,
}: {
  readonly who: Role;
  readonly connected: boolean;
  readonly waitsFor: readonly string[];
}): Prose => ({
  title: `The ${who} sees the connection end`,
  gist: done
    ? `The ${who} sees the connection end, although nobody has said \`close_notify\`.`
    : `The connection ends while the ${who} ${waitsFor.length > 0 ? `waits for **${listed(waitsFor, 'or')}**` : 'is in the middle of the handshake'}.`,
  lead: [
    'TLS itself has said nothing: no message, no alert. What came is an end of the transport, which programs report as an end of file or a connection that was reset.',
    done
      ? `The ${who} was connected. **It can’t know whether there was more to come.**`
      : `The ${who} is not connected, and never learns what went wrong.`,
  ],
  why: 'Anybody on the way can end a transport. An alert, `close_notify` as any other, can come from nobody but the other side once it is under keys; before that, anybody can make one up.',
  breaksWithout:
    'A program that takes such an end for the end of the data can be deceived: somebody may have cut an answer short.',
});

/** What did not happen. @param count how many steps would have followed */
export const ghost = (v: { readonly who: Role; readonly name: string; readonly count: number }): Prose => ({
  title: `No ${v.name} came`,
  gist: `Had nothing gone wrong, the ${v.who} would have sent **${v.name}**.`,
  lead: [
    `What the picture draws pale is the same handshake with nothing going wrong in it: the same names, the same keys, the same random numbers. ${counted(v.count, 'more step')} would have followed.`,
  ],
  why: 'It shows what the failure has prevented, and what the two sides were waiting for.',
});
