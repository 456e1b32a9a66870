// Keeps two windows alike: what happens in one happens in the other, whichever was reloaded, as long as both are there. It must not know what
// either shows.

import type { LabStore } from '../../../store/index.ts';
import type { ShowStore } from '../../../store/present/index.ts';
import { followInto } from './follow.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import { joinWires } from './wires.ts';

/** How often a window asks for what is new, and after how long without an answer the other one counts as silent, in ms. */
const beat = 1000;
const patience = 6000;

/**
 * Joins this window to the other one.
 * @param other the window, where it was opened just now
 * @returns ends it; the audience's window goes when the console is done
 */
export function joinPartner(lab: LabStore, show: ShowStore, place: Place, other: Window | null): () => void {
  const leads = place.role === 'console';
  const follower = followInto(lab, show);
  // Whoever leads has something to say from the start; who was reloaded is told what is newer.
  let number = leads ? 1 : 0;
  let said = JSON.stringify(follower.state());
  let following = 0;
  let heard = performance.now();
  const ask = (): void => wires.send({ kind: 'ask', number, run: follower.kept() });
  const tell = (): void => wires.send({ kind: 'state', number, state: follower.state() });
  const hand = (): void => {
    const played = follower.played();
    if (played) wires.send({ kind: 'run', ...played });
  };
  const changed = (): void => {
    if (following > 0) return;
    const now = JSON.stringify(follower.state());
    if (now === said) return;
    said = now;
    number += 1;
    tell();
  };
  let last: (Message & { kind: 'state' }) | undefined;
  const follow = async (message: Message & { kind: 'state' }): Promise<void> => {
    last = message;
    number = message.number;
    following += 1;
    const could = await follower.show(message.state).finally(() => {
      following -= 1;
    });
    if (following > 0 || last !== message) return;
    said = JSON.stringify(follower.state());
    // What the other shows is only this window’s to play, and it can’t any more: it goes on with what it has.
    if (!could && leads) {
      number += 1;
      tell();
    } else if (!could) ask();
  };
  const hear = (message: Message): void => {
    heard = performance.now();
    if (leads && show.getState().partner !== 'there') show.getState().set({ partner: 'there' });
    if (message.kind === 'end') {
      if (!leads) window.close();
    } else if (message.kind === 'run') {
      if (leads || message.run === follower.kept()) return;
      follower.keep(message.run, message.timeline);
      if (last) void follow(last);
    } else if (message.kind === 'ask') {
      if (leads && message.run !== follower.played()?.run) hand();
      if (message.number < number) tell();
      else if (message.number > number) ask();
    } else if (leads ? message.number > number : message.number >= number && message !== last) void follow(message);
  };
  const wires = joinWires(place, other, hear);
  const check = (): void => {
    if (!leads) {
      ask();
      return;
    }
    const silent = wires.gone() || performance.now() - heard > patience;
    if (silent && show.getState().partner !== 'silent') show.getState().set({ partner: 'silent' });
  };
  ask();
  if (leads) {
    show.getState().set({ partner: 'awaited' });
    tell();
  }
  const timer = setInterval(check, beat);
  window.addEventListener('focus', ask);
  const ends = [lab.subscribe(changed), show.subscribe(changed)];
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', ask);
    for (const end of ends) end();
    if (leads && !lab.getState().view.present) wires.send({ kind: 'end' });
    wires.close();
  };
}
