// How `export` is to be called, in words; and what it throws when it is called in another way, or can't do it.

import type { Side } from '../../src/words/compare/index.ts';

/** One sentence for whoever typed the command. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** What is said on stderr where a link has two runs and the file has room for one. @param ending without its dot @param run which it has */
export const usageOfOne = (ending: string, run: Side): string =>
  `A .${ending} holds one run: it has run ${run.toUpperCase()}. --run ${run === 'a' ? 'b' : 'a'} takes the other.\n`;

export const usage = `Writes what the page shows at a link into a file.

  npm run -s export -- LINK FILE [flags]

LINK is what stands in the page's address from # on, such as '#1?break=untrusted-ca' (in quotes: a shell has other uses for # and ?).
FILE says by its ending what it becomes:

  .svg .png        the picture
  .gif             the picture, moving from step to step
  .pcapng          a capture with its secrets inside, for Wireshark and tshark
  .keylog          the secrets alone (RFC 9850)
  .mmd .puml       the picture in the language of Mermaid or PlantUML
  .md              every step with its explanation
  .csv .json       the timeline; docs/timeline.schema.json says what is in it
  .sh              a script that does the same at a terminal with openssl and curl

A link to two runs side by side (beside=) gives both in pictures and texts; a .gif, .pcapng, .keylog, .csv, .json and .sh hold one:
the first, or that of --run.

  -                standard output, with
  --as ENDING      one of the above
  --theme THEME    of the picture: light (default), dark or projector
  --width PX       of the picture; 744 by default
  --scale N        of the .png and the .gif: so many pixels for each of the picture's, from 1 (default) to 4
  --from N --to N  of the .gif: its first and its last step; those of the link, or of the run, by default
  --seconds N      of the .gif: how long each step stands; 1.5 by default
  --run a|b        of two runs: which a file has that holds one
  --page URL       where the page is served: files name the whole address, and not only what follows its #

Exit status: 0 written, 2 a bad link, ending or flag, or the file can't be written.
`;
