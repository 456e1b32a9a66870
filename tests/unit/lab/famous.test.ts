// The famous failures are of the catalogue and can be seen in what a newcomer sees first; advice is given about what is in the catalogue.

import { describe, expect, it } from 'vitest';
import {
  catalogue,
  defaultScenario,
  demandsOf,
  entryNamed,
  famous,
  play,
  staged,
  supply,
} from '../../../src/lab/index.ts';
import { adviceFor, advised } from '../../../src/words/catalogue/index.ts';

await supply();

describe('a famous failure', () => {
  it.each(famous)('is noticed in the default scenario, without another choice: %s', (id) => {
    const entry = entryNamed(id);
    if (!entry) throw new Error(`${id} is not in the catalogue`);
    expect(demandsOf(entry, defaultScenario)).toEqual({});
    const { moments } = play(staged(entry, defaultScenario));
    expect(moments.some((moment) => 'insight' in moment && moment.insight.kind === 'fault')).toBe(true);
  });

  it('is one of seven', () => {
    expect(new Set(famous).size).toBe(7);
  });
});

describe('what an entry needs', () => {
  const needed = (id: string, patch = {}) => {
    const entry = entryNamed(id);
    return entry && demandsOf(entry, { ...defaultScenario, ...patch });
  };

  it('is what is chosen otherwise for it', () => {
    expect(needed('untrusted-ca', { clientAuthentication: 'off' })).toEqual({ clientAuthentication: 'required' });
    expect(needed('server-key-exchange-bad-signature')).toEqual({ version: '1.2' });
    expect(needed('server-key-exchange-bad-signature', { retry: true })).toEqual({ version: '1.2', retry: false });
    expect(needed('server-expired', { clientAuthentication: 'off' })).toEqual({});
  });
});

describe('advice', () => {
  it('is given about everything, and of its own only where there is such an entry', () => {
    const ids = catalogue().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...advised]));
    for (const entry of catalogue()) expect(adviceFor(entry)).toMatch(/^[a-zA-Z].*\.$/);
  });
});
