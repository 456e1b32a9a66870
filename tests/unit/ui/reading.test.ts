import { describe, expect, it } from 'vitest';
import { type Dropped, readDropped } from '../../../src/ui/own/reading.ts';
import { flawSentence } from '../../../src/words/containers.ts';

const good = new File(['-----BEGIN CERTIFICATE-----'], 'good.pem');
const gone = new File(['x'], 'gone.pem');
gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));

/** An entry of a folder that can't be handed over. */
const hidden = {
  name: 'hidden.pem',
  isFile: true,
  file: (_: unknown, fail: () => void) => fail(),
} as unknown as Dropped;
const closed = {
  name: 'closed',
  isFile: false,
  createReader: () => ({ readEntries: (_: unknown, fail: () => void) => fail() }),
} as unknown as Dropped;

describe('of what is dropped', () => {
  it('what can be read is there, whatever lies beside it, and the rest is told', async () => {
    const { files } = await readDropped([gone, hidden, closed, good]);
    expect(
      files.map(({ name, content }) => [name, 'what' in content ? flawSentence(content) : content.length]),
    ).toEqual([
      ...['gone.pem', 'hidden.pem', 'closed'].map((name) => [name, expect.stringMatching(/could not read.*again/)]),
      ['good.pem', 27],
    ]);
  });
});
