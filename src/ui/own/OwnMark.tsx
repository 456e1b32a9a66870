// Says in the header that certificates of the reader's own are in use, and lets go of them.

import { ownWords as text } from '../../words/own/index.ts';
import { useSuccessor } from '../parts/focus.ts';
import { useOwn } from './session.ts';
import { useStyles } from './styles.ts';

/** What stands in the header. */
export function OwnMark() {
  useStyles();
  const forget = useOwn((own) => own.forget);
  return (
    <p className="own-mark">
      <span className="own-mark-long">{text.mark} · </span>
      <span className="own-mark-short" aria-hidden="true">
        {text.markShort} ·{' '}
      </span>
      <button type="button" ref={useSuccessor('.stage')} onClick={forget}>
        {text.forget}
      </button>
    </p>
  );
}
