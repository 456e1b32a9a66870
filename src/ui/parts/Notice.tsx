// One sentence at the top of the page, until it is dismissed. It is spoken when it appears.

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
          <span>{notice.kind === 'sentence' ? notice.text : words.unplayable(notice.why)}</span>
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
