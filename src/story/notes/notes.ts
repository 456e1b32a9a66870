// The values of the notes for a step, from what both sides told by its end. It must not know words.

import type { Step, Timeline } from '../../lab/index.ts';
import type { Role, SeenMessage } from '../../tls/index.ts';
import { isNoteKind, type NoteKind, type NoteValues, notesFor, type SpeakerNotes } from '../../words/notes/index.ts';
import { accountOf, versionOf } from '../account.ts';
import { alertIn, certificatesIn, fieldNamed, messageOf, titleOf, valueNamed } from '../reading.ts';

/** What to say about a step of a run, and what to ask. @param number 0: before the first one */
export function notesOf(timeline: Timeline, number: number): SpeakerNotes {
  const step = timeline.steps[number - 1];
  return notesFor(step ? kindOf(timeline, step) : 'start', valuesOf(timeline, number, step));
}

function kindOf(timeline: Timeline, step: Step): NoteKind {
  if (step.kind === 'data') return 'data';
  if (step.kind === 'change_cipher_spec') return 'changeCipherSpec';
  if (step.kind === 'alert') return alertIn(timeline, step)?.description === 'close_notify' ? 'goodbye' : 'alert';
  const message = messageOf(timeline, step);
  if (!message) return 'other';
  if (message.name === 'ClientHello' && message.ordinal > 0) return 'secondHello';
  return isNoteKind(message.name) ? message.name : 'other';
}

function valuesOf(timeline: Timeline, number: number, step: Step | undefined): NoteValues {
  const { clientAuthentication, keyExchange } = timeline.circumstances;
  const message = step && messageOf(timeline, step);
  const alert = step && alertIn(timeline, step);
  const [leaf] = message?.name === 'Certificate' ? certificatesIn(message) : [];
  const before = connectedBy(timeline, number - 1);
  const connected = connectedBy(timeline, number);
  return {
    version: versionOf(timeline),
    from: step?.from ?? 'client',
    asks: clientAuthentication !== 'off',
    insists: clientAuthentication === 'required',
    connects: connected.filter((who) => !before.includes(who)),
    connected,
    owner: leaf && titleOf(leaf),
    alert: alert && `${alert.description} (${alert.code})`,
    group: message?.name === 'HelloRetryRequest' ? valueNamed(message.field, 'selected_group') : undefined,
    transport: keyExchange !== 'ephemeral',
    shares: message ? sharesIn(message) : 0,
  };
}

/** Who has said by the end of a step that it is connected. */
function connectedBy(timeline: Timeline, number: number): readonly Role[] {
  const told = accountOf(timeline).filter(({ step, insight }) => insight.kind === 'connected' && step <= number);
  return [...new Set(told.map(({ who }) => who))];
}

/** How many halves of a key a ClientHello brings; 0 for any other message. */
function sharesIn({ field }: SeenMessage): number {
  return fieldNamed(field, 'client_shares')?.children.filter(({ name }) => name.startsWith('[')).length ?? 0;
}
