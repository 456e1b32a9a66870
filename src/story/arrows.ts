// One row for each step: the arrow of a message, an alert, data, and for each ghost.
// Its words come from captions and words/picture.ts.

import type { Message, Side } from '../diagram/index.ts';
import type { Carriage, LensName, Step, Timeline } from '../lab/index.ts';
import type { Epoch, Role } from '../tls/index.ts';
import { captions, interference, titles } from '../words/picture.ts';
import { captionOf, firstLine } from './captions.ts';
import { difference } from './difference.ts';
import { alertIn, dataIn, messageOf, ofStep } from './reading.ts';

export const sides: Readonly<Record<Role, Side>> = { client: 'left', server: 'right' };

/** The id of a step's arrow: the same for the same message in another run. */
export function arrowId(steps: readonly Step[], step: Step, prefix = 'message'): string {
  const earlier = steps.filter(
    ({ number, name, from }) => number < step.number && name === step.name && from === step.from,
  );
  return `${prefix}:${step.from}:${step.name}${earlier.length > 0 ? `:${earlier.length + 1}` : ''}`;
}

/** The arrow of a step. */
export function arrowOf(
  timeline: Timeline,
  step: Step,
  withCaption: boolean,
  lens: LensName = 'everything',
  told = true,
): Message {
  const alert = step.kind === 'alert' ? alertIn(timeline, step) : undefined;
  const harm = harmOf(timeline, step);
  const caption = captionOf(timeline, step, lens, told);
  return {
    id: arrowId(timeline.steps, step),
    kind: 'message',
    step: step.number,
    from: sides[step.from],
    title: titleOf(timeline, step),
    epoch: epochOf(timeline, step),
    ...(withCaption && caption !== undefined && { caption }),
    ...(alert && alert.description !== 'close_notify' && { alert: true }),
    ...harm,
  };
}

/** The pale arrow of something that did not happen. */
export function ghostOf(timeline: Timeline, step: Step): Message {
  return {
    id: arrowId(timeline.ghosts, step, 'ghost'),
    kind: 'message',
    step: timeline.steps.length,
    from: sides[step.from],
    title: ghostTitle(timeline, step),
    epoch: ghostEpoch(timeline, step),
    ghost: true,
  };
}

/** The keys that an honest run would have had by then. In TLS 1.2 Finished is the first message under any. */
function ghostEpoch({ circumstances: { version } }: Timeline, { kind, name, phase }: Step): Epoch {
  if (kind === 'change_cipher_spec') return 'cleartext';
  if (phase === 'application data') return 'application';
  if (version === '1.2') return name === 'Finished' ? 'application' : 'cleartext';
  return phase === 'negotiation' ? 'cleartext' : 'handshake';
}

function ghostTitle({ honest }: Timeline, step: Step): string {
  const { kind, name } = step;
  if (kind === 'change_cipher_spec') return titles.changeCipherSpec;
  if (kind === 'alert') return titles.ghostAlert(name);
  const data = kind === 'data' && honest ? dataIn(honest, step) : undefined;
  return (data && firstLine(data)) || name;
}

/** What stands above a step's arrow: the RFC's name. */
export function titleOf(timeline: Timeline, step: Step): string {
  const alert = step.kind === 'alert' ? alertIn(timeline, step) : undefined;
  if (alert) return titles.alert(alert.description, alert.code);
  if (step.kind === 'change_cipher_spec') return titles.changeCipherSpec;
  return step.kind === 'data' ? titles.data : step.name;
}

/** The keys that protect a step. */
export function epochOf(timeline: Timeline, step: Step): Epoch {
  const said = messageOf(timeline, step)?.epoch ?? (step.kind === 'alert' ? alertIn(timeline, step)?.epoch : undefined);
  return said ?? ofStep(timeline, step, 'sealed')[0]?.record.epoch ?? 'cleartext';
}

/** What the wire did to the records of a step. */
function harmOf(timeline: Timeline, step: Step): Pick<Message, 'interference' | 'lost'> {
  if (step.wreck) return { interference: captions[step.wreck], lost: true };
  const carried = step.moments.flatMap((at): Carriage[] => {
    const moment = timeline.moments[at];
    return moment?.who === 'network' && 'carriage' in moment && moment.carriage.from === step.from
      ? [moment.carriage]
      : [];
  });
  const dropped = carried.some(({ fate }) => fate === 'dropped');
  if (dropped) return { interference: interference.dropped, ...(step.heard === undefined && { lost: true }) };
  const changed = carried.filter(({ fate }) => fate === 'changed');
  const [first] = changed;
  if (!first) return carried.some((one) => overtaken(timeline, one)) ? { interference: interference.overtaken } : {};
  const sealed = ofStep(timeline, step, 'sealed').map(({ record }) => record.bytes);
  return { interference: changed.length > 1 ? interference.resized : difference(sealed, first.bytes) };
}

/** Whether a record came after one that its side had sent later. */
export function overtaken({ moments }: Timeline, carriage: Carriage): boolean {
  const { from, ordinal } = carriage;
  if (ordinal === undefined) return false;
  for (const moment of moments) {
    if (!('carriage' in moment)) continue;
    if (moment.carriage === carriage) return false;
    if (moment.carriage.from === from && (moment.carriage.ordinal ?? 0) > ordinal) return true;
  }
  return false;
}
