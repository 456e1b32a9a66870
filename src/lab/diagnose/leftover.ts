// What of a log's telling lines nobody here can place: it is quoted, not passed over. It must not know what the rest says.

import { lineEnd, lineStart } from './line.ts';

/** A stretch that was recognised. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a line that was not. */
export interface Leftover extends Stretch {
  readonly text: string;
}

/** So many are told, so much of each, and so much of a line is looked at; and so many lines. */
const most = 4;
const longest = 140;
const reach = 600;
const mostLines = 200;

/** Where a line is cut: at what stands between reasons, and around what was recognised. */
const seam = /[|;,()[\]{}"“”\0\t]+|: |:$| - | -> |'(?= |$)|(?<=^| )'|[=:](?=[A-Z(])/;
/** A piece that may be a reason. */
const telling =
  /cert|issuer|\bcrl|revo|signature|expire|\bvalid|invalid|trust|unsupported|\bdenied|refus|reject|mismatch|\bmissing|\bnot |\bcannot|\bcan't|unknown|verif|polic|purpose|usage|\bchain\b/i;
/** What stands around reasons and is none: places in programs, what they were doing, names and times. */
const scaffold =
  /^(?:[\w.]*(?:exception|error)|\W*errno \d+.*|ssl routines.*|openssl[_ ]internal.*|invalid argument|.*rejected connection from.*|in state .*|could not accept ssl connection|[\w./\\-]+\.(?:c|cc|cpp|go|java|erl|rs|py|js|rb|pem|crt|key|p12|cer|jks|conf)(?::\d+)*.*|[\w$.]+\(.*|https?:\/\/\S*|while .*|client|server|\S+|at \S+|caused by.*|[\w.-]+ (?:certificate|failed|error|exception)|(?:the )?(?:client|server|peer|remote|local)(?: certificate)?|.*\b(?:failed|failure|error)(?: for| with| in| on)?|verify error|verification error|handshake failed|reason)$/i;

/**
 * The pieces of lines in which something was recognised, and that itself was not.
 * @param shown the text @param stretches what was recognised, wherever it stands @param suffices whether it is a reason: then nobody asks
 * for the rest of its line
 */
export function leftovers<S extends Stretch>(
  shown: string,
  stretches: readonly S[],
  suffices: (stretch: S) => boolean,
): readonly Leftover[] {
  const found: Leftover[] = [];
  const inOrder = [...stretches].sort((a, b) => a.start - b.start);
  const lines = new Map<number, S[]>();
  for (const each of inOrder) {
    const from = lineStart(shown, each.start, reach);
    lines.set(from, [...(lines.get(from) ?? []), each]);
    if (lines.size >= mostLines) break;
  }
  const said = new Set<string>();
  for (const [from, covered] of lines) {
    if (covered.some(suffices)) continue;
    for (const piece of piecesOf(shown, from, covered)) {
      if (said.has(piece.text)) continue;
      said.add(piece.text);
      found.push(piece);
      if (found.length >= most) return found;
    }
  }
  return found;
}

function piecesOf(shown: string, from: number, covered: readonly Stretch[]): Leftover[] {
  const last = covered.at(-1)?.end ?? from;
  const to = lineEnd(shown, last, reach);
  const gaps: Stretch[] = [];
  let at = from;
  for (const { start, end } of covered) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (to > at) gaps.push({ start: at, end: to });
  return gaps.flatMap(({ start, end }) => {
    let place = start;
    return shown
      .slice(start, end)
      .split(seam)
      .flatMap((raw) => {
        const text = raw.trim().replaceAll(/\s+/g, ' ');
        const begin = Math.max(shown.indexOf(raw, place), start);
        place = begin + raw.length;
        return isReason(text) ? [{ start: begin, end: place, text: text.slice(0, longest) }] : [];
      });
  });
}

function isReason(text: string): boolean {
  if (text.length < 8 || !telling.test(text)) return false;
  // A name out of a program's own list of errors has capitals or underscores inside: `UnsupportedCertVersion`, `CERT_TOO_OLD`.
  if (/^[A-Z][A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*$/.test(text)) return !/(?:Exception|Error)$/.test(text);
  if (/^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(text)) return true;
  return !scaffold.test(text);
}
