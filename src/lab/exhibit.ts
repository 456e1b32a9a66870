// An exhibit: a moment of a handshake as it is shown, shared or embedded. Data only, and no more than a link can say. It must not know
// links, nor the page.

import type { Profile } from '../pki/index.ts';
import type { Way } from './proxied/way.ts';
import type { Scenario } from './scenario.ts';

/** Through whose eyes the run is looked at, and what the arrows stand for. */
export type LensName = 'everything' | 'client' | 'server' | 'wire';
export type UnitName = 'messages' | 'records';
export type Tab = 'explain' | 'bytes' | 'keys' | 'certificates' | 'state';
/** How much is said about a step. */
export type Depth = 'sentence' | 'paragraph' | 'details';

/** How a moment is looked at. What is left out is as usual. */
export interface ExhibitView {
  readonly lens?: LensName;
  readonly unit?: UnitName;
  /** Whether each arrow wears its plain line. */
  readonly captions?: boolean;
  readonly tab?: Tab;
  readonly depth?: Depth;
  readonly theme?: 'system' | 'light' | 'dark' | 'projector' | undefined;
  /** By their names: the parts of the page that are there, and those that can't be changed. */
  readonly show?: readonly string[] | undefined;
  readonly lock?: readonly string[] | undefined;
  /** The steps between which the playhead stays. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Whether it plays by itself, and over and over. */
  readonly auto?: boolean | undefined;
  readonly loop?: boolean | undefined;
  /** What becomes of a picture that is larger than its frame. */
  readonly fit?: 'scale' | 'scroll' | undefined;
  /** Whether it is shown to an audience. */
  readonly present?: boolean | undefined;
  /** Whether the reader is asked what comes next before it is shown. */
  readonly predict?: boolean | undefined;
  /** The lesson that it belongs to: its name, a file beside the page, or `~` and its text, packed. */
  readonly lesson?: string | undefined;
  /** How a proxy goes about the client’s certificate, where the handshake is shown through one. */
  readonly proxy?: Way | undefined;
  /** And at which step of both connections; left out: the whole of it. */
  readonly passage?: number | undefined;
}

/** What a server and its peers insist on. What is left out is as usual. */
export interface Demands {
  /** So many certificates may stand between a leaf and its root. */
  readonly verifyDepth?: number;
  readonly profile?: Profile;
  /** What is asked of lists of revoked certificates. */
  readonly crl?: readonly string[];
}

/** One moment by itself. */
export interface Single {
  readonly scenario: Scenario;
  /** The step that is looked at; 0 is the overview of the whole run. Left out: wherever the page goes by itself. */
  readonly step?: number;
  /** Whether certificates that somebody brought were in use. They are in no link: it leads to the demo’s. */
  readonly own?: boolean;
  readonly view?: ExhibitView;
  readonly demands?: Demands;
}

/** A moment, and perhaps another one beside it. */
export interface Exhibit extends Single {
  readonly beside?: Single & { readonly beside?: never };
}
