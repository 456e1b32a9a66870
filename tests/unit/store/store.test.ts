import { describe, expect, it, vi } from 'vitest';
import {
  catalogue,
  defaultScenario,
  entryNamed,
  run,
  type Scenario,
  staged,
  supply,
  type Timeline,
  toLink,
} from '../../../src/lab/index.ts';
import { chosenScenario, createLab } from '../../../src/store/index.ts';
import { fakeRun } from './runs.ts';

await supply();

describe('a new lab', () => {
  it('has played the default scenario and stands at its overview', () => {
    const { scenario, timeline, cursor } = createLab(fakeRun).getState();
    expect(scenario).toEqual(defaultScenario);
    expect(timeline.scenario).toBe(scenario);
    expect(cursor).toBe(0);
  });

  it('stands where it is told to, within the run', () => {
    expect(createLab(fakeRun, { step: 2 }).getState().cursor).toBe(2);
    expect(createLab(fakeRun, { step: 99 }).getState().cursor).toBe(6);
    expect(createLab(fakeRun, { step: -1 }).getState().cursor).toBe(0);
  });

  it('shares nothing with another', () => {
    const [one, other] = [createLab(fakeRun), createLab(fakeRun)];
    one.getState().seek(1, 'jump');
    one.getState().arrange({ tab: 'bytes' });
    expect(other.getState().cursor).toBe(0);
    expect(other.getState().view.tab).toBe('explain');
  });
});

describe('looking through other eyes', () => {
  it('lets go of a picked row, which may not be there; opening a tab keeps it', () => {
    const lab = createLab(fakeRun);
    lab.getState().select('work:client:1', 3);
    lab.getState().arrange({ tab: 'bytes' });
    expect(lab.getState().selection.row).toBe('work:client:1');
    lab.getState().arrange({ lens: 'wire' });
    expect(lab.getState().selection.row).toBeNull();
  });
});

describe('changing the scenario', () => {
  it('plays it again, once, in one write', () => {
    const play = vi.fn(fakeRun);
    const lab = createLab(play);
    const seen = vi.fn();
    lab.subscribe(seen);
    lab.getState().change({ clientAuthentication: 'asked' });
    expect(play).toHaveBeenCalledTimes(2);
    expect(seen).toHaveBeenCalledTimes(1);
    expect(lab.getState().timeline.scenario?.clientAuthentication).toBe('asked');
  });

  it('goes from where nothing is current to where the new run fails', () => {
    const lab = createLab(fakeRun, { step: 0 });
    lab.getState().misbehave('untrusted-ca', true);
    expect(lab.getState().scenario.mischief).toEqual([{ id: 'untrusted-ca' }]);
    expect(lab.getState().timeline.steps[lab.getState().cursor - 1]?.name).toBe('alert unknown_ca');
  });

  it('stays at the same message, and says that the run ends elsewhere', () => {
    const lab = createLab(fakeRun, { step: 1 });
    lab.getState().misbehave('untrusted-ca', true);
    expect(lab.getState()).toMatchObject({ cursor: 1, notice: { kind: 'replayed', near: 'scenario' } });
    lab.getState().seek(6, 'jump');
    lab.getState().change({ mischief: [] });
    expect(lab.getState()).toMatchObject({ cursor: 5, notice: { kind: 'replayed' } });
    lab.getState().seek(6, 'jump');
    lab.getState().change({ retry: true });
    expect(lab.getState()).toMatchObject({ cursor: 6, notice: null });
  });

  it('that needs something stays where the reader has gone meanwhile', async () => {
    const lab = createLab((scenario) => (scenario.retry ? Promise.resolve(fakeRun(scenario)) : fakeRun(scenario)), {
      step: 1,
    });
    lab.getState().change({ retry: true });
    lab.getState().seek(3, 'jump');
    await vi.waitFor(() => expect(lab.getState().scenario.retry).toBe(true));
    expect(lab.getState().cursor).toBe(3);
  });

  it('goes to where the new run fails, if it is told to open it', () => {
    const lab = createLab(fakeRun, { step: 1 });
    lab.getState().change({ mischief: [{ id: 'untrusted-ca' }] }, 'opening');
    expect(lab.getState()).toMatchObject({ cursor: 6, notice: null });
  });

  it('puts in a mischief once and takes it out again without touching others', () => {
    const lab = createLab(fakeRun);
    const { misbehave } = lab.getState();
    misbehave('a', true);
    misbehave('b', true);
    misbehave('a', true);
    expect(lab.getState().scenario.mischief).toEqual([{ id: 'b' }, { id: 'a' }]);
    misbehave('b', false);
    expect(lab.getState().scenario.mischief).toEqual([{ id: 'a' }]);
  });

  it('goes where it is told to', () => {
    const lab = createLab(fakeRun);
    lab.getState().change({ mischief: [{ id: 'untrusted-ca' }] }, { step: 3, layer: 'record:0' });
    expect(lab.getState()).toMatchObject({ cursor: 3, selection: { row: null, layer: 'record:0', field: null } });
  });

  it('lets go of what was selected', () => {
    const lab = createLab(fakeRun);
    lab.getState().select('message:3', 3);
    lab.getState().change({ retry: true });
    expect(lab.getState().selection.row).toBeNull();
  });
});

