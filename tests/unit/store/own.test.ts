import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deriveBy } from '../../../src/crypto/passwords/index.ts';
import { defaultScenario, runSupplied, supply } from '../../../src/lab/index.ts';
import { manners } from '../../../src/lab/manners/index.ts';
import { openFile } from '../../../src/pki/containers/index.ts';
import { createLab, ownInUse } from '../../../src/store/index.ts';
import { createOwn, type OpenFile } from '../../../src/store/own/index.ts';

await supply(defaultScenario, { client: {}, server: {} });

const NOW = Date.UTC(2026, 10, 30, 9, 30);
const bytesOf = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../corpus/files/${file}`, import.meta.url)));

/** Opens files here; none that is stopped comes. */
const open: OpenFile = (bytes, passwords) => {
  let stopped = false;
  const result = openFile(bytes, { passwords, derive: deriveBy(webcrypto.subtle) });
  return {
    result: result.then((opened) => (stopped ? new Promise<never>(() => undefined) : opened)),
    stop: () => {
      stopped = true;
    },
  };
};

function begun(opener = open, close = () => {}, afterwards = (then: () => void) => then()) {
  const lab = createLab(runSupplied);
  const own = createOwn(lab, { open: opener, close, afterwards, now: () => NOW, manners });
  const add = async (...files: readonly string[]) => {
    own.getState().add(files.map((name) => ({ name, content: bytesOf(name) })));
    await rest();
  };
  const rest = () =>
    expect.poll(() => own.getState().files.filter(({ progress }) => progress === 'opening')).toEqual([]);
  const placeOf = (cn: string) =>
    own.getState().put.find(({ thing }) => 'subject' in thing && thing.subject.commonName === cn)?.place;
  return { lab, own, add, rest, placeOf };
}

/** Every text and every number of bytes that can be reached from a value. */
function reaches(value: unknown, wanted: (value: unknown) => boolean): boolean {
  const seen = new Set<unknown>();
  const visit = (each: unknown): boolean => {
    if (wanted(each)) return true;
    if (typeof each !== 'object' || each === null || seen.has(each) || ArrayBuffer.isView(each)) return false;
    seen.add(each);
    return Object.values(each).some(visit);
  };
  return visit(value);
}

describe('files that somebody brings', () => {
  it('are told, put where they belong, and played with at the moment of loading', async () => {
    const { lab, own, add } = begun();
    await add('pem-two-leaves-two-keys.pem');
    expect(own.getState().files.map(({ name, progress }) => [name, progress])).toEqual([
      ['pem-two-leaves-two-keys.pem', 'open'],
    ]);
    await expect.poll(() => ownInUse(lab.getState())).toBe(true);
    expect(lab.getState().scenario.at).toBe(NOW);
    expect(own.getState().put.length).toBeGreaterThan(0);
    expect(own.getState().answer).not.toBeNull();
  });

  it('stay locked until a password fits, and a wrong one costs nothing', async () => {
    const { lab, own, add, rest, placeOf } = begun();
    await add('ca-pathlen-0.pem', 'p12-3des-ec.p12');
    const [, store] = own.getState().files;
    expect(store).toMatchObject({ locked: true, refused: false });
    expect(ownInUse(lab.getState())).toBe(false);
    own.getState().unlock(store?.id ?? 0, 'wrong');
    await rest();
    expect(own.getState().files[1]).toMatchObject({ locked: true, refused: true });
    expect(own.getState().put).toHaveLength(1);
    own.getState().unlock(store?.id ?? 0, 'changeit');
    await rest();
    expect(own.getState().files[1]).toMatchObject({ locked: false, refused: false });
    expect(placeOf('terminal-4')).toBe('client shows');
    await expect.poll(() => own.getState().answer?.outcome).toBe('works');
  });

  it('are refused a second time, told by another name when they only have the same one', async () => {
    const { own, add, rest } = begun();
    await add('cert-eku-client.pem');
    await add('cert-eku-client.pem');
    expect(own.getState().files).toHaveLength(1);
    expect(own.getState().news).toEqual({ what: 'twice', name: 'cert-eku-client.pem' });
    own.getState().add([{ name: 'cert-eku-client.pem', content: bytesOf('ca-pathlen-0.pem') }]);
    await rest();
    expect(own.getState().files.map(({ name }) => name)).toEqual(['cert-eku-client.pem', 'cert-eku-client.pem (2)']);
    expect(own.getState().news).toBeNull();
  });

  it('of a folder are left out where they are none of ours', async () => {
    const { own, rest } = begun();
    const names = ['cert-eku-client.pem', 'plain-text.crt', 'png-image.cer', 'p12-3des-ec.p12'];
    own.getState().add(names.map((name) => ({ name, content: bytesOf(name), inFolder: true })));
    await rest();
    expect(own.getState().files.map(({ name }) => name)).toEqual(['cert-eku-client.pem', 'p12-3des-ec.p12']);
    expect(own.getState().news).toEqual({ what: 'left out', count: 2 });
  });

  it('can be stopped while they are opened, and opened again', async () => {
    const { own, rest } = begun((bytes, passwords) =>
      passwords.length > 0 ? open(bytes, passwords) : { result: new Promise(() => undefined), stop: () => undefined },
    );
    own.getState().add([{ name: 'p12-3des-ec.p12', content: bytesOf('p12-3des-ec.p12') }]);
    const id = own.getState().files[0]?.id ?? 0;
    expect(own.getState().files[0]?.progress).toBe('opening');
    own.getState().stop(id);
    expect(own.getState().files[0]?.progress).toBe('stopped');
    own.getState().unlock(id, 'changeit');
    await rest();
    expect(own.getState().files[0]).toMatchObject({ progress: 'open', locked: false });
  });
});

describe('a place', () => {
  it('can be changed and given back, and the run follows', async () => {
    const { lab, own, add, rest, placeOf } = begun();
    await add('p12-3des-ec.p12');
    own.getState().unlock(own.getState().files[0]?.id ?? 0, 'changeit');
    await rest();
    await expect.poll(() => own.getState().answer?.outcome).toBe('works');
    const root = own.getState().put.find(({ place }) => place === 'server trusts');
    own.getState().move([root?.id ?? ''], 'nowhere');
    await expect.poll(() => own.getState().answer?.refusedBy).toBe('server');
    expect(own.getState().supplied.server.trusts).toBe('demo');
    expect(lab.getState().timeline.circumstances.trust.server.anchors[0]?.subject.text).toContain('Countersign');
    own.getState().move([root?.id ?? ''], null);
    await expect.poll(() => own.getState().answer?.outcome).toBe('works');
    expect(placeOf('Harbour Corpus Root')).toBe('server trusts');
  });
});

describe('what would help', () => {
  const OTHER = new URL('../../corpus/cases/bad-self-signed-client-unknown/', import.meta.url);

  async function selfSigned() {
    const all = begun();
    const names = ['client.cer', 'client-key.der'];
    const contentOf = (name: string) => new Uint8Array(readFileSync(new URL(name, OTHER)));
    all.own.getState().add(names.map((name) => ({ name, content: contentOf(name) })));
    await all.rest();
    await expect.poll(() => all.own.getState().answer?.refusedBy).toBe('server');
    const seekAll = () => {
      let runs = 0;
      for (let { answer } = all.own.getState(); answer && all.own.getState().seek(answer); runs++)
        if (runs > 200) throw new Error('It does not end.');
      return runs;
    };
    return { ...all, seekAll };
  }
  const placesOf = (own: ReturnType<typeof begun>['own']) =>
    own.getState().put.map(({ place, also }) => [place, ...also]);

  it('is found a run at a time, tried in the reader’s place, and taken back', async () => {
    const { lab, own, seekAll } = await selfSigned();
    expect(own.getState().offers).toEqual([]);
    expect(seekAll()).toBeGreaterThan(0);
    const [offer] = own.getState().offers;
    expect(offer?.changes.map(({ what }) => what)).toEqual(['trust']);
    if (!offer) return;
    own.getState().try(offer);
    expect(placesOf(own)).toEqual([['client shows', 'server trusts']]);
    expect(own.getState().answer).toMatchObject({ outcome: 'works', clientCertificate: 'accepted' });
    expect(own.getState().tried).toBe(offer);
    expect(lab.getState().timeline.circumstances.trust.server.anchors).toHaveLength(1);
    own.getState().takeBack();
    expect(placesOf(own)).toEqual([['client shows']]);
    expect(own.getState()).toMatchObject({ tried: null, answer: { refusedBy: 'server' } });
  });

  it('is no longer sought after an answer that has gone, and stays where the reader goes on by hand', async () => {
    const { own, seekAll } = await selfSigned();
    seekAll();
    const [{ answer, offers }] = [own.getState()];
    if (answer && offers[0]) own.getState().try(offers[0]);
    expect(answer && own.getState().seek(answer)).toBe(false);
    expect(own.getState().offers).toEqual([]);
    own.getState().wish({ verifyDepth: 3 });
    expect(own.getState().tried).toBeNull();
    own.getState().takeBack();
    expect(own.getState().answer?.outcome).toBe('works');
  });

  it('sets the clock where that is what it takes, and gives it back, but not over the reader’s own', async () => {
    const { lab, own, seekAll } = await selfSigned();
    own.getState().move([own.getState().put[0]?.id ?? ''], 'client shows', ['server trusts']);
    const late = Date.UTC(2040, 0, 1);
    lab.getState().change({ at: late });
    await expect.poll(() => own.getState().answer?.outcome).toBe('refused');
    seekAll();
    const day = own.getState().offers.find(({ changes: [change] }) => change?.what === 'day');
    if (!day) throw new Error('Nobody thought of the clock.');
    own.getState().try(day);
    expect(own.getState().answer?.outcome).toBe('works');
    own.getState().takeBack();
    expect(lab.getState().scenario.at).toBe(late);
    seekAll();
    const again = own.getState().offers.find(({ changes: [change] }) => change?.what === 'day');
    if (again) own.getState().try(again);
    lab.getState().change({ at: late + 1 });
    own.getState().takeBack();
    expect(lab.getState().scenario.at).toBe(late + 1);
  });

  it('holds no key where it is shown, and is forgotten with everything', async () => {
    const { own, seekAll } = await selfSigned();
    own.getState().move([own.getState().put[0]?.id ?? ''], 'nowhere');
    own.getState().move([own.getState().put[0]?.id ?? ''], 'server trusts');
    await expect.poll(() => own.getState().answer?.clientCertificate).toBe('none');
    expect(own.getState().supplied.client.shows).toBe('none');
    seekAll();
    const show = own.getState().offers.find(({ changes: [change] }) => change?.what === 'show');
    expect(show).toBeDefined();
    expect(reaches(own.getState(), (each) => typeof each === 'object' && each !== null && 'd' in each)).toBe(false);
    if (show) own.getState().try(show);
    expect(placesOf(own)).toEqual([['server trusts', 'client shows']]);
    expect(own.getState().answer?.outcome).toBe('works');
    own.getState().forget();
    expect(own.getState()).toMatchObject({ offers: [], tried: null, put: [], answer: null });
  });
});

describe('what was brought', () => {
  async function opened() {
    const all = begun();
    await all.add('p12-3des-ec.p12');
    all.own.getState().unlock(all.own.getState().files[0]?.id ?? 0, 'changeit');
    await all.rest();
    await expect.poll(() => all.own.getState().answer?.outcome).toBe('works');
    return all;
  }

  it('stays in use when something else is chosen, and not when a link is followed', async () => {
    const { lab, own } = await opened();
    lab.getState().change({ version: '1.2' });
    await expect.poll(() => lab.getState().timeline.circumstances.version).toBe('1.2');
    expect(own.getState().answer?.outcome).toBe('works');
    lab.getState().load(defaultScenario);
    expect(own.getState().answer).toBeNull();
    expect(lab.getState().timeline.circumstances.trust.client.chains[0]?.[0]?.subject.text).toContain('client.example');
    own.getState().use();
    await expect.poll(() => own.getState().answer?.outcome).toBe('works');
  });

  it('is shown before it is played, and never played once it is forgotten', async () => {
    const waiting: (() => void)[] = [];
    let closed = 0;
    const { lab, own, add } = begun(
      open,
      () => {
        closed += 1;
      },
      (then) => void waiting.push(then),
    );
    await add('pem-two-leaves-two-keys.pem');
    expect(own.getState().put.length).toBeGreaterThan(0);
    expect(ownInUse(lab.getState())).toBe(false);
    for (const then of waiting.splice(0)) then();
    expect(ownInUse(lab.getState())).toBe(true);
    await add('cert-eku-client.pem');
    own.getState().forget();
    expect(closed).toBe(1);
    for (const then of waiting.splice(0)) then();
    expect(ownInUse(lab.getState())).toBe(false);
    await add('cert-eku-client.pem');
    own.getState().remove(own.getState().files[0]?.id ?? 0);
    expect(closed).toBe(2);
  });

  it('stays in sight byte by byte when it is played meanwhile, and gives way to a step that the reader goes to', async () => {
    const waiting: (() => void)[] = [];
    const { lab, own, add } = begun(
      open,
      () => {},
      (then) => void waiting.push(then),
    );
    lab.getState().seek(3, 'jump');
    await add('cert-eku-client.pem');
    const [file] = own.getState().files;
    const looked = { file: file?.id ?? 0, key: file?.layers[0]?.key ?? '' };
    own.getState().look(looked);
    for (const then of waiting.splice(0)) then();
    await expect.poll(() => ownInUse(lab.getState())).toBe(true);
    expect(own.getState().looked).toEqual(looked);
    lab.getState().seek(lab.getState().cursor === 2 ? 1 : 2, 'jump');
    expect(own.getState().looked).toBeNull();
  });

  it('shows nothing secret, and is let go as a whole', async () => {
    const { lab, own } = await opened();
    const key = lab.getState().brought?.client.shows?.[0]?.key;
    const secret = key && 'd' in key ? key.d : undefined;
    expect(secret).toBeInstanceOf(Uint8Array);
    const isSecret = (value: unknown) => value === secret || value === 'changeit';
    expect(reaches(lab.getState(), isSecret)).toBe(true);
    expect(reaches(own.getState(), isSecret)).toBe(false);
    own.getState().forget();
    expect(own.getState()).toMatchObject({ files: [], put: [], answer: null });
    expect(lab.getState().brought).toBeNull();
    expect(reaches(lab.getState(), isSecret)).toBe(false);
    // Nothing that is taken back leads to it.
    expect(lab.getState().history).toMatchObject({ past: [], future: [] });
    lab.getState().undo();
    expect(ownInUse(lab.getState())).toBe(false);
    expect(lab.getState().scenario).toEqual(defaultScenario);
  });

  it('is put to other programs when somebody asks', async () => {
    const { own } = await opened();
    expect(own.getState().differences).toBeNull();
    const root = own.getState().put.find(({ place }) => place === 'server trusts');
    own.getState().move([root?.id ?? ''], 'nowhere');
    await expect.poll(() => own.getState().answer?.refusedBy).toBe('server');
    const { answer: asked } = own.getState();
    if (!asked) throw new Error('There is an answer.');
    expect(own.getState().compare(asked)).toBe(true);
    expect(own.getState()).toMatchObject({ compared: { done: 1 }, differences: null });
    own.getState().stopComparing();
    expect(own.getState()).toMatchObject({ compared: null, differences: null });
    let runs = 0;
    while (own.getState().compare(asked)) {
      runs++;
      expect(own.getState().compared?.done).toBe(runs);
    }
    expect(runs).toBeGreaterThan(10);
    expect(own.getState().compared).toBeNull();
    const all = own.getState().differences;
    expect(all).not.toBeNull();
    for (const { answer } of all ?? []) expect(answer.outcome).not.toBe('refused');
    own.getState().move([root?.id ?? ''], null);
    await expect.poll(() => own.getState().differences).toBeNull();
  });

  it('is let go with the last file', async () => {
    const { lab, own } = await opened();
    own.getState().remove(own.getState().files[0]?.id ?? 0);
    expect(lab.getState().brought).toBeNull();
    expect(own.getState().answer).toBeNull();
  });

  it('comes to nothing while a program would not start with it', async () => {
    const { own, add } = begun();
    await add('key-rsa-1024.key', 'cert-sha1.pem');
    await expect.poll(() => own.getState().answer).not.toBeNull();
    const side = own.getState().put[0]?.place === 'server shows' ? 'server' : 'client';
    own.getState().wish({ like: { [side]: 'openssl' } });
    expect(own.getState().answer).toMatchObject({ outcome: 'does not start', who: side });
  });
});
