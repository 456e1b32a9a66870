// A run as a script for a shell. It must not know what OpenSSL and curl are told.

import { type Commands, commandsOf, type Unplayed } from '../../lab/export/index.ts';
import type { Timeline } from '../../lab/index.ts';
import type { Own } from '../../lab/own/index.ts';
import { shellScript, unplayedSentence } from '../../words/exports/index.ts';
import type { About } from './about.ts';

/** A script, or why there is none. */
export type Script = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/**
 * The script with which OpenSSL and curl do what a run did.
 * @param own the certificates that were in use, if they were somebody’s: it names their files
 */
export function toScript(timeline: Timeline, about: About, own?: Own): Script {
  const commands = commandsOf(timeline, own);
  return isUnplayed(commands)
    ? { ok: false, why: unplayedSentence(commands) }
    : { ok: true, text: shellScript(commands, about) };
}

function isUnplayed(commands: Commands | Unplayed): commands is Unplayed {
  return typeof commands === 'string';
}
