// How much of a text is read: all of a short one, and of a long log what stands around the words that lines about failures have. It must
// not know what the words mean.

import { lineEnd, lineStart } from './line.ts';

/** Up to here all is read; of a longer text so much at most; and none of it is looked through beyond its beginning and its end. */
const limits = { whole: 192 * 1024, kept: 224 * 1024, through: 4 * 1024 * 1024 };
/** So much of a line around such a word is kept, and so many lines that follow: a reason may stand in the next one. */
const reach = 600;
const following = 3;

/** Words that lines about a refused or broken connection have. Broad: whatever it finds is only read. */
const telling =
  /alert|cert(?!ain)|x\.?509|handshake|\bssl|\btls|private key|unexpected eof|: eof|reset by peer|broken pipe|econn|epipe|hang up|disconnect|connection (?:was |is )?(?:closed|reset|aborted|refused)|forcibly|refus|reject|verif|\bpem\b|pkcs|key ?store|passw|trust|revo|\bcrl|\b(?:403|401|421|50[234])\b|sec_e_|0x80|nsurl|osstatus|-98\d\d|hostname|issuer|signature|renegotiat|misdirected|cipher|expired|\bmac\b|unsupported|denied|misbehaved|incompatible|no start line|err_|key ?set/gi;

/** The part of a text that is worth reading; in its order. */
export function readable(text: string): string {
  if (text.length <= limits.whole) return text;
  const { through } = limits;
  const searched = text.length <= 2 * through ? text : `${text.slice(0, through)}\n${text.slice(-through)}`;
  const kept = windows(searched);
  const half = limits.kept / 2;
  return kept.length <= limits.kept ? kept : `${kept.slice(0, half)}\n${kept.slice(-half)}`;
}

/** The lines around such words, one below the other. */
function windows(text: string): string {
  const pieces: string[] = [];
  let reached = 0;
  telling.lastIndex = 0;
  for (let found = telling.exec(text); found; found = telling.exec(text)) {
    const from = Math.max(reached, lineStart(text, found.index, reach));
    const to = endOf(text, found.index + found[0].length);
    pieces.push(text.slice(from, to));
    reached = to;
    telling.lastIndex = Math.max(to, found.index + 1);
  }
  return pieces.join('\n');
}

/** Some lines further, or as far as one looks. */
function endOf(text: string, from: number): number {
  let to = from;
  for (let line = 0; line <= following; line++) {
    to = lineEnd(text, to + 1, reach);
    if (to - from > reach) return Math.min(text.length, from + reach);
  }
  return to;
}
