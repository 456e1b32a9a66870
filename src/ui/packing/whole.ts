// The page that holds everything, as text: it lies beside this one, or this is it, and then it is read off the document. It must not know what it
// is wanted for.

const file = 'countersign.html';

/** Newer than the oldest browsers that the page is built for. */
type Serializable = Element & { readonly getHTML?: () => string };

/**
 * Its text, as it was before anything was shown.
 * @returns undefined where this is it and the browser can't read it
 * @throws TypeError when it can't be fetched
 */
export async function wholePage(): Promise<string | undefined> {
  if (document.documentElement.dataset.whole !== undefined) return thisPage();
  const answer = await fetch(file);
  if (!answer.ok) throw new TypeError(file);
  return answer.text();
}

/** What the reader sees stands in one element; the rest of the document is as it came. */
function thisPage(): string | undefined {
  const copy = document.documentElement.cloneNode(true) as Serializable;
  copy.querySelector('#lab')?.replaceChildren();
  const inside = copy.getHTML?.();
  return inside && `<!doctype html>\n<html lang="en" data-whole="page">${inside}</html>\n`;
}
