import { describe, expect, it } from 'vitest';
import { MissingPart } from '../../../src/shelf/index.ts';
import { fetched, PREPARE, Threads } from '../../../src/ui/parts/threads.ts';

/** Stands in for a thread: keeps what it is asked, and answers when the test says so. */
class FakeThread {
  readonly asked: unknown[] = [];
  ended = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  postMessage(asked: unknown): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.ended = true;
  }
  tell(data: unknown): void {
    if (!this.ended) this.onmessage?.({ data });
  }
  fail(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }
}

function begun() {
  const started: FakeThread[] = [];
  const start = () => {
    const thread = new FakeThread();
    started.push(thread);
    return thread as unknown as Worker;
  };
  return { started, start, threads: new Threads<string, string>(start) };
}

describe('threads', () => {
  it('are started ahead, and one serves one order after the other', async () => {
    const { started, threads } = begun();
    threads.prepare();
    threads.prepare();
    const first = threads.ask('a');
    started[0]?.tell(true);
    started[0]?.tell('A');
    expect(await first.result).toBe('A');
    const second = threads.ask('b');
    started[0]?.tell('B');
    expect(await second.result).toBe('B');
    expect(started).toHaveLength(1);
    expect(started[0]?.asked).toEqual([PREPARE, 'a', 'b']);
  });

  it('are four at most; what waits has the first that is done, and one is kept', async () => {
    const { started, threads } = begun();
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((order) => threads.ask(order));
    expect(started.map(({ asked }) => asked)).toEqual([['a'], ['b'], ['c'], ['d']]);
    started[2]?.tell('C');
    expect(await orders[2]?.result).toBe('C');
    expect(started[2]?.asked).toEqual(['c', 'e']);
    for (let round = 0; round < 2; round++) for (const thread of started) thread.tell('done');
    await Promise.all(orders.map(({ result }) => result));
    expect(started.filter(({ ended }) => !ended)).toHaveLength(1);
  });

  it('end with what is stopped, and with everything', async () => {
    const { started, threads } = begun();
    const stopped = threads.ask('a');
    const other = threads.ask('b');
    stopped.stop();
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    started[1]?.tell('B');
    expect(await other.result).toBe('B');
    threads.ask('c');
    threads.ask('d');
    threads.end();
    expect(started.every(({ ended }) => ended)).toBe(true);
    threads.prepare();
    threads.end();
    expect(started.at(-1)?.ended).toBe(true);
  });

  it('that can’t be loaded say so, and are started anew', async () => {
    const { started, threads } = begun();
    threads.prepare();
    started[0]?.fail();
    const missed = threads.ask('a');
    started[1]?.tell(undefined);
    await expect(missed.result).rejects.toThrow(MissingPart);
    const again = threads.ask('a');
    started[2]?.tell('A');
    expect(await again.result).toBe('A');
    await expect(
      new Threads(() => {
        throw new Error('no threads here');
      }).ask('a').result,
    ).rejects.toThrow(MissingPart);
  });

  it('are fetched whole, or asked for again', async () => {
    const { started, start } = begun();
    const whole = fetched(start);
    started[0]?.tell(true);
    await whole;
    const part = fetched(start);
    started[1]?.tell(false);
    await expect(part).rejects.toThrow(MissingPart);
    expect(started.every(({ ended }) => ended)).toBe(true);
  });
});
