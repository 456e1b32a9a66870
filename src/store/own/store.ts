// The memory of what somebody brought to one mounted lab: a factory, like that of the lab. What is secret stays in a closure of it, and in
// the lab's state as long as runs are played with it. It must not know React, prose, the document, nor how a file is opened.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultScenario, type Scenario } from '../../lab/index.ts';
import type { Manner } from '../../lab/manners/index.ts';
import { differencesFrom, hostIn, type Own } from '../../lab/own/index.ts';
import { chosenScenario, type LabStore, ownScenario } from '../index.ts';
import { answerNow } from './answered.ts';
import { nothing, unopened } from './nothing.ts';
import { arranged, isNothing, type Moved, suppliedParts, wished } from './roles.ts';
import { type Known, locks, type OpenFile, type Secret, shownOf } from './secrets.ts';
import type { Brought, OwnActions, OwnFile, OwnLab } from './state.ts';
import { Trials } from './trials.ts';
import type { Choices } from './trying.ts';

export type OwnStore = StoreApi<OwnLab>;

interface Surroundings {
  readonly open: OpenFile;
  /** What the clock says, in milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly manners: Readonly<Record<string, Manner>>;
}

/** A store of what is brought to a lab: nothing so far. */
export function createOwn(lab: LabStore, surroundings: Surroundings): OwnStore {
  const store = createStore<OwnLab>()((set, get) => new Session(lab, surroundings, set, get).state);
  lab.subscribe((now, before) => {
    if (now.timeline !== before.timeline || now.history !== before.history)
      store.setState(answerNow(lab, store.getState()));
  });
  return store;
}

class Session {
  readonly #lab: LabStore;
  readonly #surroundings: Surroundings;
  readonly #set: OwnStore['setState'];
  readonly #get: () => OwnLab;
  #secrets = new Map<number, Secret>();
  #moved: Moved = new Map();
  /** The name that the reader has chosen for the server. */
  #called: string | null = null;
  #last = 0;
  /** What the next run is set to besides. */
  #pending: Partial<Pick<Scenario, 'at' | 'clientAuthentication'>> = {};
  readonly #trials: Trials;

