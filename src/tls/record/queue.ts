// Bytes that wait until enough of them have come. It knows nothing of what they are.

import { type Bytes, EMPTY } from '../../bytes/index.ts';

/**
 * First in, first out. However small the pieces are, each byte is copied a bounded number of times. What was put is never overwritten, so
 * that views of it stay good.
 */
export class ByteQueue {
  #buffer: Bytes;
  #start = 0;
  #end: number;

  constructor(bytes: Bytes = EMPTY) {
    this.#buffer = bytes;
    this.#end = bytes.length;
  }

  fork(): ByteQueue {
    return new ByteQueue(this.waiting.slice());
  }

  /** All that waits: a view. */
  get waiting(): Bytes {
    return this.#buffer.subarray(this.#start, this.#end);
  }

  get length(): number {
    return this.#end - this.#start;
  }

  put(bytes: Bytes): void {
    if (this.#end + bytes.length > this.#buffer.length) this.#move(2 * (this.length + bytes.length));
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Takes the first `length` bytes out: a view. */
  take(length: number): Bytes {
    this.#start += length;
    return this.#buffer.subarray(this.#start - length, this.#start);
  }

  #move(room: number): void {
    const { waiting } = this;
    this.#buffer = new Uint8Array(room);
    this.#buffer.set(waiting);
    this.#start = 0;
    this.#end = waiting.length;
  }
}
