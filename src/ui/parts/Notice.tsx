// One sentence at the top of the page, until it is dismissed. It is spoken when it appears.

import { useLab } from '../context.ts';
import { words } from '../words.ts';
import { useSuccessor } from './focus.ts';

export function Notice() {
  const notice = useLab((lab) => lab.panes.notice);
  const arrange = useLab((lab) => lab.arrange);
  const leave = useSuccessor('.stage');
  return (
    <div role="status" className="notice">
      {notice !== null && (
        <p>
          <span>{notice}</span>
          <button
            type="button"
            className="plain"
            ref={leave}
            aria-label={words.header.dismiss}
            onClick={() => arrange({ notice: null })}
          >
            ✕
          </button>
        </p>
      )}
    </div>
  );
}
