// What windows tell each other: what one seals the other reads, and nothing else is read.

import { describe, expect, it } from 'vitest';
import { type Message, readMessage, type State, sealed } from '../../../src/ui/present/windows/message.ts';
import { nameOf, newPair, placeOf } from '../../../src/ui/present/windows/place.ts';

const state: State = {
  link: '#1',
  run: null,
  cursor: 2.5,
  row: null,
  looks: { lens: 'wire', unit: 'records', captions: true, theme: 'dark' },
  lesson: 'mutual-tls',
  part: { at: 2, over: false },
  black: false,
  below: null,
  began: 1_700_000_000_000,
};
const played = { moments: [], steps: [], ghosts: [], circumstances: {}, ends: {} };
const messages: readonly Message[] = [
  { kind: 'ask', number: 3, run: null },
  { kind: 'ask', number: 0, run: 7 },
  { kind: 'state', number: 4, state },
  { kind: 'run', run: 7, timeline: played as never },
  { kind: 'end' },
];

describe('a message between two windows', () => {
  it.each(messages)('is read as it was sealed, by its pair only: $kind', (message) => {
    const whole = structuredClone(sealed('here', message));
    expect(readMessage('here', whole)).toEqual(message);
    expect(readMessage('there', whole)).toBeUndefined();
  });

  it.each([
    ['text', 'end'],
    ['nothing', null],
    ['another format', { ...(sealed('here', { kind: 'end' }) as object), format: 'countersign present 2' }],
    ['a kind that nobody knows', sealed('here', { kind: 'load' } as never)],
    ['a state without a number', sealed('here', { kind: 'state', state } as never)],
    ['a cursor that is none', sealed('here', { kind: 'state', number: 1, state: { ...state, cursor: Number.NaN } })],
    ['a link that is no text', sealed('here', { kind: 'state', number: 1, state: { ...state, link: {} as never } })],
    ['a link without end', sealed('here', { kind: 'state', number: 1, state: { ...state, link: '#'.repeat(10_001) } })],
    [
      'other eyes',
      sealed('here', {
        kind: 'state',
        number: 1,
        state: { ...state, looks: { ...state.looks, lens: 'god' as never } },
      }),
    ],
    [
      'a theme that nobody has',
      sealed('here', {
        kind: 'state',
        number: 1,
        state: { ...state, looks: { ...state.looks, theme: 'url(x)' as never } },
      }),
    ],
    [
      'a part that is none',
      sealed('here', { kind: 'state', number: 1, state: { ...state, part: { at: -1 } as never } }),
    ],
    [
      'a lesson without end',
      sealed('here', { kind: 'state', number: 1, state: { ...state, lesson: '~'.repeat(10_001) } }),
    ],
    ['a run without steps', sealed('here', { kind: 'run', run: 1, timeline: { ...played, steps: {} } as never })],
  ])('is no message: %s', (_, data) => {
    expect(readMessage('here', data)).toBeUndefined();
  });

  it('drops what nobody asked for', () => {
    const more = sealed('here', { kind: 'state', number: 1, state: { ...state, password: 'x' } as never });
    expect(JSON.stringify(readMessage('here', more))).not.toContain('password');
  });
});

describe('the name of a window', () => {
  it('says which of two it is, and whose', () => {
    const pair = newPair();
    for (const role of ['console', 'audience'] as const)
      expect(placeOf(nameOf({ role, pair }))).toEqual({ role, pair });
    expect(newPair()).not.toBe(pair);
    for (const name of ['', 'countersign-console-', `countersign-other-${pair}`, `x${pair}`])
      expect(placeOf(name)).toBeNull();
  });
});
