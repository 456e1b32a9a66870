// The memory of what somebody brought to one mounted lab: a factory, like that of the lab. What is secret stays in a closure of it, and in
// the lab's state as long as runs are played with it. It must not know React, prose, the document, nor how a file is opened.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultScenario, type Scenario } from '../../lab/index.ts';
import type { Manner } from '../../lab/manners/index.ts';
import { hostIn, type Own } from '../../lab/own/index.ts';
import { chosenScenario, type LabStore, ownScenario } from '../index.ts';
import { answerNow } from './answered.ts';
import { Comparison } from './comparison.ts';
import { Files } from './files.ts';
import { nothing } from './nothing.ts';
import { arranged, isNothing, type Moved, suppliedParts, wished } from './roles.ts';
import { type Known, type OpenFile, shownOf } from './secrets.ts';
import type { OwnActions, OwnLab } from './state.ts';
import { Trials } from './trials.ts';
import type { Choices } from './trying.ts';

export type OwnStore = StoreApi<OwnLab>;

interface Surroundings {
  readonly open: OpenFile;
  /** Ends whatever has opened files, with what it may remember of them. */
  readonly close: () => void;
  /** Does something when the reader has seen what is known so far. */
  readonly afterwards: (then: () => void) => void;
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
    // Whoever goes to another step wants to see that one. The step that another run begins at, nobody went to.
    const moved = now.cursor !== before.cursor || now.selection.row !== before.selection.row;
    const same = now.timeline === before.timeline;
    if (moved && same && store.getState().looked) store.getState().look(null);
  });
  return store;
}

class Session {
  readonly #lab: LabStore;
  readonly #surroundings: Surroundings;
  readonly #set: OwnStore['setState'];
  readonly #get: () => OwnLab;
  readonly #files: Files;
  #moved: Moved = new Map();
  /** The name that the reader has chosen for the server. */
  #called: string | null = null;
  /** What the next run is set to besides. */
  #pending: Partial<Pick<Scenario, 'at' | 'clientAuthentication'>> = {};
  /** How often everything was put in its place: what waits to be played gives way to what comes later. */
  #turn = 0;
  readonly #trials: Trials;
  readonly #comparison: Comparison;

  constructor(lab: LabStore, surroundings: Surroundings, set: OwnStore['setState'], get: () => OwnLab) {
    this.#lab = lab;
    this.#surroundings = surroundings;
    this.#set = set;
    this.#get = get;
    this.#files = new Files({ get, set, open: surroundings.open, settle: () => this.#settle(surroundings.afterwards) });
    const played = () => {
      const { brought: own, scenario } = lab.getState();
      return own && { scenario, own };
    };
    this.#comparison = new Comparison({ state: get, tell: set, played });
    this.#trials = new Trials({
      state: get,
      tell: set,
      played,
      choices: () => this.#choices(),
      planned: (choices) => this.#planned(choices),
      choose: (choices) => this.#choose(choices),
    });
  }

  get state(): OwnLab {
    const lab = () => this.#lab.getState();
    const actions: OwnActions = {
      add: (files) => {
        this.#set({ news: null });
        this.#trials.stay();
        for (const file of files) this.#files.add(file);
      },
      tell: (news) => this.#set({ news }),
      unlock: (file, password) => this.#files.open(file, password),
      stop: (file) => {
        this.#files.stop(file);
        this.#settle();
      },
      again: (file) => this.#files.open(file),
      remove: (file) => {
        this.#trials.stay();
        this.#files.drop(file);
        if (this.#get().looked?.file === file) this.#get().look(null);
        if (this.#get().files.length === 0) this.#surroundings.close();
        this.#settle();
      },
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
      look: (looked) => {
        this.#set({ looked });
        lab().setOpen({ brought: looked !== null });
      },
      disclose: (file, key) => this.#files.disclose(file, key),
      use: () => this.#settle(),
      compare: (answer) => this.#comparison.next(answer),
      stopComparing: () => this.#comparison.stop(),
      seek: (answer) => this.#trials.seek(answer),
      try: (offer) => this.#trials.try(offer),
      takeBack: () => this.#trials.takeBack(),
      forget: () => this.#forget(),
    };
    return { ...nothing, ...actions };
  }

  /** Puts everything where it belongs, and plays with it, as soon as nothing is being opened. @param when it is played */
  #settle(when = (then: () => void) => then()): void {
    this.#comparison.stop();
    this.#turn += 1;
    const turn = this.#turn;
    this.#trials.end();
    const { files } = this.#get();
    const open = this.#files.opened;
    const { put, own, warnings, name } = this.#planned(this.#choices());
    const certificates = put.flatMap(({ id, thing }): Known[] =>
      'subject' in thing ? [{ id, certificate: thing }] : [],
    );
    const outcomes = new Map(open.map(({ id, bytes, opened }) => [id, shownOf(bytes, opened, certificates)]));
    this.#set({
      files: files.map((file) => ({ ...file, ...outcomes.get(file.id) })),
      put,
      supplied: suppliedParts(own),
      assumed: warnings,
    });
    if (files.some(({ progress }) => progress === 'opening')) return;
    when(() => turn === this.#turn && this.#play(own, name));
  }

  /** What comes of choices: everything in its place, and what a run starts from. */
  #planned({ moved, wishes, called }: Choices) {
    const { put, own: brought, materials } = arranged(this.#files.opened, moved);
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
    this.#comparison.stop();
    this.#files.forget();
    this.#turn += 1;
    this.#surroundings.close();
    this.#moved = new Map();
    this.#called = null;
    this.#get().look(null);
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
