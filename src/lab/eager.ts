// A client whose program writes its request to the end before it reads anything. In TLS 1.3 it may do so before the server has judged it;
// when the server refuses, its alert lies unread while the write breaks. Apart from the rest: most conversations need none of it. It must
// not know mischief, nor what the request says beyond where it can be cut in two.

import { type Bytes, fromText } from '../bytes/index.ts';
import type { Version } from '../tls/index.ts';
import type { Cast } from './cast.ts';
import type { Expectation } from './catalogue/expectation.ts';
import { Conversation } from './conversation.ts';
import { framesIn, hasPreface } from './frames.ts';
import type { Line, Script } from './script.ts';
import type { Side } from './side.ts';
import { stepsOf } from './steps.ts';
import type { Moment, Step } from './timeline.ts';
import type { Tap } from './wire.ts';

/** What has come for a program that doesn't read: a record, or the end. */
type Kept = { readonly bytes: Bytes; readonly record: number } | 'end';

/** The same cast with a client that writes before it reads. */
export function eager(cast: Cast): Cast {
  return { ...cast, kind: EagerConversation, script: eagerly(cast.script), gather };
}

/** The steps, with what the reset of the transport did to them. */
function gather(moments: readonly Moment[]): readonly Step[] {
  const steps = stepsOf(moments);
  const reset = moments.find((moment) => 'reset' in moment);
  if (!reset) return steps;
  const isUnread = (at: number): boolean => {
    const moment = moments[at];
    return moment !== undefined && 'carriage' in moment && reset.unread.includes(moment.carriage.record);
  };
  return steps.map((step) => {
    if (step.said > reset.at && step.from !== reset.reset) return { ...step, wreck: 'neverSent' };
    return step.moments.some(isUnread) ? { ...step, wreck: 'neverRead' } : step;
  });
}

class EagerConversation extends Conversation {
  #kept: readonly Kept[] = [];
  /** The other side's program has closed the connection. */
  #gone = false;

  override fork(tap: Tap): Conversation {
    const copy = super.fork(tap) as EagerConversation;
    copy.#kept = this.#kept;
    copy.#gone = this.#gone;
    return copy;
  }

  /** The client writes on when everything that is on its way has arrived. */
  protected override step(): boolean {
    return super.step() || this.#writeOn();
  }

  protected override hand(listener: Side, bytes: Bytes, record: number): void {
    if (restOf(listener)) this.#kept = [...this.#kept, { bytes, record }];
    else super.hand(listener, bytes, record);
  }

  /**
   * Who closes with data unread, or gets more after that, resets the connection (RFC 9293 section 3.6.1): whatever has come for the other
   * side's program is read by nobody.
   */
  protected override end(speaker: Side): void {
    const { client } = this.sides;
    // The client alone writes before it reads.
    if (speaker === client || !restOf(client)) super.end(speaker);
    else if (speaker.endpoint.status.open) this.#kept = [...this.#kept, 'end'];
    else {
      this.#gone = true;
      const unread = this.#kept.flatMap((each) => (each === 'end' ? [] : [each.record]));
      this.write({ who: 'network', reset: speaker.role, unread });
    }
  }

  #writeOn(): boolean {
    const { client, server } = this.sides;
    const data = restOf(client);
    if (!data) return false;
    client.lines.push({ kind: 'send', data });
    const said = client.endpoint.send(data);
    if (this.#gone) {
      // Sealed it is, but not a byte of it leaves: the write fails, and that is all that the program learns.
      this.take(
        client,
        [...said, ...client.endpoint.end()].filter(({ kind }) => kind === 'insight'),
      );
      return true;
    }
    this.take(client, said);
    for (const each of this.#kept) {
      if (each === 'end') super.end(server);
      else super.hand(client, each.bytes, each.record);
    }
    return true;
  }
}

/** What a side's program still writes before it reads. */
function restOf({ lines, endpoint }: Side): Bytes | undefined {
  const line = lines.at(-1);
  return line?.kind === 'send' && endpoint.status.canSend ? line.rest : undefined;
}

/** The client's request in two pieces: what is said after that is as usual. */
function eagerly(usual: Script): Script {
  return (role, said, status, insights) => {
    if (role === 'server') return usual(role, said, status, insights);
    const [line, ...more] = said;
    if (!line) return inTwo(usual(role, said, status, insights));
    const cut = line.kind === 'send' && line.rest !== undefined;
    return cut && more.length === 0 ? undefined : usual(role, cut ? more : said, status, insights);
  };
}

function inTwo(line: Line | undefined): Line | undefined {
  if (line?.kind !== 'send') return line;
  const { data } = line;
  const at = seam(data);
  return at > 0 && at < data.length ? { kind: 'send', data: data.subarray(0, at), rest: data.subarray(at) } : line;
}

/** Where a program may have written the first piece: a request line, or what every HTTP/2 client says first. */
function seam(data: Bytes): number {
  if (hasPreface(data)) return framesIn(data)[0]?.end ?? 0;
  const [lineFeed = 0] = fromText('\n');
  return data.indexOf(lineFeed) + 1;
}

/** The same, where the client's request is not yet at its end when the server refuses: whatever alert it sends is read by nobody. */
export function expectedOf(usual: Expectation, version: Version): Expectation {
  if (usual.noticed !== true || usual.by === 'client' || usual.at.from === 'server') return usual;
  const { name } = usual.at;
  const late = version === '1.3' ? name !== 'ClientHello' && !name.startsWith('alert') : name === 'application data';
  return (usual.late ?? late) && usual.answer === undefined ? { ...usual, answer: 'lost' } : usual;
}
