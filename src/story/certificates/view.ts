// Both sides' certificates at the cursor, and whom each side trusts.

import type { Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { stores as words } from '../../words/certificates.ts';
import type { Lens } from '../lenses.ts';
import { storedCard } from './chain.ts';
import type { CertificatesView, Store } from './presentation.ts';
import { presentationOf } from './presenting.ts';

const roles: readonly Role[] = ['server', 'client'];

/**
 * Everything about certificates by the cursor (in steps; 0: before anything), as far as it can be known through a lens: nobody knows whom
 * the other side trusts, nor what it makes of what it is shown.
 */
export function certificatesAt(timeline: Timeline, cursor: number, lens: Lens = 'everything'): CertificatesView {
  const presentations = roles.map((of) => presentationOf(timeline, of, cursor, lens));
  const refused = presentations.filter(({ verdict }) => verdict?.outcome === 'bad');
  return {
    presentations: [...refused, ...presentations.filter((each) => !refused.includes(each))],
    stores: [...roles]
      .reverse()
      .filter((by) => lens === 'everything' || lens === by)
      .map((by) => storeOf(timeline, by)),
  };
}

function storeOf(timeline: Timeline, by: Role): Store {
  const { now, clientAuthentication, trust } = timeline.circumstances;
  const idle = by === 'server' && clientAuthentication === 'off';
  return {
    by,
    title: words.title(by),
    note: idle ? words.idle : words.notes[by],
    anchors: trust[by].anchors.map((anchor) => storedCard(anchor, now)),
  };
}
