// What this device keeps of lessons: how far somebody is in each, and what somebody is about to write. Storage may be closed to the page: then it
// lasts as long as the page. It must not know what it keeps.

const prefix = 'countersign:lesson:';
/** What the storage did not take. */
const here = new Map<string, string>();

/** What is kept under a name; empty without any. */
export function recalled(name: string): string {
  try {
    return here.get(name) ?? localStorage.getItem(prefix + name) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text under a name; an empty one is forgotten. @returns whether it outlasts the page */
export function keep(name: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
    here.delete(name);
    return true;
  } catch {
    here.set(name, text);
    return false;
  }
}

/** A short name for a text: another one for every other text that somebody is likely to write. FNV-1a, 32 bits. */
export function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
