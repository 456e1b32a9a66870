// One end of a conversation: the endpoint, and what it has done that is not yet written down. It must not know the other end.

import type { Endpoint, Insight, Role, TurnItem } from '../tls/index.ts';
import type { Line } from './script.ts';
import type { Ending } from './timeline.ts';

/** Something an endpoint did that is not yet written down, and the carriage that set it off. */
export interface Pending {
  readonly item: TurnItem;
  readonly cause?: number;
}

export interface Side {
  readonly role: Role;
  readonly endpoint: Endpoint;
  /** Records that were written down as sealed, but wait for the floor. */
  readonly outbox: Pending[];
  /** What the endpoint did and nobody has seen yet, in its order. */
  readonly pending: Pending[];
  /** Every insight so far, seen or not: what the script goes by. */
  readonly insights: Insight[];
  readonly lines: Line[];
  /** Ordinal of the next record that is carried. */
  carried: number;
}

export function sideOf(endpoint: Endpoint): Side {
  return { role: endpoint.role, endpoint, outbox: [], pending: [], insights: [], lines: [], carried: 0 };
}

/** An independent copy. */
export function copyOf({ role, endpoint, outbox, pending, insights, lines, carried }: Side): Side {
  return {
    role,
    endpoint: endpoint.fork(),
    outbox: [...outbox],
    pending: [...pending],
    insights: [...insights],
    lines: [...lines],
    carried,
  };
}

export function hasMore({ outbox, pending }: Side): boolean {
  return outbox.length > 0 || pending.length > 0;
}

/** Takes out what is to be written down next. */
export function nextOf({ outbox, pending }: Side): Pending | undefined {
  return outbox.shift() ?? pending.shift();
}

/** Whether a side raises its voice here. */
export function isSpeech(item: TurnItem): boolean {
  if (item.kind !== 'insight') return true;
  const { insight } = item;
  if (insight.kind === 'alert' || insight.kind === 'data') return insight.direction === 'sent';
  return insight.kind === 'said' || insight.kind === 'sealed';
}

export function endingOf({ endpoint, insights }: Side): Ending {
  const { facts } = endpoint.status;
  return { state: stateOf(endpoint, insights), ...(facts && { facts }) };
}

function stateOf({ status }: Endpoint, insights: readonly Insight[]): Ending['state'] {
  const closings = insights.flatMap((insight) => (insight.kind === 'closed' ? [insight.how] : []));
  if (closings.some((how) => how !== 'close_notify')) return 'failed';
  if (closings.length > 0 && !status.canSend) return 'closed';
  return status.facts ? 'connected' : 'waiting';
}