  constructor(lab: LabStore, surroundings: Surroundings, set: OwnStore['setState'], get: () => OwnLab) {
    this.#lab = lab;
    this.#surroundings = surroundings;
    this.#set = set;
    this.#get = get;
    this.#trials = new Trials({
      state: get,
      tell: set,
      played: () => {
        const { brought: own, scenario } = lab.getState();
        return own && { scenario, own };
      },
      choices: () => this.#choices(),
      planned: (choices) => this.#planned(choices),
      choose: (choices) => this.#choose(choices),
    });
  }

  get state(): OwnLab {
    const actions: OwnActions = {
      add: (files) => {
        this.#set({ news: null });
        for (const file of files) this.#add(file);
      },
      tell: (news) => this.#set({ news }),
      unlock: (file, password) => this.#open(file, password),
      stop: (file) => {
        this.#secrets.get(file)?.opening?.stop();
        this.#note(file, { progress: 'stopped' });
        this.#settle();
      },
      again: (file) => this.#open(file),
      remove: (file) => this.#remove(file),
      move: (ids, place, also = []) => {
        const moved = new Map(this.#moved);
        const more = place === 'nowhere' ? [] : also.filter((each) => each !== place && each !== 'nowhere');
        for (const id of ids) {
          if (place === null) moved.delete(id);
          else moved.set(id, [place, ...more]);
        }
        this.#moved = moved;
        this.#trials.stay();
        this.#settle();
      },
      wish: (wishes) => {
        this.#trials.stay();
        this.#set({ wishes: { ...this.#get().wishes, ...wishes } });
        this.#settle();
      },
      call: (name) => {
        this.#called = name;
        this.#trials.stay();
        this.#settle();
      },
      use: () => this.#settle(),
      compare: () => {
        const { brought, scenario } = this.#lab.getState();
        const { answer } = this.#get();
        if (brought && answer) this.#set({ differences: differencesFrom(answer, scenario, brought) });
      },
      seek: (answer) => this.#trials.seek(answer),
      try: (offer) => this.#trials.try(offer),
      takeBack: () => this.#trials.takeBack(),
      forget: () => this.#forget(),
    };
    return { ...nothing, ...actions };
  }

  #add({ name, content, inFolder = false }: Brought): void {
    this.#trials.stay();
    this.#last += 1;
    const id = this.#last;
    const file: OwnFile = { ...unopened, id, name: this.#unlikeOthers(name), progress: 'open' };
    if (!(content instanceof Uint8Array)) {
      if (inFolder) this.#leaveOut();
      else this.#set({ files: [...this.#get().files, { ...file, flaws: [content] }] });
      return;
    }
    if (this.#isThere(name, content)) {
      this.#set({ news: { what: 'twice', name } });
      return;
    }
    const secret = {
      bytes: content,
      passwords: [],
      trying: undefined,
      opened: undefined,
      opening: undefined,
      inFolder,
    };
    this.#secrets.set(id, secret);
    this.#set({ files: [...this.#get().files, file] });
    this.#open(id);
  }

  #isThere(name: string, bytes: Uint8Array): boolean {
    const alike = this.#get().files.filter((file) => file.name === name);
    const known = alike.flatMap(({ id }) => this.#secrets.get(id)?.bytes ?? []);
    return known.some((each) => each.length === bytes.length && each.every((byte, at) => byte === bytes[at]));
  }

  #unlikeOthers(name: string): string {
    const taken = new Set(this.#get().files.map((file) => file.name));
    let unlike = name;
    for (let number = 2; taken.has(unlike); number++) unlike = `${name} (${number})`;
    return unlike;
  }

  #note(id: number, change: Partial<OwnFile>): void {
    const files = this.#get().files.map((file) => (file.id === id ? { ...file, ...change } : file));
    this.#set({ files });
  }

  #open(id: number, password?: string): void {
    const secret = this.#secrets.get(id);
    if (!secret) return;
    secret.opening?.stop();
    secret.trying = password;
    const tried = password === undefined ? secret.passwords : [...secret.passwords, password];
    const opening = this.#surroundings.open(secret.bytes, tried);
    secret.opening = opening;
    this.#note(id, { progress: 'opening', refused: false });
    const ended = (then: () => void) => {
      if (this.#secrets.get(id)?.opening !== opening) return;
      secret.opening = undefined;
      then();
      secret.trying = undefined;
      this.#settle();
    };
    opening.result.then(
      (opened) => ended(() => this.#opened(id, secret, opened)),
      () => ended(() => this.#note(id, { progress: 'failed' })),
    );
  }

  #opened(id: number, secret: Secret, opened: NonNullable<Secret['opened']>): void {
    if (secret.inFolder && opened.items.length === 0 && opened.flaws.every(({ what }) => what !== 'locked')) {
      this.#drop(id);
      this.#leaveOut();
      return;
    }
    const before = secret.opened;
    const helped = !before || locks(opened) < locks(before) || opened.items.length > before.items.length;
    if (helped) secret.opened = opened;
    if (helped && secret.trying !== undefined) secret.passwords = [...secret.passwords, secret.trying];
    // Nobody needs them any longer.
    if (locks(secret.opened ?? opened) === 0) secret.passwords = [];
    this.#note(id, { progress: 'open', refused: !helped });
  }

  #leaveOut(): void {
    const { news } = this.#get();
    const count = news?.what === 'left out' ? news.count + 1 : 1;
    this.#set({ news: { what: 'left out', count } });
  }

  #remove(id: number): void {
    this.#trials.stay();
    this.#drop(id);
    this.#settle();
  }

  #drop(id: number): void {
    this.#secrets.get(id)?.opening?.stop();
    this.#secrets.delete(id);
    this.#set({ files: this.#get().files.filter((file) => file.id !== id) });
  }

  /** What is open, of which file. */
  #openFiles() {
    return this.#get().files.flatMap(({ id, name }) => {
      const { opened } = this.#secrets.get(id) ?? {};
      return opened ? [{ id, file: name, opened, items: opened.items }] : [];
    });
  }

  /** Puts everything where it belongs, and plays with it, as soon as nothing is being opened. */
  #settle(): void {
    this.#trials.end();
    const { files } = this.#get();
    const open = this.#openFiles();
    const { put, own, warnings, name } = this.#planned(this.#choices());
    const certificates = put.flatMap(({ id, thing }): Known[] =>
      'subject' in thing ? [{ id, certificate: thing }] : [],
    );
    const outcomes = new Map(open.map(({ id, opened }) => [id, shownOf(opened, certificates)]));
    this.#set({
      files: files.map((file) => ({ ...file, ...outcomes.get(file.id) })),
      put,
      supplied: suppliedParts(own),
      assumed: warnings,
    });
    if (!files.some(({ progress }) => progress === 'opening')) this.#play(own, name);
  }

  /** What comes of choices: everything in its place, and what a run starts from. */
  #planned({ moved, wishes, called }: Choices) {
    const { put, own: brought, materials } = arranged(this.#openFiles(), moved);
    const { own, warnings } = wished(brought, wishes, this.#surroundings.manners);
    return { put, materials, own, warnings, name: called ?? hostIn(own) ?? defaultScenario.name };
  }

  #play(own: Own, name: string): void {
    if (isNothing(own)) {
      this.#letGo();
      return;
    }
    const { now } = this.#surroundings;
    const chosen = this.#pending.at ?? chosenScenario(this.#lab.getState()).at;
    const at = chosen === defaultScenario.at ? now() : chosen;
    this.#lab.setState({ brought: own });
    const pending = this.#pending;
    this.#pending = {};
    this.#lab.getState().change({ ...pending, at, name }, 'opening', true);
  }

  #choices(): Choices {
    const { at, clientAuthentication } = chosenScenario(this.#lab.getState());
    const { wishes } = this.#get();
    return { moved: this.#moved, called: this.#called, wishes, scenario: { at, clientAuthentication } };
  }

  #choose({ moved, called, wishes, scenario }: Choices): void {
    this.#moved = moved;
    this.#called = called;
    this.#pending = scenario;
    this.#set({ wishes });
    this.#settle();
  }

  #forget(): void {
    const { before } = this.#trials;
    this.#trials.end();
    this.#trials.stay();
    for (const { opening } of this.#secrets.values()) opening?.stop();
    this.#secrets = new Map();
    this.#moved = new Map();
    this.#called = null;
    this.#set(nothing);
    this.#letGo(before && { clientAuthentication: before.clientAuthentication });
  }

  /** What was chosen with them would lead back to runs with them: the history begins anew. */
  #letGo(back: Partial<Scenario> = {}): void {
    const lab = this.#lab.getState();
    if (!lab.brought) return;
    const { at, name } = defaultScenario;
    this.#lab.setState({ brought: null });
    lab.load({ ...ownScenario(lab), ...back, at, name }, undefined, lab.history.at + 1);
  }
}
