import { describe, expect, it } from 'vitest';
import type { Field, FlawCause } from '../../../src/bytes/index.ts';
import { ancestors, chainOf, foldedAtFirst, idAt, linesOf } from '../../../src/ui/inspector/bytes/outline.ts';

const leaf = (name: string, start: number, end: number, flaw?: FlawCause): Field => ({
  name,
  type: 'opaque',
  start,
  end,
  children: [],
  ...(flaw === undefined ? {} : { flaw }),
});
const node = (name: string, children: readonly Field[]): Field => ({
  name,
  type: 'struct',
  start: children[0]?.start ?? 0,
  end: children.at(-1)?.end ?? 0,
  children,
});

// Two siblings share a name: only their places tell them apart.
const root = node('message', [
  leaf('type', 0, 1),
  node('list', [node('item', [leaf('data', 1, 3)]), node('item', [leaf('data', 3, 5)])]),
]);

describe('lines of a field tree', () => {
  it('have different ids for fields of the same name', () => {
    const ids = linesOf(root, new Set()).map(({ id }) => id);
    expect(ids).toEqual(['0', '0/0', '0/1', '0/1/0', '0/1/0/0', '0/1/1', '0/1/1/0']);
  });

  it('leave out what is folded', () => {
    const lines = linesOf(root, new Set(['0/1']));
    expect(lines.map(({ field }) => field.name)).toEqual(['message', 'type', 'list']);
    expect(lines.map(({ open }) => open)).toEqual([true, undefined, false]);
    expect(lines.at(-1)).toMatchObject({ level: 2, place: 2, siblings: 2 });
  });
});

describe('from a byte to its field and back', () => {
  it('finds the innermost field for every byte', () => {
    for (let offset = root.start; offset < root.end; offset++) {
      const field = chainOf(root, idAt(root, offset) ?? '').at(-1);
      expect(field?.children).toEqual([]);
      expect(field && offset >= field.start && offset < field.end).toBe(true);
    }
    expect(idAt(root, 4)).toBe('0/1/1/0');
    expect(idAt(root, 5)).toBeUndefined();
  });

  it('knows what lies above, and an id that leads nowhere', () => {
    expect(ancestors('0/1/0')).toEqual(['0', '0/1']);
    expect(chainOf(root, '0/7')).toEqual([]);
  });
});

describe('what is folded at first', () => {
  it('is what lies deep, but never the way to a flaw', () => {
    expect([...foldedAtFirst(root, 3)]).toEqual(['0/1/0', '0/1/1']);
    const flawed = node('message', [node('list', [node('item', [leaf('data', 0, 2, { what: 'length cut off' })])])]);
    expect([...foldedAtFirst(flawed, 2)]).toEqual([]);
  });
});
