// The two ways between the windows: straight, to the window that opened the other, and by a channel of the browser's, which doesn't join windows
// that were opened from a file. It must not know what is said.

import { type Message, readMessage, sealed } from './message.ts';
import type { Place } from './place.ts';

export interface Wires {
  send(message: Message): void;
  /** Whether the other window is known to be gone. */
  gone(): boolean;
  close(): void;
}

/**
 * Joins this window to the other one of its pair.
 * @param other the window, where it was opened just now
 * @param hear is told what it says
 */
export function joinWires({ role, pair }: Place, other: Window | null, hear: (message: Message) => void): Wires {
  let partner: MessageEventSource | null = role === 'audience' ? window.opener : other;
  const isGone = (): boolean => partner !== null && 'closed' in partner && (partner as Window).closed;
  // What is opened from a file is of no origin that could be named.
  const { origin } = location;
  const target = origin === 'null' || origin.startsWith('file:') ? '*' : origin;
  const take = ({ data, source, origin: from }: MessageEvent): void => {
    if (from !== origin && !(target === '*' && from === 'null')) return;
    const message = readMessage(pair, data);
    if (!message || !source) return;
    // A window that was closed and opened again, and one that has been reloaded, are told by the name of the pair.
    if (role === 'audience' ? source !== window.opener : partner && !isGone() && source !== partner) return;
    partner = source;
    hear(message);
  };
  const channel = channelOf(pair);
  const overhear = ({ data }: MessageEvent): void => {
    const message = readMessage(pair, data);
    if (message) hear(message);
  };
  window.addEventListener('message', take);
  channel?.addEventListener('message', overhear);
  return {
    send(message) {
      const whole = sealed(pair, message);
      partner?.postMessage(whole, { targetOrigin: target });
      channel?.postMessage(whole);
    },
    gone: isGone,
    close() {
      window.removeEventListener('message', take);
      channel?.close();
    },
  };
}

/** Where the page may have none, the other way has to do. */
function channelOf(pair: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`countersign-${pair}`);
  } catch {
    return undefined;
  }
}
