// The files of one lab: taken, opened with whatever password was typed, and let go. What is secret of them stays in a closure. It must not
// know what is played with them.

import type { Disclosed } from '../../pki/fields/index.ts';
import { disclosedIn } from './layers.ts';
import { unopened } from './nothing.ts';
import { locks, type OpenFile, type Secret } from './secrets.ts';
import type { Brought, OwnFile, OwnLab, OwnState } from './state.ts';

/** Whoever shows the files, and plays with them. */
interface Keeper {
  readonly get: () => OwnLab;
  readonly set: (change: Partial<Pick<OwnState, 'files' | 'news'>>) => void;
  readonly open: OpenFile;
  /** Told when a file is open, or can’t be opened. */
  readonly settle: () => void;
}

export class Files {
  readonly #keeper: Keeper;
  #secrets = new Map<number, Secret>();
  #last = 0;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** Takes a file, and opens it. */
  add({ name, content, inFolder = false }: Brought): void {
    this.#last += 1;
    const id = this.#last;
    const file: OwnFile = { ...unopened, id, name: this.#unlikeOthers(name), progress: 'open' };
    if (!(content instanceof Uint8Array)) {
      if (inFolder) this.#leaveOut();
      else this.#keeper.set({ files: [...this.#keeper.get().files, { ...file, flaws: [content] }] });
      return;
    }
    if (this.#isThere(name, content)) {
      this.#keeper.set({ news: { what: 'twice', name } });
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
    this.#keeper.set({ files: [...this.#keeper.get().files, file] });
    this.open(id);
  }

  #isThere(name: string, bytes: Uint8Array): boolean {
    const alike = this.#keeper.get().files.filter((file) => file.name === name);
    const known = alike.flatMap(({ id }) => this.#secrets.get(id)?.bytes ?? []);
    return known.some((each) => each.length === bytes.length && each.every((byte, at) => byte === bytes[at]));
  }

  #unlikeOthers(name: string): string {
    const taken = new Set(this.#keeper.get().files.map((file) => file.name));
    let unlike = name;
    for (let number = 2; taken.has(unlike); number++) unlike = `${name} (${number})`;
    return unlike;
  }

  #note(id: number, change: Partial<OwnFile>): void {
    const files = this.#keeper.get().files.map((file) => (file.id === id ? { ...file, ...change } : file));
    this.#keeper.set({ files });
  }

  /** Opens a file, with another password where one was typed. What is open stays open. */
  open(id: number, password?: string): void {
    const secret = this.#secrets.get(id);
    if (!secret) return;
    secret.opening?.stop();
    secret.trying = password;
    const tried = password === undefined ? secret.passwords : [...secret.passwords, password];
    const opening = this.#keeper.open(secret.bytes, tried);
    secret.opening = opening;
    this.#note(id, { progress: 'opening', refused: false });
    const ended = (then: () => void) => {
      if (this.#secrets.get(id)?.opening !== opening) return;
      secret.opening = undefined;
      then();
      secret.trying = undefined;
      this.#keeper.settle();
    };
    opening.result.then(
      (opened) => ended(() => this.#opened(id, secret, opened)),
      () => ended(() => this.#note(id, { progress: 'failed' })),
    );
  }

  #opened(id: number, secret: Secret, opened: NonNullable<Secret['opened']>): void {
    if (secret.inFolder && opened.items.length === 0 && opened.flaws.every(({ what }) => what !== 'locked')) {
      this.drop(id);
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
    const { news } = this.#keeper.get();
    const count = news?.what === 'left out' ? news.count + 1 : 1;
    this.#keeper.set({ news: { what: 'left out', count } });
  }

  /** Lets go of a file. */
  drop(id: number): void {
    this.#secrets.get(id)?.opening?.stop();
    this.#secrets.delete(id);
    this.#keeper.set({ files: this.#keeper.get().files.filter((file) => file.id !== id) });
  }

  /** What is open, of which file. */
  get opened() {
    return this.#keeper.get().files.flatMap(({ id, name }) => {
      const { opened, bytes } = this.#secrets.get(id) ?? {};
      return opened && bytes ? [{ id, file: name, bytes, opened, items: opened.items }] : [];
    });
  }

  /** Something of a file, with what is secret of it covered. */
  disclose(id: number, key: string): Disclosed | undefined {
    const { opened, bytes } = this.#secrets.get(id) ?? {};
    return opened && bytes && disclosedIn(bytes, opened, key);
  }

  /** Ends opening it. */
  stop(id: number): void {
    this.#secrets.get(id)?.opening?.stop();
    this.#note(id, { progress: 'stopped' });
  }

  /** Lets go of everything. */
  forget(): void {
    for (const { opening } of this.#secrets.values()) opening?.stop();
    this.#secrets = new Map();
  }
}
