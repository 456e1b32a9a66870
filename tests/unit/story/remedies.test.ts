// What to change after a refusal, and how both sides' logs read: for everything of the catalogue that is refused for a certificate, a key or a
// configuration.

import { describe, expect, it } from 'vitest';
import { catalogue, defaultScenario, type Entry, expectationOf, run, staged } from '../../../src/lab/index.ts';
import type { Narration } from '../../../src/story/explain/index.ts';
import { rich, textOf } from '../../../src/story/index.ts';
import type { Role, Version } from '../../../src/tls/index.ts';
import { adviceFor } from '../../../src/words/catalogue/index.ts';
import { chains } from '../../../src/words/remedies/chains.ts';
import { demands } from '../../../src/words/remedies/demands.ts';
import { faults } from '../../../src/words/remedies/faults.ts';
import { badSignature, nothingToShow, played, untrusted } from './runs.ts';
import { narrated } from './tellers.ts';

const versions: readonly Version[] = ['1.3', '1.2'];
const about = /certificate|issuer|key$|signature|scheme|^no-common/;

/** Where and by whom an entry is refused for a certificate, a key or a configuration. */
interface Case {
  readonly entry: Entry;
  readonly version: Version;
  readonly by: Role;
}

const cases = catalogue().flatMap((entry): Case[] =>
  versions.flatMap((version): Case[] => {
    if (!/certificate|possession|negotiation/.test(entry.topic) || !entry.expect[version]) return [];
    const scenario = staged(entry, { ...defaultScenario, version }, undefined, version);
    const [mischief] = scenario.mischief;
    const expected = mischief && expectationOf(entry, scenario, mischief);
    return expected?.noticed === true && about.test(expected.cause) ? [{ entry, version, by: expected.by }] : [];
  }),
);

function refused({ entry, version, by }: Case): Narration {
  const timeline = run(staged(entry, { ...defaultScenario, version }, undefined, version));
  const alert = timeline.steps.find(({ kind, from, name }) => kind === 'alert' && from === by && !/close/.test(name));
  return narrated(timeline, alert?.number ?? timeline.steps.length);
}

const last = (timeline: ReturnType<typeof played>): Narration => narrated(timeline, timeline.steps.length);

describe('what to change', () => {
  it('is looked for in most of the catalogue', () => {
    expect(cases.length).toBeGreaterThan(60);
  });

  it.each(cases.map((each) => [`${each.entry.id} in TLS ${each.version}`, each] as const))(
    'is told of %s, and goes with what is to be checked',
    (_, each) => {
      const { remedy } = refused(each);
      const text = textOf(remedy?.text ?? []);
      expect(text).toMatch(/^On the (client|server)/);
      const sides = { by: each.by, of: each.by === 'client' ? 'server' : 'client' } as const;
      const fitting = [...Object.values(chains), ...Object.values(demands), ...Object.values(faults)].filter(
        ({ change }) => textOf(rich(change(sides))) === text,
      );
      expect(fitting.map(({ check }) => check(sides))).toContain(adviceFor(each.entry));
    },
  );

  it('is on neither side where somebody has changed what was said', () => {
    const flip = { id: 'flip', at: 0, params: { offset: 20, mask: 1 } };
    const alert = last(played({ version: '1.2', mischief: [flip] }));
    expect(textOf(alert.remedy?.text ?? [])).toMatch(/^Neither on the client nor on the server/);
  });

  it('is told for every check of a chain and every cause, as sentences that begin with a side', () => {
    for (const sides of [{ by: 'client', of: 'server' } as const, { by: 'server', of: 'client' } as const])
      for (const { check, change } of [...Object.values(chains), ...Object.values(demands), ...Object.values(faults)]) {
        expect(check(sides)).toMatch(/^[a-zA-Z].*\.$/);
        expect(textOf(rich(change(sides)))).toMatch(/^On the (client|server)[^*`]+\.$/);
      }
  });
});

describe('the logs of a refusal', () => {
  it('show both sides', () => {
    const { ownLogs, logs } = last(played(untrusted));
    expect(ownLogs?.title).toBe('In the log of the server, which refuses');
    expect(ownLogs?.lines.map(({ text }) => text)).toEqual([
      'verify error:num=20:unable to get local issuer certificate',
      '0A000086:SSL routines::certificate verify failed',
    ]);
    expect(logs?.title).toBe('In the log of the client, which is told');
  });

  it('say what “tlsv1” means where that is not what is spoken', () => {
    expect(last(played(untrusted)).logs?.note).toContain('TLS 1.3');
    expect(last(played({ ...nothingToShow })).logs?.note).toBeUndefined();
  });

  it('belong to the side whose check failed, too', () => {
    const timeline = played(badSignature);
    const told = narrated(timeline, timeline.steps.length, null, 'server');
    expect(told.logs).toBeUndefined();
    expect(told.ownLogs?.lines).toEqual([{ program: 'OpenSSL', text: '0A00007B:SSL routines::bad signature' }]);
  });

  it('come with a sentence about an alert whose name leads astray', () => {
    const lead = (narration: Narration): string => narration.lead.map(textOf).join(' ');
    expect(lead(last(played(badSignature)))).toContain('although there was nothing to decrypt');
    expect(lead(last(played(untrusted)))).not.toContain('decrypt');
  });
});
