import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/lab/index.ts';
import { textOf, toModel } from '../../../src/story/index.ts';
import { played, played12, untrusted } from './runs.ts';
import { narrated } from './tellers.ts';

function asides(timeline: ReturnType<typeof played>) {
  return timeline.steps.map(({ number }) => {
    const { otherSide } = narrated(timeline, number);
    return otherSide && `${otherSide.title}: ${textOf(otherSide.text)}`;
  });
}

const having = (id: string): Partial<Scenario> => ({ mischief: [{ id }] });

describe('a refusal to a client that writes before it reads', () => {
  const first = { first: 'client' } as const;
  const refused = played({ ...having('no-client-certificate'), ...first });
  const [alert, write] = refused.steps.slice(-2);

  it('is an alert that comes and lies unread, and then a write that fails', () => {
    expect(alert).toMatchObject({ name: 'alert certificate_required', from: 'server' });
    expect(write).toMatchObject({ kind: 'data', from: 'client' });
    expect([alert?.heard, write?.heard]).toEqual([undefined, undefined]);
    const carried = refused.moments.flatMap((each) => ('carriage' in each ? [each] : []));
    const reset = refused.moments.find((each) => 'reset' in each);
    expect(reset).toMatchObject({ reset: 'server', unread: [carried.at(-1)?.carriage.record] });
    expect(carried.at(-1)?.carriage.from).toBe('server');
    expect(refused.ends).toMatchObject({ client: { state: 'failed' }, server: { state: 'failed' } });
  });

  it('is told at the alert, with what the client’s program prints, and the ways to the other cases', () => {
    const { otherSide, logs } = narrated(refused, alert?.number ?? 0);
    expect(textOf(otherSide?.text ?? [])).toMatch(
      /^Nothing\. The alert does come, .* in step 12 the client’s next write/,
    );
    expect(otherSide?.ways?.map(({ change }) => change)).toEqual([{ first: 'server' }, { version: '1.2' }]);
    expect(logs?.title).toBe('In the log of the client, whose write breaks');
    expect(logs?.lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Error: write ECONNRESET', 'java.net.SocketException: Broken pipe']),
    );
  });

  it('is told at the write by its cause to who knows it, and as a riddle to the client', () => {
    const at = write?.number ?? 0;
    const told = narrated(refused, at);
    expect(told.title).toBe('The client’s write breaks');
    expect(textOf(told.gist)).toContain('certificate_required (116) of step 11, which nobody has read');
    expect(textOf(narrated(refused, at, null, 'client').gist)).toMatch(/Why, it does not know\.$/);
    expect(narrated(refused, at, null, 'wire').title).toBe('Nothing on the wire');
    const seen = narrated(refused, alert?.number ?? 0, null, 'wire')
      .lead.map(textOf)
      .join(' ');
    expect(seen).toContain('the server’s machine resets the connection');
    expect(seen).not.toContain('certificate_required');
  });

  it('is within reach of the same refusal as it is read, which says so', () => {
    const usual = played(having('no-client-certificate'));
    const { otherSide, logs } = narrated(usual, 11);
    expect(otherSide?.ways?.map(({ change }) => change)).toEqual([{ first: 'client' }]);
    expect(logs?.title).toBe('In the log of the client, which is told');
  });

  it('makes no difference in TLS 1.2, where the alert comes within the handshake', () => {
    const older = played12({ ...having('no-client-certificate'), ...first });
    const names = (timeline: ReturnType<typeof played>) => timeline.steps.map(({ name }) => name);
    expect(names(older)).toEqual(names(played12(having('no-client-certificate'))));
    expect(narrated(older, older.steps.length).otherSide).not.toHaveProperty('ways');
  });

  it('is drawn as an arrow that nobody takes, and one that never leaves', () => {
    const rows = toModel(refused, 12)
      .rows.filter((row) => row.kind === 'message' && !row.ghost)
      .slice(-2);
    expect(rows).toMatchObject([
      { alert: true, lost: true, interference: 'never read' },
      { lost: true, interference: 'never sent' },
    ]);
  });

  it('costs nothing where nobody refuses: the request goes in two pieces', () => {
    const well = played(first);
    expect(well.ends).toMatchObject({ client: { state: 'closed' }, server: { state: 'closed' } });
    const data = well.steps.filter(({ kind }) => kind === 'data').map(({ from }) => from);
    expect(data).toEqual(['client', 'client', 'server']);
  });
});

describe('a message to a side that has left', () => {
  it.each([
    ['1.3', played, 4],
    ['1.2', played12, 3],
  ] as const)('is told as one that nobody reads: a forged alert in TLS %s', (_, play, messages) => {
    const [first, second, ...later] = asides(play(having('alert-injected')));
    expect([first, second]).toEqual([undefined, undefined]);
    expect(later.slice(0, messages)).toEqual(
      Array(messages).fill(
        'What the client makes of it: Nothing. It has closed the connection in step 2 and reads no more.',
      ),
    );
  });

  it('does not arrive where the connection was cut', () => {
    expect(asides(played(having('connection-cut'))).slice(2, 6)).toEqual(
      Array(4).fill(
        'What the client makes of it: Nothing. The connection has ended in step 2, and this does not arrive.',
      ),
    );
  });

  it('is said of a goodbye, too', () => {
    expect(asides(played(having('replayed-record'))).at(-1)).toBe(
      'What the server makes of it: Nothing. It has closed the connection in step 13 and reads no more.',
    );
  });

  it('is not said where both sides listen, nor of what a side has sent before it left', () => {
    expect(asides(played()).filter((aside) => aside !== undefined)).toEqual([]);
    expect(asides(played(untrusted)).filter((aside) => aside?.includes('makes of it'))).toEqual([]);
  });
});