describe('a scenario that needs something to be fetched', () => {
  const older: Partial<Scenario> = { version: '1.2' };

  /** Plays TLS 1.2 only when told to go on. */
  function slowRun() {
    const waiting: { resolve: () => void; reject: () => void }[] = [];
    const play = (scenario: Scenario) =>
      scenario.version === '1.3'
        ? fakeRun(scenario)
        : new Promise<Timeline>((resolve, reject) => {
            waiting.push({
              resolve: () => resolve(fakeRun(scenario)),
              reject: () => reject(new Error('It could not be loaded.')),
            });
          });
    return { play, waiting };
  }

  it('is shown when it has come; until then nothing changes, and further choices add to it', async () => {
    const { play, waiting } = slowRun();
    const lab = createLab(play);
    const { timeline } = lab.getState();
    lab.getState().change(older);
    lab.getState().change({ clientAuthentication: 'asked' });
    expect(lab.getState().timeline).toBe(timeline);
    expect(chosenScenario(lab.getState())).toMatchObject({ version: '1.2', clientAuthentication: 'asked' });
    for (const one of [...waiting].reverse()) one.resolve();
    await vi.waitFor(() => expect(lab.getState().awaited).toBeNull());
    expect(lab.getState().scenario).toMatchObject({ version: '1.2', clientAuthentication: 'asked' });
    expect(lab.getState().timeline.scenario).toBe(lab.getState().scenario);
  });

  it('gives way to what was chosen after it', async () => {
    const { play, waiting } = slowRun();
    const lab = createLab(play);
    lab.getState().change(older);
    lab.getState().load(defaultScenario);
    waiting[0]?.resolve();
    await Promise.resolve();
    expect(lab.getState()).toMatchObject({ awaited: null, scenario: { version: '1.3' } });
  });

  it('changes nothing but the notice when it can’t be had', async () => {
    const { play, waiting } = slowRun();
    const lab = createLab(play);
    const before = lab.getState();
    lab.getState().change(older);
    waiting[0]?.reject();
    await vi.waitFor(() => expect(lab.getState().notice).toMatchObject({ kind: 'unplayable' }));
    expect({ ...lab.getState(), notice: null }).toEqual(before);
    expect(lab.getState().history.past).toEqual([]);
  });
});

describe('a scenario that can’t be played', () => {
  it('changes nothing but the notice, which says why', () => {
    const lab = createLab(run);
    lab.getState().change({ mischief: [{ id: 'key-change-inside-message' }] });
    const before = lab.getState();
    before.change({ version: '1.2' });
    expect(lab.getState()).toEqual({ ...before, notice: expect.anything() });
    const why = { what: 'wrong version', id: 'key-change-inside-message', version: '1.2' };
    expect(lab.getState().notice).toEqual({ near: 'scenario', kind: 'unplayable', why });
    before.load({ ...defaultScenario, mischief: [{ id: 'gremlins' }] });
    expect(lab.getState().notice).toMatchObject({ why: { what: 'unknown mischief', id: 'gremlins' } });
    before.change({ keys: 'RSA' });
    expect(lab.getState()).toMatchObject({ scenario: { keys: 'RSA' } });
    expect(lab.getState().notice?.kind).not.toBe('unplayable');
  });

  it('gives up what was waited for', () => {
    const lab = createLab((scenario) => (scenario.version === '1.2' ? new Promise(() => {}) : run(scenario)));
    lab.getState().change({ version: '1.2' });
    lab.getState().load({ ...defaultScenario, mischief: [{ id: 'gremlins' }] });
    expect(lab.getState()).toMatchObject({ awaited: null, scenario: defaultScenario });
    expect(lab.getState().notice).toMatchObject({ why: { what: 'unknown mischief', id: 'gremlins' } });
  });

  it('is not said to be out of reach when it could be fetched', async () => {
    const lab = createLab((scenario) =>
      scenario.version === '1.2'
        ? Promise.resolve().then(() => run({ ...scenario, seed: 'x'.repeat(999) }))
        : run(scenario),
    );
    lab.getState().change({ version: '1.2' });
    await vi.waitFor(() => expect(lab.getState().notice).toMatchObject({ why: { what: 'seed too long', most: 256 } }));
    expect(lab.getState().awaited).toBeNull();
  });
});

