// The chapters of what comes when the handshake is done: data (in TLS 1.3), and the end. Their words are in words/explain/afterwards.ts.

import { afterwards as words } from '../../words/explain/index.ts';
import { versionOf } from '../account.ts';
import type { Chapter } from './chapter.ts';
import { asked, dataValues, type Episode, framed } from './sources.ts';

/** Application data in TLS 1.3. */
export function dataChapter(episode: Episode): Chapter {
  const { timeline, step, from, to } = episode;
  const other = timeline.steps.find((each) => each.from === to && each.kind === 'data' && each.number < step.number);
  const peerReady = from === 'server' || other !== undefined || !asked(episode);
  const values = dataValues(episode);
  const prose = words.applicationData(from, { ...values, peerReady });
  return { prose, facts: [], sections: ['recordProtection', 'trafficKeys', ...framed(values)] };
}

/** An alert that says goodbye. */
export function goodbyeChapter({ timeline, step, from, to }: Episode): Chapter {
  const last = timeline.steps.some(
    (each) => each.from === to && each.name === step.name && each.number < step.number && each.heard !== undefined,
  );
  const version = versionOf(timeline);
  const prose = words.closeNotify(from, last, version);
  return { prose, facts: [], sections: [version === '1.2' ? 'closureAlerts12' : 'closureAlerts'] };
}
