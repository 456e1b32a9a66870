import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/diagram/index.ts';
import type { Scenario } from '../../../src/lab/index.ts';
import { rowOfStep, toModel } from '../../../src/story/index.ts';
import { badSignature, nothingToShow, played, untrusted, variants, withMoments } from './runs.ts';

describe.each(variants)('the picture of a run: %s', (_, patch) => {
  const timeline = played(patch);
  const model = toModel(timeline, timeline.steps.length);
  const ids = model.rows.map(({ id }) => id);

  it('has one arrow for each step and each ghost, and no id twice', () => {
    const arrows = model.rows.filter((row) => row.kind === 'message');
    expect(arrows).toHaveLength(timeline.steps.length + timeline.ghosts.length);
    expect(new Set(ids).size).toBe(ids.length);
    for (const step of timeline.steps) expect(ids).toContain(rowOfStep(timeline, step));
  });

  it('keeps the order of time', () => {
    const steps = model.rows.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[0]).toBe(1);
  });

  it('names only rows that are there', () => {
    for (const { from } of model.bands) expect(ids).toContain(from);
    for (const { rows } of model.brackets ?? []) for (const row of rows) expect(ids).toContain(row);
    for (const { endsAt } of Object.values(model.actors)) expect(ids).toContain(endsAt);
  });

  it('has the same rows at every cursor', () => {
    expect(toModel(timeline, 0).rows).toBe(model.rows);
    expect(toModel(timeline, 3.5).bands).toBe(model.bands);
  });
});

describe('the picture of a run in which all goes well', () => {
  const timeline = played();
  const { rows, bands } = toModel(timeline, 0);

  it('wears this run’s values', () => {
    expect(captionOf(rows, 'message:client:ClientHello')).toBe('versions, ciphers, half a key, server name');
    expect(captionOf(rows, 'message:server:ServerHello')).toBe('TLS 1.3, AES-128-GCM, the other half');
    expect(captionOf(rows, 'message:client:Certificate')).toBe('says: I am client.example');
    expect(captionOf(rows, 'message:server:CertificateVerify')).toBe('signed with the server’s key');
  });

  it('leaves captions out when asked to', () => {
    expect(toModel(timeline, 0, { captions: false }).rows.some((row) => 'caption' in row)).toBe(false);
  });

  it('makes one pill of what passes quietly in one flight', () => {
    const pills = rows.filter((row) => row.kind === 'work');
    expect(pills.map(({ at, text, outcome }) => [at, text, outcome])).toEqual([
      ['left', 'chain, signature, Finished', 'passed'],
      ['right', 'chain, signature, Finished', 'passed'],
    ]);
  });

  it('makes one row of both directions’ handshake keys', () => {
    const keys = rows.filter((row) => row.kind === 'keys' && row.epoch === 'handshake');
    expect(keys.map((row) => row.kind === 'keys' && [row.at, row.direction, row.text])).toEqual([
      ['right', 'both', 'handshake keys'],
      ['left', 'both', 'same keys'],
    ]);
  });

  it('shows the client connected before the server has looked', () => {
    expect(at(rows, 'mark:client:connected')).toBeLessThan(at(rows, 'work:server:1'));
    expect(at(rows, 'work:server:1')).toBeLessThan(at(rows, 'mark:server:connected'));
  });

  it('titles the four phases', () => {
    expect(bands.map(({ title, note }) => [title, note])).toEqual([
      ['Negotiation', 'key exchange and cipher setup'],
      ['Authentication of the server', undefined],
      ['Authentication of the client', undefined],
      ['Application data', undefined],
    ]);
  });
});

describe('a refusal in the picture', () => {
  it.each([
    [untrusted, 'issuer not trusted', 'alert: unknown_ca (48)'],
    [badSignature, 'signature does not fit', 'alert: decrypt_error (51)'],
    [nothingToShow, 'no certificate', 'alert: certificate_required (116)'],
  ])('stands after all that the client believed, right before its alert: %o', (patch, text, title) => {
    const timeline = played(patch);
    const { rows, ghostNote } = toModel(timeline, timeline.steps.length);
    const ghosts = rows.flatMap((row) => (row.kind === 'message' && row.ghost ? [row.title] : []));
    expect(ghosts[0]).toBe('200 OK');
    const request = 'message:client:application data';
    expect(captionOf(rows, request)).toBe('GET /, 37 bytes, never read');
    expect(captionOf(toModel(timeline, 0, { lens: 'client' }).rows, request)).toBe('GET /, 37 bytes');
    const pill = rows.findIndex((row) => row.kind === 'work' && row.outcome === 'failed');
    expect(rows[pill]).toMatchObject({ at: 'right', text });
    expect(rows[pill + 1]).toMatchObject({ title, alert: true, from: 'right' });
    expect(pill).toBeGreaterThan(at(rows, 'mark:client:connected'));
    expect(rows.slice(pill + 2).every((row) => row.kind === 'message' && row.ghost)).toBe(true);
    expect(ghostNote).toBe('what would have followed');
  });
});