describe('changes', () => {
  it('can be taken back one by one, and made again', () => {
    const lab = createLab(fakeRun);
    const { change, misbehave, undo, redo } = lab.getState();
    change({ clientAuthentication: 'asked' });
    misbehave('untrusted-ca', true);
    undo();
    expect(lab.getState().scenario).toEqual({ ...defaultScenario, clientAuthentication: 'asked' });
    undo();
    expect(lab.getState().scenario).toEqual(defaultScenario);
    undo();
    expect(lab.getState().scenario).toEqual(defaultScenario);
    redo();
    redo();
    redo();
    expect(lab.getState().scenario).toMatchObject({
      clientAuthentication: 'asked',
      mischief: [{ id: 'untrusted-ca' }],
    });
    expect(lab.getState().timeline.scenario).toBe(lab.getState().scenario);
  });

  it('lead back to where each was left', () => {
    const lab = createLab(fakeRun, { step: 2, at: 7 });
    const { change, seek, undo, travel } = lab.getState();
    change({ retry: true });
    seek(4, 'jump');
    change({ coalesced: true });
    seek(5, 'jump');
    undo();
    expect(lab.getState()).toMatchObject({ cursor: 4, history: { at: 8 } });
    expect(travel(-1)).toBe(true);
    expect(lab.getState()).toMatchObject({ cursor: 2, history: { at: 7 } });
    expect(travel(-1)).toBe(false);
    expect(travel(2)).toBe(true);
    expect(lab.getState()).toMatchObject({ cursor: 5, history: { at: 9 } });
  });

  it('are forgotten where a scenario comes from elsewhere in a longer history', () => {
    const lab = createLab(fakeRun, { at: 3 });
    lab.getState().change({ retry: true });
    lab.getState().load({ ...defaultScenario, keys: 'RSA' }, 2, 1);
    expect(lab.getState().history).toMatchObject({ past: [], future: [], at: 1 });
    expect(lab.getState()).toMatchObject({ cursor: 2, scenario: { keys: 'RSA' } });
  });

  it('make what was taken back unreachable', () => {
    const lab = createLab(fakeRun);
    const { change, undo, redo } = lab.getState();
    change({ keys: 'RSA' });
    undo();
    change({ keys: 'Ed25519' });
    redo();
    expect(lab.getState().scenario.keys).toBe('Ed25519');
    expect(lab.getState().history.future).toEqual([]);
  });

  it('that change nothing are not remembered, and not more than a hundred', () => {
    const lab = createLab(fakeRun);
    lab.getState().change({ keys: 'P-256' });
    expect(lab.getState().history.past).toEqual([]);
    for (let round = 0; round < 130; round++) lab.getState().change({ seed: String(round) });
    expect(lab.getState().history.past).toHaveLength(100);
  });

  it('end with a reset, which can be taken back too', () => {
    const lab = createLab(fakeRun);
    const { change, reset, undo } = lab.getState();
    change({ keys: 'RSA', retry: true });
    reset();
    expect(lab.getState().scenario).toEqual(defaultScenario);
    undo();
    expect(lab.getState().scenario).toMatchObject({ keys: 'RSA', retry: true });
  });
});

