// Tells how a client picked one of several certificates of its own, or none. Its words come from words/locals/.

import type { Timeline } from '../../lab/index.ts';
import { choice as words } from '../../words/locals/index.ts';
import { accountOf, allOf, versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import { plain } from '../rich.ts';

/** Which certificates there were, what became of each, and what is shown. @throws RangeError in a run without such a choice */
export function choiceChapter(timeline: Timeline): Chapter {
  const found = allOf(accountOf(timeline), 'chose').find(({ weighed }) => weighed);
  if (!found?.weighed) throw new RangeError('nobody has chosen among certificates');
  const shown = found.what === 'certificate' ? plain(found.value) : null;
  const expired = found.weighed.filter(({ fate }) => fate === 'expired').length;
  return {
    prose: words.chosen({ count: found.weighed.length, shown, expired }),
    facts: found.weighed.map(({ subject, fate }) => ({ name: subject ?? words.unnamed, value: words.fates[fate] })),
    sections: versionOf(timeline) === '1.2' ? ['certificateRequest12', 'clientCertificate12'] : ['certificateRequest'],
  };
}
