// Where the texts of lessons are from: along with the page, inside a link, or a file beside the page. It must not know what is in them.

import { textIn, unpacked } from '../../lesson/format/index.ts';
import { shippedText } from '../../lesson/shelf/index.ts';
import type { Fetched } from '../../store/course/index.ts';
import { carried, carriedName } from '../platform/index.ts';
import { keptText } from '../workshop/kept.ts';

/** The text of a lesson by the name that it has in an address. */
export async function fetchLesson(name: string): Promise<Fetched> {
  if (name === carriedName && carried) return { text: carried.lesson, origin: 'page' };
  if (name.startsWith('~')) {
    const text = await unpacked(name.slice(1));
    return text === undefined ? { lack: 'unread link' } : { text, origin: 'link' };
  }
  if (name === 'draft') return { text: keptText(), origin: 'draft' };
  if (name.includes('.')) return fetchFile(name);
  const text = shippedText(name);
  return text === undefined ? { lack: 'no such lesson' } : { text, origin: 'page' };
}

/** A file beside the page: the form of an address lets nothing lead elsewhere, and a server must not either. */
async function fetchFile(path: string): Promise<Fetched> {
  if (location.protocol === 'file:' || document.documentElement.dataset.whole !== undefined) return { lack: 'no file' };
  try {
    const answer = await fetch(new URL(path, document.baseURI), { redirect: 'error' });
    if (!answer.ok || !answer.body) return { lack: 'not there' };
    const text = await textIn(answer.body);
    return text === undefined ? { lack: 'not text' } : { text, origin: 'file' };
  } catch {
    return { lack: 'not reached' };
  }
}
