// The line in the header tells what happens in this run, and claims nothing that doesn't.

import { describe, expect, it } from 'vitest';
import { catalogue, defaultScenario, expectationOf, type Scenario, supply } from '../../../src/lab/index.ts';
import { play } from '../../../src/lab/run.ts';
import { summary } from '../../../src/story/index.ts';
import { fetchTitles } from '../../../src/words/titles.ts';

await Promise.all([supply(), fetchTitles()]);

function line(patch: Partial<Scenario>): string {
  const scenario = { ...defaultScenario, ...patch };
  return summary(scenario, play(scenario))
    .map(({ text }) => text)
    .join('');
}

describe('the line in the header', () => {
  it('claims no fault of a certificate that nobody asks for', () => {
    const clientAuthentication = 'off';
    const calm = 'TLS 1.3, client authentication off, nobody asks for the client’s certificate, everything goes well';
    for (const id of ['untrusted-ca', 'bad-signature', 'client-expired'])
      expect(line({ clientAuthentication, mischief: [{ id }] })).toBe(calm);
    expect(line({ clientAuthentication })).toBe('TLS 1.3, client authentication off, everything goes well');
  });

  it('says of what nobody minds that everything goes well all the same', () => {
    expect(line({ clientAuthentication: 'asked', mischief: [{ id: 'no-client-certificate' }] })).toBe(
      'TLS 1.3, client authentication asked for, the client has no certificate to show, and everything goes well all the same',
    );
    expect(line({ mischief: [{ id: 'untrusted-ca' }] })).not.toContain('goes well');
  });

  const predicted = catalogue().filter((entry) => Object.keys(entry.expect).length > 0);

  it.each(predicted.map((entry) => [entry.id, entry] as const))(
    'says so just where it is expected: %s',
    (id, entry) => {
      for (const version of ['1.3', '1.2'] as const)
        for (const clientAuthentication of ['off', 'asked'] as const) {
          const mischief = [{ id }];
          const expected = expectationOf(entry, { ...defaultScenario, version, clientAuthentication }, { id });
          if (!expected) continue;
          const well = expected.noticed === false && !expected.waits;
          expect([version, line({ version, clientAuthentication, mischief }).includes('goes well')]).toEqual([
            version,
            well,
          ]);
        }
    },
  );
});
