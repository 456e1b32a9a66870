// What somebody brought, as the page shows it: plain data. Private keys and passwords are not in it, so that nothing that draws it can
// hold on to them.

import type {
  Answer,
  Asked,
  ChangeShown,
  Difference,
  OwnCause,
  Place,
  PlaceReason,
  Warning,
} from '../../lab/own/index.ts';
import type { FileFlaw, Item, KeyRefusal, Opened } from '../../pki/containers/index.ts';
import type { Disclosed } from '../../pki/fields/index.ts';
import type { Certificate, Crl, Profile } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Layer } from './layers.ts';

/** A private key without what is secret about it. */
export interface KeyShown {
  readonly kind: 'private key';
  readonly name?: string | undefined;
  readonly keyType: string;
  readonly refusal?: KeyRefusal | undefined;
  readonly encryption?: string | undefined;
  /** The certificates that it belongs to, by their ids. */
  readonly certificates: readonly string[];
}

type OtherItem = Exclude<Item, { kind: 'certificate' | 'crl' | 'locked key' | 'private key' }>;

/** What is in a file. */
export type ItemShown =
  | (Extract<Item, { kind: 'certificate' | 'crl' }> & { readonly id: string })
  | Extract<Item, { kind: 'locked key' }>
  | KeyShown
  | { readonly kind: 'other'; readonly item: Omit<OtherItem, 'der'> };

/** A file that somebody brought. */
export interface OwnFile {
  readonly id: number;
  /** Unlike that of any other. */
  readonly name: string;
  /** `failed`: a part of the page that opens files could not be had. */
  readonly progress: 'opening' | 'open' | 'stopped' | 'failed';
  /** What came of opening it last. */
  readonly kind: Opened['kind'];
  readonly items: readonly ItemShown[];
  readonly flaws: readonly FileFlaw[];
  readonly remarks: Opened['remarks'];
  /** What of it can be looked at byte by byte. */
  readonly layers: readonly Layer[];
  /** Whether there is something in it that another password may open. */
  readonly locked: boolean;
  /** Whether the password that was typed last opens nothing more. */
  readonly refused: boolean;
}

/** A certificate or a list, and where it is. */
export interface Put {
  /** Of its bytes. */
  readonly id: string;
  /** The name of the file that it comes from. */
  readonly file: string;
  readonly thing: Certificate | Crl;
  readonly place: Place;
  /** Where it is as well: shown by one side and trusted by the other, or of use to both. */
  readonly also: readonly Place[];
  /** Where it belongs by itself. */
  readonly belongs: readonly [Place, ...Place[]];
  /** Why it was put there by itself; null where the reader moved it. */
  readonly reason: PlaceReason | null;
}

/** What the reader wishes of a run besides what a scenario says. */
export interface Wishes {
  /** So many intermediates the server takes; null: any number. */
  readonly verifyDepth: number | null;
  readonly profile: Profile;
  /** Whether the server demands that no certificate of the client’s chain is revoked. */
  readonly crlCheck: boolean;
  /** The programs that both sides behave like, by their names; absent: this page’s engine. */
  readonly like: Readonly<Partial<Record<Role, string>>>;
}

/** Something to try: it would work. What a run needs of it stays with whoever keeps the keys. */
export interface Offer {
  readonly changes: readonly ChangeShown[];
}

/** Which part of a side is whose. */
export interface Supplied {
  /** `none`: it shows no certificate, since nobody brought one and the page’s own would be nothing to whom the server trusts. */
  readonly shows: 'brought' | 'demo' | 'none';
  readonly trusts: 'brought' | 'demo';
}

/** What became of files that were brought, beside what stands with each of them. */
export type News =
  | { readonly what: 'twice'; readonly name: string }
  /** So many files of a folder that are none of ours. */
  | { readonly what: 'left out'; readonly count: number }
  | { readonly what: 'too many'; readonly most: number };

export interface OwnState {
  readonly files: readonly OwnFile[];
  readonly put: readonly Put[];
  readonly wishes: Wishes;
  readonly news: News | null;
  /** What comes of it; null while the run that is shown is not theirs. */
  readonly answer: Answer | null;
  /** Why it does not work; null where there is nothing to change. */
  readonly cause: OwnCause | null;
  /** Programs with which it would end otherwise; null: nobody has asked yet. */
  readonly differences: readonly Difference[] | null;
  /** How far the other programs are asked; null: nobody asks them now. */
  readonly compared: Asked | null;
  /** What is to be said of how a run with them is set up. */
  readonly assumed: readonly Warning[];
  readonly supplied: Readonly<Record<Role, Supplied>>;
  /** What would help, as far as it was looked for. */
  readonly offers: readonly Offer[];
  /** What of it is tried now, and can be taken back. */
  readonly tried: Offer | null;
  /** What stands in Bytes in the place of the handshake’s, by its file and its key there. */
  readonly looked: { readonly file: number; readonly key: string } | null;
}

/** A file as it is brought. */
export interface Brought {
  readonly name: string;
  /** What is wrong with it where nobody read it. */
  readonly content: Uint8Array | FileFlaw;
  /** Whether it lay in a folder that was brought as a whole. */
  readonly inFolder?: boolean;
}

export interface OwnActions {
  add(files: readonly Brought[]): void;
  tell(news: News | null): void;
  /** Tries another password. What is open stays open. */
  unlock(file: number, password: string): void;
  /** Ends opening it. */
  stop(file: number): void;
  /** Opens it again. */
  again(file: number): void;
  remove(file: number): void;
  /**
   * Moves things, by their ids; null: to where they belong by themselves.
   * @param also where they are as well
   */
  move(ids: readonly string[], place: Place | null, also?: readonly Place[]): void;
  wish(wishes: Partial<Wishes>): void;
  /** Has the client look for the server by another name; null: by the first in its certificate. */
  call(name: string | null): void;
  /** Shows something of a file in Bytes; null: the handshake’s again. */
  look(at: OwnState['looked']): void;
  /** Something of a file, with what is secret of it covered. */
  disclose(file: number, key: string): Disclosed | undefined;
  /** Plays with them again. */
  use(): void;
  /** Asks one more program what it would make of it. @returns whether there are more to ask */
  compare(answer: Answer): boolean;
  /** Asks no more. */
  stopComparing(): void;
  /** Makes one more run in search of what would help after the answer that stands. @returns whether there may be more */
  seek(answer: Answer): boolean;
  /** Changes what an offer says. */
  try(offer: Offer): void;
  /** Undoes what was tried. */
  takeBack(): void;
  /** Lets go of everything. */
  forget(): void;
}

export type OwnLab = OwnState & OwnActions;
