// What a teacher would say about a step, and what to ask before the next one. Whatever it says of a run comes in as a value; what must be proved is
// told as what it has to be. It must not know where the values come from.

import type { Role } from '../../tls/index.ts';

/** Notes for whoever speaks. */
export interface SpeakerNotes {
  /** Two or three sentences. */
  readonly say: string;
  /** The question. */
  readonly ask: string;
}

/** Which kinds of steps have notes of their own. */
export type NoteKind = keyof typeof notes;

export interface NoteValues {
  readonly version: '1.3' | '1.2';
  /** Who sends. */
  readonly from: Role;
  /** Whether the server is set up to ask who the client is, and whether it insists. */
  readonly asks: boolean;
  readonly insists: boolean;
  /** Who says at the end of this step that it is connected, and had not said so before. */
  readonly connects: readonly Role[];
  /** Who has said so by the end of this step. */
  readonly connected: readonly Role[];
  /** Who the certificate of this step says its owner is. */
  readonly owner?: string | undefined;
  /** The alert of this step, with its number. */
  readonly alert?: string | undefined;
  /** The group that is named in this step. */
  readonly group?: string | undefined;
  /** Whether the key agreement is the client’s choice of a secret, encrypted for the server. */
  readonly transport: boolean;
  /** How many halves of a key the ClientHello brings. */
  readonly shares: number;
}

const The: Readonly<Record<Role, string>> = { client: 'The client', server: 'The server' };
const otherOf: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };

