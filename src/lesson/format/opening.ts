// The first one or two sentences of what is read, for whoever shows it from afar. It must not know where that is.

import { blocksOf, type Inline, lettersIn } from './blocks.ts';

/** So many letters can be read at a glance. */
const most = 170;

/** As many whole sentences of the first paragraph as can be read at a glance, and at least one. Empty where no paragraph comes first. */
export function openingOf(markdown: string): readonly Inline[] {
  const [first] = blocksOf(markdown);
  if (first?.kind !== 'paragraph') return [];
  const pieces = first.inline.flatMap(sentencesOf);
  let end = 0;
  for (const place of pieces.keys()) {
    if (end > 0 && lettersIn(pieces.slice(0, place + 1)).length > most) break;
    if (place === pieces.length - 1 || endsIn(pieces[place])) end = place + 1;
  }
  return pieces.slice(0, end);
}

/** Plain words, cut after each sentence. */
function sentencesOf(inline: Inline): readonly Inline[] {
  if (inline.kind !== 'text') return [inline];
  return inline.text.split(/(?<=[.?!][”’)]?\s)(?=\S)/).map((text) => ({ kind: 'text', text }));
}

function endsIn(piece: Inline | undefined): boolean {
  return piece?.kind === 'text' && /[.?!][”’)]?\s$/.test(piece.text);
}