describe('the heads', () => {
  const timeline = played(untrusted);
  const heads = (cursor: number) => {
    const { left, right } = toModel(timeline, cursor).actors;
    return [left.state, left.knows, right.state, right.knows];
  };
  const reached = (name: string, from = 'client') =>
    timeline.steps.find((step) => step.name === name && step.from === from)?.number ?? 0;

  it('tell the outcome at the overview', () => {
    expect(heads(0)).toEqual(heads(Infinity));
    expect(heads(0)).toContain('refused the client');
  });

  it('tell what the client learns, message by message', () => {
    expect(heads(reached('Certificate', 'server')).slice(0, 2)).toEqual([
      'waits for CertificateVerify',
      'was shown api.example',
    ]);
    expect(heads(reached('CertificateVerify', 'server')).slice(0, 2)).toEqual([
      'waits for Finished',
      'knows api.example',
    ]);
  });

  it('have the client connected while the server still judges', () => {
    expect(heads(reached('Finished'))).toEqual([
      'connected',
      'knows api.example',
      'judges Certificate',
      'knows nobody',
    ]);
  });

  it('show the refusal as soon as its alert is on its way, and to the client when it arrives', () => {
    const alert = timeline.steps.length;
    expect(heads(alert - 0.5)).toEqual(['connected', 'knows api.example', 'refused the client', 'knows nobody']);
    expect(heads(alert)[0]).toBe('connected, then refused');
  });

  it('list the checks that passed', () => {
    expect(toModel(timeline, timeline.steps.length).actors.left.checks).toBe('checked chain, signature, Finished');
    expect(toModel(timeline, timeline.steps.length).actors.right.checks).toBe('');
  });
});

describe('a request for a certificate', () => {
  const caption = (clientAuthentication: 'asked' | 'required', lens: 'everything' | 'client' | 'server') =>
    captionOf(toModel(played({ clientAuthentication }), 0, { lens }).rows, 'message:server:CertificateRequest');

  it('that may be left unanswered looks different from one that may not, but not to the client', () => {
    for (const lens of ['everything', 'server'] as const) {
      expect(caption('asked', lens)).toBe('optional: from Countersign Client Root');
      expect(caption('required', lens)).toBe('required: from Countersign Client Root');
    }
    for (const asks of ['asked', 'required'] as const)
      expect(caption(asks, 'client')).toBe('one from Countersign Client Root');
  });

  it('shows what follows where there is none', () => {
    const answer = (patch: Partial<Scenario>) =>
      captionOf(toModel(played({ ...nothingToShow, ...patch }), 0).rows, 'message:client:Certificate');
    expect(answer({ clientAuthentication: 'asked' })).toBe('empty: shows none, and that will do');
    expect(answer({})).toBe('empty: shows none');
  });
});

describe('a signature', () => {
  it.each([{}, { version: '1.2' }] as const)('is called good only where it was found to be: %o', (version) => {
    const caption = (patch: Partial<Scenario>) =>
      captionOf(toModel(played({ ...version, ...patch }), 0).rows, 'message:client:CertificateVerify');
    expect(caption({})).toBe('signed with the client’s key');
    expect(caption(badSignature)).toBe('should be signed with the client’s key');
    expect(caption(untrusted)).not.toBe('signed with the client’s key');
  });
});

describe('records', () => {
  it('are numbered from above, as they travel', () => {
    for (const patch of [{}, { retry: true, compatibility: true }, { version: '1.2', coalesced: true }] as const) {
      const { rows } = toModel(played(patch), 0, { unit: 'records' });
      const numbers = rows.flatMap((row) =>
        row.kind === 'message' ? [/record (\d+)/.exec(row.caption ?? '')?.[1]] : [],
      );
      expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    }
  });
});

describe('the row that is told of', () => {
  const timeline = played();

  it('is the arrow of the step under the playhead, or what was picked; before the first step there is none', () => {
    expect(toModel(timeline, 0).current).toBeUndefined();
    expect(toModel(timeline, 3.4).current).toBe('message:server:CertificateRequest');
    expect(toModel(timeline, 3, { selected: 'work:client:1' }).current).toBe('work:client:1');
    const shared = toModel(played({ coalesced: true }), 6, { unit: 'records' });
    expect(shared.rows.find(({ id }) => id === shared.current)?.step).toBeLessThanOrEqual(6);
  });
});

