// Tells of a request that came over the wrong connection: the handshake went well, and the answer is a status. Its words come from
// words/explain/failures.ts.

import { afterwards, failures as words } from '../../words/explain/index.ts';
import { tlsReference } from '../../words/references.ts';
import { changeTitle, remedyFor } from '../../words/remedies/index.ts';
import type { Narration } from '../explain/narration.ts';
import { dataValues, type Episode, framed } from '../explain/sources.ts';
import { rich } from '../rich.ts';

/** An answer with status 421. */
export function misdirectedNarration(episode: Episode): Narration {
  const values = dataValues(episode);
  const { heading, lesson } = words.demanded.misdirected();
  const { gist, lead } = afterwards.applicationData(episode.from, { ...values, peerReady: true });
  const change = remedyFor({ demand: 'misdirected' })?.change({ by: 'server', of: 'client' });
  return {
    title: heading,
    gist: rich(gist),
    lead: [lesson, ...lead].map(rich),
    checks: [],
    facts: [],
    references: (['misdirected', ...framed(values)] as const).map(tlsReference),
    ...(change !== undefined && { remedy: { title: changeTitle, text: rich(change) } }),
  };
}
