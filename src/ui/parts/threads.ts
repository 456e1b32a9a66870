// Threads that do one thing after the other, and are kept for the next: starting one takes longer than most of what is asked of it. It must not
// know what is asked.

import { MissingPart } from '../../shelf/index.ts';

/** Asked of a thread in place of an order: it fetches all that it may need, and answers whether it has. */
export const PREPARE = 'prepare';

/** What is under way, or waits for its turn. */
export interface Asking<Told> {
  /** @throws MissingPart when a thread, or what it needs, can’t be loaded */
  readonly result: Promise<Told>;
  /** Ends it, and the thread that works on it; then nothing comes. */
  readonly stop: () => void;
}

interface Job<Asked, Told> {
  readonly asked: Asked;
  readonly resolve: (told: Told) => void;
  readonly reject: (error: Error) => void;
  thread?: Worker;
}

/** So many work at the same time. */
const MOST = 4;

/**
 * Threads of one kind. Each answers an order with one message; with `undefined` when something that it needs can’t be loaded: it is ended then,
 * and another one begins afresh.
 */
export class Threads<Asked, Told> {
  readonly #start: () => Worker;
  /** The one that is kept: it waits for whatever is asked next. */
  #spare: Worker | undefined;
  readonly #jobs = new Set<Job<Asked, Told>>();

  /** @param start starts one @throws whatever a browser throws that can’t start any */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Has a thread ready before anything is asked of it. Where none can be had, whoever asks is told. */
  prepare(): void {
    if (this.#spare || this.#jobs.size > 0) return;
    try {
      const thread = this.#start();
      this.#rest(thread);
      thread.postMessage(PREPARE);
    } catch {
      this.#spare = undefined;
    }
  }

  /** Asks the thread that waits, or a new one; where many are at work, the first of them that is done. */
  ask(asked: Asked): Asking<Told> {
    let job: Job<Asked, Told> | undefined;
    const result = new Promise<Told>((resolve, reject) => {
      job = { asked, resolve, reject };
      this.#jobs.add(job);
    });
    this.#next();
    return { result, stop: () => job && this.#end(job) };
  }

  /** Ends all threads, and what they work on: what they have seen goes with them. */
  end(): void {
    for (const job of this.#jobs) this.#end(job);
    this.#spare?.terminate();
    this.#spare = undefined;
  }

  /** Begins with what waits, as far as there may be threads for it. */
  #next(): void {
    const begun = [...this.#jobs].filter(({ thread }) => thread).length;
    const waiting = [...this.#jobs].filter(({ thread }) => !thread);
    for (const job of waiting.slice(0, Math.max(0, MOST - begun))) this.#begin(job);
  }

  #begin(job: Job<Asked, Told>): void {
    const fail = (): void => {
      this.#end(job);
      job.reject(new MissingPart('a thread could not be loaded'));
    };
    try {
      job.thread = this.#spare ?? this.#start();
    } catch {
      fail();
      return;
    }
    const { thread } = job;
    this.#spare = undefined;
    thread.onmessage = ({ data }: MessageEvent<Told | undefined | boolean>) => {
      // What it was asked before.
      if (typeof data === 'boolean') return;
      if (data === undefined) return fail();
      this.#jobs.delete(job);
      if (this.#spare) thread.terminate();
      else this.#rest(thread);
      job.resolve(data);
      this.#next();
    };
    thread.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    thread.postMessage(job.asked);
  }

  #rest(thread: Worker): void {
    this.#spare = thread;
    const gone = (): void => {
      thread.terminate();
      if (this.#spare === thread) this.#spare = undefined;
    };
    thread.onmessage = ({ data }: MessageEvent<unknown>) => data === false && gone();
    thread.onerror = (event) => {
      event.preventDefault();
      gone();
    };
  }

  #end(job: Job<Asked, Told>): void {
    if (!this.#jobs.delete(job)) return;
    job.thread?.terminate();
    this.#next();
  }
}

/** Has all that a thread needs fetched, so that another one can be started without a network. @throws MissingPart when something can’t be had */
export function fetched(start: () => Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = start();
    const end = (whole: boolean): void => {
      thread.terminate();
      if (whole) resolve();
      else reject(new MissingPart('a thread could not be loaded'));
    };
    thread.onmessage = ({ data }: MessageEvent<boolean>) => end(data);
    thread.onerror = (event) => {
      event.preventDefault();
      end(false);
    };
    thread.postMessage(PREPARE);
  });
}
