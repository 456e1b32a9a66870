// The page that the server sends, in two records instead of one: where there is only one record, there is no order to disturb.

import { type Bytes, toText } from '../../bytes/index.ts';
import type { Cast } from '../cast.ts';
import { framesIn } from '../frames.ts';
import type { Script } from '../script.ts';

const BLANK_LINE = '\r\n\r\n';

/** The same cast, but the server sends its page in two records: the head, and what the page says. */
export function inTwoRecords(cast: Cast): Cast {
  const script: Script = (role, said, status, insights) => {
    const line = cast.script(role, role === 'server' ? [] : said, status, insights);
    if (role === 'client' || line?.kind !== 'send') return line;
    const { data } = line;
    const end =
      status.facts?.alpn === 'h2' ? beforeLastFrame(data) : toText(data).indexOf(BLANK_LINE) + BLANK_LINE.length;
    const piece = [data.subarray(0, end), data.subarray(end)][said.length];
    return piece && { kind: 'send', data: piece };
  };
  return { ...cast, script };
}

/** In HTTP/2, what the page says is the last frame. */
function beforeLastFrame(page: Bytes): number {
  return framesIn(page).at(-1)?.start ?? 0;
}
