// What a frame and the page around it say to each other: plain data in a common envelope. It must not know what is done about it.

import type { Statement } from '../../lesson/platform/index.ts';
import type { AnswerTold } from '../../ui/index.ts';

/** Whose messages they are, and which form they have. */
const envelope = { ns: 'countersign', v: 1 } as const;

/** One name for each frame: the page around can give it, or else it is made up. */
const id = window.name || `countersign-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`;

/** Where a frame stands. No key and no certificate is ever in it. */
export interface State {
  /** The link to what is shown, from the `#` on. */
  readonly link: string;
  readonly step: number;
  readonly steps: number;
  /** What the step is called. */
  readonly label: string;
  readonly playing: boolean;
  readonly outcome: Outcome;
}

/** How a run ends: well, or with an alert or a connection that breaks off. */
export interface Outcome {
  readonly refused: boolean;
  /** The step with which it fails, or its last one. */
  readonly step: number;
  readonly label: string;
}

/** What a frame tells by itself. */
export type Told =
  | { readonly type: 'ready' | 'step'; readonly state: State }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  /** How high the frame has to be to show everything, in px. */
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'key'; readonly key: string }
  /** Of a question about what comes next, whenever somebody tries to answer it. */
  | { readonly type: 'answer'; readonly answer: AnswerTold }
  /** What happens in the lesson that is shown, as xAPI has it. */
  | { readonly type: 'statement'; readonly statement: Statement }
  | { readonly type: 'reply'; readonly request: Request; readonly ok: true; readonly state: State }
  | { readonly type: 'reply'; readonly request: Request; readonly ok: false; readonly error: string };

/** What a page names its question by. */
export type Request = string | number;

/** A question of the page around. */
export interface Command {
  readonly command: string;
  readonly request: Request;
  readonly [option: string]: unknown;
}

/** Tells the page around, whoever it is: nothing in it is secret. */
export function send(told: Told): void {
  if (window.parent !== window) window.parent.postMessage({ ...envelope, id, ...told }, '*');
}

/** The command in what somebody has sent; undefined for anything else, and for what doesn't come from the page around. */
export function commandIn({ source, data }: MessageEvent<unknown>): Command | undefined {
  if (source !== window.parent || source === window || typeof data !== 'object' || data === null) return undefined;
  const { ns, v, command, request, ...options } = data as Readonly<Record<string, unknown>>;
  if (ns !== envelope.ns || v !== envelope.v || typeof command !== 'string') return undefined;
  return typeof request === 'string' || typeof request === 'number' ? { ...options, command, request } : undefined;
}
