// What an address means: a handshake, a step, and how to look at it.
// It must not know what a link looks like inside.

import { type ExhibitView, type FromLink, fromLink } from '../lab/index.ts';
import { MissingPart, shelf } from '../shelf/index.ts';
import { noSetup, type Start, usualView, type View } from '../store/index.ts';
import { titlesFor } from './play.ts';

/** How to look, as far as this page can: of the rest it tells that it doesn't understand it. */
const heeded = Object.keys({ ...usualView, ...noSetup, beside: undefined }) as readonly (keyof View | 'beside')[];

/**
 * What a lab starts with when the page is opened at this hash; of a broken link, the default, and a sentence about what is wrong.
 * @param again tries once more, when a part of the page was missing
 */
export async function fromAddress(hash: string, again: () => void): Promise<Start> {
  try {
    const place = await fromLink(hash, heeded);
    await titlesFor(place.scenario);
    const text = await sentenceAbout(place);
    return {
      scenario: place.scenario,
      ...(place.ok && place.step !== undefined && { step: place.step }),
      ...(place.ok && place.beside && { beside: place.beside }),
      ...(place.ok && { view: { ...noSetup, ...heededIn(place.view ?? {}) } }),
      ...(text !== undefined && { notice: { near: 'header', kind: 'sentence', text } }),
    };
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    return { notice: { near: 'header', kind: 'missing', what: 'link', again } };
  }
}

/** A link that is followed as it stands needs no words. */
const parts = shelf({ words: () => import('../words/links.ts') });

async function sentenceAbout(place: FromLink): Promise<string | undefined> {
  if (place.ok && !place.leftOut && !place.flaws && !place.own) return undefined;
  await parts.need('words');
  return parts.take('words').linkSentence(place);
}

function heededIn(view: ExhibitView): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => heeded.some((known) => known === name)));
}