const notes = {
  start: ({ asks }: NoteValues): SpeakerNotes => ({
    say: `Two programs want to talk to each other: the client, which begins, and the server. Here the server ${asks ? 'is set up to ask who the client is' : 'does not ask who the client is'}. Everything on this screen is computed for real, byte by byte.`,
    ask: 'Who has to prove who they are, and to whom?',
  }),
  ClientHello: ({ version, shares }: NoteValues): SpeakerNotes => ({
    say: `The client speaks first and says what it can do: versions, ciphers, signatures${version === '1.3' && shares > 0 ? ', and its half of a fresh key agreement, for a group that it hopes the server takes' : ''}. No key is agreed on yet, so this message is not encrypted.`,
    ask: 'What does somebody on the wire already learn from this first message?',
  }),
  secondHello: (): SpeakerNotes => ({
    say: 'The client begins again, with what the server has asked for. The first attempt stays in the record that both keep of the conversation: cutting it out unseen would not do.',
    ask: 'Why might an attacker want the first attempt to be forgotten?',
  }),
  HelloRetryRequest: ({ group }: NoteValues): SpeakerNotes => ({
    say: `The server could talk to this client, but not with what it brought. It ${group ? `names the group that it wants, ${group},` : 'says what it wants instead'} and waits for a second ClientHello.`,
    ask: 'What does one wrong guess cost?',
  }),
  ServerHello: ({ version }: NoteValues): SpeakerNotes => ({
    say:
      version === '1.3'
        ? 'The server chooses one version and one cipher, and sends its own half of the key agreement. Two halves make the handshake keys; whoever has only listened has neither secret.'
        : 'The server chooses one version and one cipher. In TLS 1.2 nothing is encrypted yet: what follows now can be read on the wire.',
    ask: 'Which of the next messages can somebody on the wire read?',
  }),
  EncryptedExtensions: (): SpeakerNotes => ({
    say: 'This is the first message under the handshake keys. It answers the rest of what the client has offered, such as the protocol that will be spoken inside.',
    ask: 'What does the padlock at this arrow promise, and what does it not promise yet?',
  }),
  CertificateRequest: ({ insists }: NoteValues): SpeakerNotes => ({
    say: `The server asks the client for a certificate, and says which signatures it would take. ${insists ? 'It is set up to insist on one.' : 'It is set up to go on without one, too.'} This one message is what makes the difference to an ordinary connection.`,
    ask: 'What does a client do that has no certificate?',
  }),
  Certificate: ({ version, from, owner }: NoteValues): SpeakerNotes =>
    owner === undefined
      ? {
          say: `${The[from]} answers with an empty list: it has no certificate to show, and says so. Whether that will do is for the other side to decide.`,
          ask: `The ${otherOf[from]} had asked. What will it make of an empty answer?`,
        }
      : {
          say: `${The[from]} shows a certificate that says “I am ${owner}”. Certificates are public, anybody may copy one: showing it proves nothing yet. ${version === '1.3' ? 'In TLS 1.3 it travels encrypted.' : 'In TLS 1.2 everybody on the wire can read it.'}`,
          ask: 'What is still missing, if somebody else could send this very certificate?',
        },
  CertificateVerify: ({ from }: NoteValues): SpeakerNotes => ({
    say: `This is where ${The[from].toLowerCase()} has to prove that the certificate is its own: with a signature over everything said so far. It must be made with the private key, which is never sent, and is checked with the public key in the certificate.`,
    ask: 'Why is such a signature of no use in any other handshake?',
  }),
  Finished: ({ from, connects, connected }: NoteValues): SpeakerNotes => ({
    say: `Finished is a checksum over all that was said, under a key that follows from the agreement. ${connectedSentence(connects, connected)}`,
    ask:
      from === 'server'
        ? 'What may the client rely on now, and what does it have to take on trust?'
        : 'Is the server sure by now who the client is?',
  }),
  ServerKeyExchange: (): SpeakerNotes => ({
    say: 'The server sends its half of the key agreement, signed with the key of its certificate. In TLS 1.2 this signature is the server’s proof, long before its Finished.',
    ask: 'Why are the random values of both hellos signed along with it?',
  }),
  ServerHelloDone: ({ asks }: NoteValues): SpeakerNotes => ({
    say: `The server has said what it has to say, and waits. Nothing of it was encrypted.${asks ? ' Now it is for the client to show who it is.' : ''}`,
    ask: 'Which messages does the client owe now?',
  }),
  ClientKeyExchange: ({ transport }: NoteValues): SpeakerNotes => ({
    say: transport
      ? 'The client has chosen a secret and sends it, encrypted with the server’s public key. Only whoever has the private key can read it.'
      : 'The client sends its half of the key agreement. With both halves, and one of the two secrets behind them, the keys can be computed.',
    ask: transport
      ? 'Somebody records all this, and gets hold of the server’s private key in a year. What then?'
      : 'Somebody has recorded everything so far. Can they compute the keys, too?',
  }),
  changeCipherSpec: ({ version, from }: NoteValues): SpeakerNotes => ({
    say:
      version === '1.2'
        ? `${The[from]} says that it will encrypt from its next message on. Each side says so for itself, and for its own direction only.`
        : `In TLS 1.3 this message means nothing. ${The[from]} sends it so that devices on the way take the conversation for an older one.`,
    ask:
      version === '1.2' ? 'Which is the first message under the new keys?' : 'Why keep a message that means nothing?',
  }),
  data: ({ from, connected }: NoteValues): SpeakerNotes => ({
    say: `${The[from]} sends data of the application, under the application keys. ${
      connected.length === 2
        ? 'Both sides count as connected.'
        : `${connected.length === 0 ? 'Neither side' : `Only ${The[connected[0] ?? 'client'].toLowerCase()}`} counts as connected at this point.`
    }`,
    ask:
      connected.length === 2
        ? 'What does each side know about the other now, and who has proved what?'
        : 'What does the sender know about the other side’s judgement?',
  }),
  goodbye: ({ from }: NoteValues): SpeakerNotes => ({
    say: `${The[from]} says goodbye with close_notify. Nothing has gone wrong with that: without it nobody could tell an end from a wire that was cut.`,
    ask: 'What could an attacker gain by cutting the connection a little earlier?',
  }),
  alert: ({ from, alert = '', connected }: NoteValues): SpeakerNotes => ({
    say: `${The[from]} sends the alert ${alert}. This name and number are all that the other side gets to see: the reason stays in the log of the side that found it.${
      connected.includes(otherOf[from]) ? ` ${The[otherOf[from]]} had counted as connected.` : ''
    }`,
    ask: connected.includes(otherOf[from])
      ? `What will ${The[otherOf[from]].toLowerCase()}’s program see: a handshake that failed, or a connection that broke?`
      : 'On which side would you look first, and for what?',
  }),
  NewSessionTicket: (): SpeakerNotes => ({
    say: 'The server hands out a ticket with which a later connection could be shorter. It comes after the handshake and changes nothing of this one.',
    ask: 'What must the server remember, or put into the ticket, about who the client was?',
  }),
  other: ({ from }: NoteValues): SpeakerNotes => ({
    say: `${The[from]} sends something that doesn’t come in every handshake. Look at the heads: they say what each side waits for, and what it knows.`,
    ask: 'Which message would you have expected here?',
  }),
} as const satisfies Readonly<Record<string, (values: NoteValues) => SpeakerNotes>>;

/** The notes for a step of a kind. */
export function notesFor(kind: NoteKind, values: NoteValues): SpeakerNotes {
  return notes[kind](values);
}

/** Whether there are notes for steps of this name. */
export function isNoteKind(name: string): name is NoteKind {
  return Object.hasOwn(notes, name);
}

function connectedSentence(connects: readonly Role[], connected: readonly Role[]): string {
  if (connects.length === 2) return 'Both sides count as connected from here.';
  const [who] = connects;
  if (who === undefined) return 'Whoever has read and checked it knows that nobody changed a byte on the way.';
  const other = otherOf[who];
  return `${The[who]} counts as connected from here; the ${other} ${connected.includes(other) ? 'did so before' : 'does not yet'}.`;
}