describe('brackets', () => {
  it('hold together what shares a record', () => {
    const timeline = played({ coalesced: true });
    const [bracket] = toModel(timeline, 0).brackets ?? [];
    expect(bracket?.rows.length).toBeGreaterThan(2);
    expect(bracket?.text).toMatch(/^one record, \d,\d{3} bytes$/);
  });

  it('are not drawn where each message has its own record', () => {
    expect(toModel(played(), 0).brackets).toEqual([]);
  });
});

describe('a record that neither side has sent', () => {
  const arrows = (id: string) => {
    const timeline = played({ mischief: [{ id }] });
    return toModel(timeline, timeline.steps.length).rows.filter((row) => row.kind === 'message');
  };

  it('is an arrow of its own, and what was sent beside it stays as it was', () => {
    const marked = arrows('alert-injected').filter(({ interference }) => interference !== undefined);
    expect(marked).toMatchObject([
      {
        title: 'alert: handshake_failure (40)',
        from: 'right',
        epoch: 'cleartext',
        alert: true,
        interference: 'put on the wire by somebody else',
      },
    ]);
  });

  it('is named by what everybody can read in it', () => {
    const [goodbye] = arrows('cleartext-injected').filter(({ interference }) => interference !== undefined);
    expect(goodbye).toMatchObject({ title: 'alert: close_notify (0)', epoch: 'cleartext' });
    expect(goodbye).not.toHaveProperty('alert');
  });

  it('is under the keys of what it copies', () => {
    const marked = arrows('replayed-record').filter(({ interference }) => interference !== undefined);
    expect(marked).toMatchObject([{ from: 'left', epoch: 'application' }]);
  });
});

describe('a record that another one overtakes', () => {
  const timeline = played({ mischief: [{ id: 'records-swapped' }] });
  const marked = (unit: 'messages' | 'records', run = timeline) =>
    toModel(run, run.steps.length, { unit }).rows.filter((row) => row.kind === 'message' && row.interference);

  it.each(['messages', 'records'] as const)('is marked among the %s, and nothing else is', (unit) => {
    expect(marked(unit)).toMatchObject([{ from: 'right', step: 12, interference: 'overtaken on the wire' }]);
    expect(marked(unit, played())).toEqual([]);
  });
});

describe('interference', () => {
  const timeline = played();
  const spoiled = (fate: 'changed' | 'dropped', change: (bytes: Uint8Array) => Uint8Array) =>
    withMoments(timeline, (moment) => {
      if (moment.who !== 'network' || !('carriage' in moment) || moment.carriage.record !== 0) return moment;
      return { ...moment, carriage: { ...moment.carriage, fate, bytes: change(moment.carriage.bytes) } };
    });
  const first = (changed: typeof timeline) => toModel(changed, 0).rows[0];

  it('says how much was changed', () => {
    const flip = (mask: number) => (bytes: Uint8Array) =>
      bytes.map((byte, index) => (index === 20 ? byte ^ mask : byte));
    expect(first(spoiled('changed', flip(1)))).toMatchObject({ interference: 'one bit flipped on the wire' });
    expect(first(spoiled('changed', flip(3)))).toMatchObject({ interference: '1 byte changed on the wire' });
    expect(first(spoiled('changed', (bytes) => bytes.subarray(1)))).toMatchObject({
      interference: 'changed on the wire',
    });
  });

  it('breaks the arrow of what never arrives', () => {
    const dropped = spoiled('dropped', (bytes) => bytes);
    const [step, ...others] = dropped.steps;
    if (!step) throw new Error('a run has steps');
    const { heard: _, ...unheard } = step;
    expect(first({ ...dropped, steps: [unheard, ...others] })).toMatchObject({ lost: true });
  });
});

function captionOf(rows: readonly Row[], id: string): string | undefined {
  const row = rows.find((each) => each.id === id);
  return row?.kind === 'message' ? row.caption : undefined;
}

function at(rows: readonly Row[], id: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw new Error(`no row ${id}`);
  return index;
}

describe('keys that don’t fit', () => {
  const labels = (patch: Partial<Scenario>) =>
    toModel(played(patch), 99).rows.flatMap((row) => (row.kind === 'keys' ? [row.text] : []));
  const changedHello = { mischief: [{ id: 'hello-random-flipped' }] };

  it('are not called the same', () => {
    expect(labels({})).toContain('same keys');
    expect(labels(changedHello)).toContain('other keys');
    expect(labels(changedHello)).not.toContain('same keys');
  });

  it('are told apart in TLS 1.2 too', () => {
    const tls12 = { version: '1.2', clientAuthentication: 'off' } as const;
    expect(labels(tls12).join()).not.toContain('other');
    const changedShare = { ...tls12, mischief: [{ id: 'client-share-swapped' }] };
    expect(labels(changedShare)).toContain('reads with other application keys');
  });
});
