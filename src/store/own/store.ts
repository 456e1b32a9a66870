// The memory of what somebody brought to one mounted lab: a factory, like that of the lab. What is secret stays in a closure of it, and in
// the lab's state as long as runs are played with it. It must not know React, prose, the document, nor how a file is opened.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultScenario } from '../../lab/index.ts';
import type { Manner } from '../../lab/manners/index.ts';
import {
  answerOf,
  causeOf,
  differencesFrom,
  hostIn,
  type Own,
  type Place,
  unstartedWith,
} from '../../lab/own/index.ts';
import { chosenScenario, type LabStore, ownInUse, ownScenario } from '../index.ts';
import { arranged, demoParts, isNothing, wished } from './roles.ts';
import { type Known, locks, type Opening, type Secret, shownOf } from './secrets.ts';
import type { Brought, OwnActions, OwnFile, OwnLab, OwnState } from './state.ts';

export type OwnStore = StoreApi<OwnLab>;

/** Opens a file with passwords. */
export type OpenFile = (bytes: Uint8Array, passwords: readonly string[]) => Opening;

interface Surroundings {
  readonly open: OpenFile;
  /** What the clock says, in milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly manners: Readonly<Record<string, Manner>>;
}

const nothing: OwnState = {
  files: [],
  put: [],
  wishes: { verifyDepth: null, profile: 'usual', crlCheck: false, like: {} },
  news: null,
  differences: null,
  assumed: [],
  answer: null,
  cause: null,
  demo: { client: { shows: true, trusts: true }, server: { shows: true, trusts: true } },
};

const unopened = { kind: undefined, items: [], flaws: [], remarks: [], locked: false, refused: false } as const;

/** A store of what is brought to a lab: nothing so far. */
export function createOwn(lab: LabStore, surroundings: Surroundings): OwnStore {
  const store = createStore<OwnLab>()((set, get) => new Session(lab, surroundings, set, get).state);
  lab.subscribe((now, before) => {
    if (now.timeline !== before.timeline || now.history !== before.history)
      store.setState(answerNow(lab, store.getState()));
  });
  return store;
}

/** What comes of the run that is shown, if it is one with what the reader brought. */
function answerNow(lab: LabStore, { put, assumed }: OwnState): Pick<OwnState, 'answer' | 'cause' | 'differences'> {
  const { timeline, brought, history } = lab.getState();
  if (!brought || !ownInUse({ history })) return { answer: null, cause: null, differences: null };
  const found = unstartedWith(brought) ?? answerOf(timeline, brought);
  const answer = { ...found, warnings: [...assumed, ...found.warnings] };
  const spare = put.flatMap(({ thing, file, place }) =>
    place === 'nowhere' && 'subject' in thing ? [{ thing, file }] : [],
  );
  return { answer, cause: causeOf(answer, brought, { certificates: spare }) ?? null, differences: null };
}

class Session {
  readonly #lab: LabStore;
  readonly #surroundings: Surroundings;
  readonly #set: OwnStore['setState'];
  readonly #get: () => OwnLab;
  #secrets = new Map<number, Secret>();
  #moved = new Map<string, Place>();
  /** The name that the reader has chosen for the server. */
  #called: string | null = null;
  #last = 0;

  constructor(lab: LabStore, surroundings: Surroundings, set: OwnStore['setState'], get: () => OwnLab) {
    this.#lab = lab;
    this.#surroundings = surroundings;
    this.#set = set;
    this.#get = get;
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
      move: (ids, place) => {
        for (const id of ids) {
          if (place === null) this.#moved.delete(id);
          else this.#moved.set(id, place);
        }
        this.#settle();
      },
      wish: (wishes) => {
        this.#set({ wishes: { ...this.#get().wishes, ...wishes } });
        this.#settle();
      },
      call: (name) => {
        this.#called = name;
        this.#settle();
      },
      use: () => this.#settle(),
      compare: () => {
        const { brought, scenario } = this.#lab.getState();
        const { answer } = this.#get();
        if (brought && answer) this.#set({ differences: differencesFrom(answer, scenario, brought) });
      },
      forget: () => this.#forget(),
    };
    return { ...nothing, ...actions };
  }

  #add({ name, content, inFolder = false }: Brought): void {
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
    this.#drop(id);
    this.#settle();
  }

  #drop(id: number): void {
    this.#secrets.get(id)?.opening?.stop();
    this.#secrets.delete(id);
    this.#set({ files: this.#get().files.filter((file) => file.id !== id) });
  }

  /** Puts everything where it belongs, and plays with it, as soon as nothing is being opened. */
  #settle(): void {
    const { files, wishes } = this.#get();
    const open = files.flatMap(({ id, name }) => {
      const { opened } = this.#secrets.get(id) ?? {};
      return opened ? [{ id, file: name, opened, items: opened.items }] : [];
    });
    const { put, own } = arranged(open, this.#moved);
    const certificates = put.flatMap(({ id, thing }): Known[] =>
      'subject' in thing ? [{ id, certificate: thing }] : [],
    );
    const outcomes = new Map(open.map(({ id, opened }) => [id, shownOf(opened, certificates)]));
    const { own: settled, warnings } = wished(own, wishes, this.#surroundings.manners);
    this.#set({
      files: files.map((file) => ({ ...file, ...outcomes.get(file.id) })),
      put,
      demo: demoParts(settled),
      assumed: warnings,
    });
    if (!files.some(({ progress }) => progress === 'opening')) this.#play(settled);
  }

  #play(own: Own): void {
    if (isNothing(own)) {
      this.#letGo();
      return;
    }
    const { now } = this.#surroundings;
    const chosen = chosenScenario(this.#lab.getState()).at;
    const at = chosen === defaultScenario.at ? now() : chosen;
    this.#lab.setState({ brought: own });
    this.#lab.getState().change({ at, name: this.#called ?? hostIn(own) ?? defaultScenario.name }, 'opening', true);
  }

  #forget(): void {
    for (const { opening } of this.#secrets.values()) opening?.stop();
    this.#secrets = new Map();
    this.#moved = new Map();
    this.#called = null;
    this.#set(nothing);
    this.#letGo();
  }

  /** What was chosen with them would lead back to runs with them: the history begins anew. */
  #letGo(): void {
    const lab = this.#lab.getState();
    if (!lab.brought) return;
    const { at, name } = defaultScenario;
    this.#lab.setState({ brought: null });
    lab.load({ ...ownScenario(lab), at, name }, undefined, lab.history.at + 1);
  }
}
