// The chapters of what comes when the handshake of TLS 1.3 is done: data, and the end. Their words are in words/explain/afterwards.ts.

import * as words from '../words/explain/afterwards.ts';
import type { Chapter } from './chapter.ts';
import { asked, dataValues, type Scene } from './sources.ts';

/** Application data. */
export function dataChapter(scene: Scene): Chapter {
  const { timeline, step, from, to } = scene;
  const other = timeline.steps.find((each) => each.from === to && each.kind === 'data' && each.number < step.number);
  const peerReady = from === 'server' || other !== undefined || !asked(scene);
  const prose = words.applicationData(from, { ...dataValues(scene), peerReady });
  return { prose, facts: [], sections: ['recordProtection', 'trafficKeys'] };
}

/** An alert that says goodbye. */
export function goodbyeChapter({ from }: Scene): Chapter {
  return { prose: words.closeNotify(from), facts: [], sections: ['closureAlerts'] };
}