describe('what an entry of the catalogue needs', () => {
  /** A lab in which a reader can pick entries, and let go of them. */
  function picking(start: Partial<Scenario>) {
    const lab = createLab(fakeRun, { scenario: { ...defaultScenario, ...start } });
    const { stage } = lab.getState();
    const pick = (id: string): void => {
      const entry = entryNamed(id);
      if (!entry) throw new Error(`there is no ${id}`);
      stage((own) => staged(entry, own));
    };
    return { ...lab.getState(), pick, letGo: () => stage((own) => ({ ...own, mischief: [] })), now: lab.getState };
  }
  /** It is in TLS 1.2 only. */
  const older = 'server-key-exchange-bad-signature';

  it.each<Partial<Scenario>>([
    {},
    { clientAuthentication: 'off', alpn: 'none' },
    { retry: true, compatibility: true },
    { version: '1.2', keys: 'RSA', keyExchange: 'static' },
  ])('does not outlast it: each after any other is as if picked first, of %j', (start) => {
    const own: Scenario = { ...defaultScenario, ...start };
    const first = new Map(catalogue().map((entry) => [entry, toLink({ scenario: staged(entry, own) })]));
    const { stage, now } = picking(start);
    // Each tenth before all others: what one of them leaves behind shows wherever it is met.
    for (const before of catalogue().filter((_, i) => i % 10 === 0)) {
      const wrong = catalogue().filter((entry) => {
        stage((own) => staged(before, own));
        stage((own) => staged(entry, own));
        return toLink({ scenario: now().scenario }) !== first.get(entry);
      });
      expect(wrong.map(({ id }) => `${before.id}, then ${id}`)).toEqual([]);
    }
  });

  it('goes when the entry is let go of', () => {
    const { pick, letGo, now } = picking({ clientAuthentication: 'off', retry: true });
    pick('untrusted-ca');
    expect(now().scenario.clientAuthentication).toBe('required');
    pick(older);
    expect(now().scenario).toMatchObject({ version: '1.2', retry: false });
    letGo();
    expect(now().scenario).toEqual({ ...defaultScenario, clientAuthentication: 'off', retry: true });
  });

  it('leaves the reader what they choose meanwhile', () => {
    const { pick, change, misbehave, now } = picking({});
    pick(older);
    change({ keys: 'RSA' });
    misbehave('bad-signature', true);
    pick('client-expired');
    expect(now().scenario).toEqual({ ...defaultScenario, keys: 'RSA', mischief: [{ id: 'client-expired' }] });
  });

  it('is taken back also after an undo and a redo', () => {
    const { pick, undo, redo, now } = picking({});
    pick(older);
    pick('client-expired');
    undo();
    expect(now().scenario).toMatchObject({ version: '1.2', mischief: [{ id: older }] });
    pick('untrusted-ca');
    expect(now().scenario.version).toBe('1.3');
    undo();
    undo();
    expect(now().scenario).toEqual(defaultScenario);
    redo();
    pick('client-expired');
    expect(now().scenario.version).toBe('1.3');
  });

  it('stays where somebody else has made it: it came by a link', () => {
    const { load, pick, now } = picking({});
    load({ ...defaultScenario, version: '1.2', mischief: [{ id: older }] });
    pick('client-expired');
    expect(now().scenario.version).toBe('1.2');
  });
});

describe('the cursor', () => {
  it('stays within the run, also for numbers that are none', () => {
    const lab = createLab(fakeRun);
    const { seek } = lab.getState();
    for (const [to, stands] of [
      [3.4, 3.4],
      [-2, 0],
      [100, 6],
      [Number.NaN, 0],
    ] as const) {
      seek(to, 'hand');
      expect(lab.getState().cursor).toBe(stands);
    }
  });

  it('goes to the first step of a phase and stays when the run has none', () => {
    const lab = createLab(fakeRun);
    lab.getState().enter('server authentication');
    expect(lab.getState().cursor).toBe(3);
    lab.getState().misbehave('untrusted-ca', true);
    lab.getState().seek(2, 'jump');
    lab.getState().enter('application data');
    expect(lab.getState().cursor).toBe(2);
  });

  it('follows a picked row, and a move lets go of the row', () => {
    const lab = createLab(fakeRun);
    lab.getState().select('message:2', 2);
    expect(lab.getState()).toMatchObject({ cursor: 2, selection: { row: 'message:2' } });
    lab.getState().select('ghost:1');
    expect(lab.getState()).toMatchObject({ cursor: 2, selection: { row: 'ghost:1' } });
    lab.getState().seek(5, 'jump');
    expect(lab.getState().selection.row).toBeNull();
  });

  it('tells nobody when it does not move', () => {
    const lab = createLab(fakeRun);
    const seen = vi.fn();
    lab.subscribe(seen);
    lab.getState().seek(0, 'jump');
    lab.getState().hover(null);
    expect(seen).not.toHaveBeenCalled();
  });

  it('has settled where it was sent; under a hand, and when it plays, only where it is said to rest', () => {
    const lab = createLab(fakeRun, { step: 1 });
    const { seek, settle, select, enter, change } = lab.getState();
    const settled = () => lab.getState().settled;
    expect(settled()).toBe(1);
    seek(3.5, 'hand');
    seek(4.2, 'play');
    expect(settled()).toBe(1);
    settle();
    expect(settled()).toBe(5);
    seek(2, 'jump');
    expect(settled()).toBe(2);
    select('message:4', 4);
    expect(settled()).toBe(4);
    enter('server authentication');
    expect(settled()).toBe(3);
    seek(5.5, 'hand');
    change({ retry: true });
    // A change keeps the reader at the same message, and that is where it rests.
    expect(settled()).toBe(6);
  });

  it('has settled also where a hand that left it there lets go', () => {
    const lab = createLab(fakeRun, { step: 1 });
    lab.getState().seek(4, 'hand');
    lab.getState().seek(4, 'jump');
    expect(lab.getState().settled).toBe(4);
  });
});
