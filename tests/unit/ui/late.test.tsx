// @vitest-environment happy-dom
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { shelf } from '../../../src/shelf/index.ts';
import { Late } from '../../../src/ui/parts/Late.tsx';

describe('a late part', () => {
  it('that comes while it is still being asked for is shown without a mishap', async () => {
    const mishaps: unknown[] = [];
    const place = document.createElement('div');
    const note = (error: unknown) => mishaps.push(error);
    const root = createRoot(place, { onRecoverableError: note, onUncaughtError: note });
    const parts = shelf({ greeting: () => Promise.resolve('here I am') });
    // Not urgent: React then waits for a moment whether the part comes, and goes on where it stopped.
    startTransition(() =>
      root.render(
        <Late of={parts} name="greeting">
          {(greeting) => <p>{greeting}</p>}
        </Late>,
      ),
    );
    await vi.waitFor(() => expect(place.textContent).toBe('here I am'));
    expect(mishaps).toEqual([]);
    root.unmount();
  });
});
