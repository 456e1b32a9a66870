// One sentence at the top of the page, until it is dismissed. It is spoken when it appears.

import type { Notice as News } from '../../store/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSuccessor } from './focus.ts';

export function Notice() {
  const notice = useLab((lab) => lab.notice);
  const tell = useLab((lab) => lab.tell);
  const leave = useSuccessor('.stage');
  return (
    <div role="status" className="notice">
      {notice !== null && (
        <p>
          <span>{sentenceOf(notice)}</span>
          {notice.kind === 'missing' && (
            <button type="button" className="plain" ref={leave} onClick={notice.again}>
              {words.missing.again}
            </button>
          )}
          <button
            type="button"
            className="plain"
            ref={leave}
            aria-label={words.header.dismiss}
            onClick={() => tell(null)}
          >
            ✕
          </button>
        </p>
      )}
    </div>
  );
}

function sentenceOf(notice: News): string {
  switch (notice.kind) {
    case 'sentence':
      return notice.text;
    case 'missing':
      return words.missing[notice.what];
    case 'unplayable':
      return words.unplayable(notice.why);
  }
}
