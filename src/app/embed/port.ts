// What a frame tells the page around it, and what that may have it do: a list of commands, each with an answer. What is set goes through the
// reading of links, which takes nothing that a link couldn't say. It must not know who is around.

import { failed, landing, linkParts, type Timeline } from '../../lab/index.ts';
import type { Statement } from '../../lesson/platform/index.ts';
import { type Lab, type LabStore, stepNumber, usualView, type View } from '../../store/index.ts';
import { stepLabel } from '../../story/index.ts';
import { type AnswerTold, easyHeight, lessonParts, type Player, usualParts } from '../../ui/index.ts';
import { embedWords as text } from '../../words/ui/index.ts';
import { fromAddress } from '../address.ts';
import { type Command, commandIn, type Outcome, type State, send } from './message.ts';

/** What the lesson says in the window. */
const happens = 'countersign:statement';

/** Joins a store and the page around. */
export function listen(store: LabStore) {
  let player: Player | undefined;
  const state = (): State => stateOf(store, player?.playing === true);
  const waiting: (() => void)[] = [];
  /** Whether it plays, the player says a moment later. */
  const playing = async (on: boolean): Promise<void> => {
    if (!player || player.playing === on) return;
    const heard = new Promise<void>((resolve) => waiting.push(resolve));
    player.toggle();
    await heard;
  };
  const commands: Readonly<Record<string, (command: Command) => void | Promise<void>>> = {
    state: () => undefined,
    play: () => playing(true),
    pause: () => playing(false),
    goto: ({ step }) => goTo(store, step),
    set: (command) => set(store, command),
  };
  const act = async (command: Command): Promise<void> => {
    const { request } = command;
    try {
      const asked = Object.hasOwn(commands, command.command) ? commands[command.command] : undefined;
      if (!asked) throw new RangeError(text.unknownCommand(command.command, Object.keys(commands)));
      await asked(command);
      send({ type: 'reply', request, ok: true, state: state() });
    } catch (error) {
      send({ type: 'reply', request, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  };
  const hear = (now: Player): void => {
    player = now;
    for (const go of waiting.splice(0)) go();
  };
  // It may begin before the picture is there.
  window.addEventListener(happens, (event) =>
    send({ type: 'statement', statement: (event as CustomEvent<Statement>).detail }),
  );
  const begin = (): void => {
    window.addEventListener('message', (event) => {
      const command = commandIn(event);
      if (command) void act(command);
    });
    window.addEventListener('countersign:answer', ({ detail }: CustomEventInit<AnswerTold>) => {
      if (detail) send({ type: 'answer', answer: detail });
    });
    tell(store, state);
  };
  return { hear, begin };
}

/** Tells of each step, each run and each height, as they come. */
function tell(store: LabStore, state: () => State): void {
  store.subscribe((lab, before) => {
    if (lab.timeline !== before.timeline) send({ type: 'outcome', outcome: outcomeOf(lab.timeline) });
    if (lab.settled !== before.settled || lab.timeline !== before.timeline) send({ type: 'step', state: state() });
  });
  let told = { height: 0, width: 0, timeline: store.getState().timeline };
  const measure = (): void => {
    const { timeline } = store.getState();
    const height = wantedHeight(store.getState());
    const same = told.width === innerWidth && told.timeline === timeline;
    // A shorter sentence is no reason to move everything that stands below the frame.
    if (height === 0 || (same && height <= told.height)) return;
    told = { height, width: innerWidth, timeline };
    send({ type: 'size', height });
  };
  let begun = false;
  // A picture that is drawn anew may have another height.
  const look = new MutationObserver(() => {
    if (!begun && document.querySelector('.stage')) {
      begun = true;
      send({ type: 'ready', state: state() });
      send({ type: 'outcome', outcome: outcomeOf(store.getState().timeline) });
    }
    measure();
  });
  look.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['height'] });
  new ResizeObserver(measure).observe(document.body);
}

/** How high the frame has to be to show the whole picture at its full size, rounded up; 0 before there is one. */
function wantedHeight(lab: Lab): number {
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  if (!stage?.width) return 0;
  return Math.ceil(innerHeight - stage.height + easyHeight(stage.width, lab)) + 1;
}

function stateOf(store: LabStore, playing: boolean): State {
  const lab = store.getState();
  const { timeline, scenario, view } = lab;
  const step = stepNumber(lab);
  return {
    link: linkParts.take('extras').writeLink({ scenario, step, view: { ...view, show: shownIn(view) } }),
    step,
    steps: timeline.steps.length,
    label: labelIn(timeline, step),
    playing,
    outcome: outcomeOf(timeline),
  };
}

/** What an exhibit shows in a frame, where that is not as usual. */
function shownIn({ show }: View): View['show'] {
  return show === usualParts || show === lessonParts ? undefined : show;
}

function outcomeOf(timeline: Timeline): Outcome {
  const refused = failed(timeline);
  const step = refused ? landing(timeline) : timeline.steps.length;
  return { refused, step, label: labelIn(timeline, step) };
}

function labelIn(timeline: Timeline, number: number): string {
  const step = timeline.steps[number - 1];
  return step ? stepLabel(timeline, step, 'everything') : '';
}

/** @throws RangeError with a sentence for what is no step of this run */
function goTo(store: LabStore, step: unknown): void {
  const { timeline, seek } = store.getState();
  const { length } = timeline.steps;
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 0 || step > length)
    throw new RangeError(text.noStep(length));
  seek(step, 'jump');
}

/** Shows what a link says, or looks in another way. @throws RangeError with a sentence for what no link says */
async function set(store: LabStore, { link, options }: Command): Promise<void> {
  const { scenario, step, view, notice } = await fromAddress(linkOf(link, options), () => undefined);
  if (notice) throw new RangeError(notice.kind === 'sentence' ? notice.text : text.notNow);
  const lab = store.getState();
  // What an option says that is as usual, no link says.
  const named = Object.keys(options ?? {}).filter(
    (name) => Object.hasOwn(lab.view, name) || Object.hasOwn(view ?? {}, name),
  );
  const usual: Readonly<Record<string, unknown>> = { ...usualView, show: usualParts };
  const asUsual = Object.fromEntries(named.map((name) => [name, usual[name]]));
  const said = Object.entries(view ?? {}).filter(([, value]) => value !== undefined);
  lab.arrange({ ...asUsual, ...Object.fromEntries(said) });
  if (link !== undefined && scenario) lab.load(scenario, step);
  else if (step !== undefined) lab.seek(step, 'jump');
}

/** A link that says so: the one that was given, or one to what is usual, with each option as an extra. */
function linkOf(link: unknown, options: unknown): string {
  if (link !== undefined && typeof link !== 'string') throw new RangeError(text.noLink);
  const start = link === undefined ? '#1' : link.startsWith('#') ? link : `#${link}`;
  if (options === undefined) return start;
  if (typeof options !== 'object' || options === null) throw new RangeError(text.noOptions);
  const said = Object.entries(options).map(([name, value]) =>
    value === true ? name : `${name}=${encodeURIComponent(String(value))}`,
  );
  if (said.length === 0) return start;
  return `${start}${start.includes('?') ? '&' : '?'}${said.join('&')}`;
}
