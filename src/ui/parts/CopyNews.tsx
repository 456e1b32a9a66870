// What came of copying, told beside the button that copies.

import { useState } from 'react';
import { type Copy, useCopy } from './copy.ts';
import { Told } from './Notice.tsx';

/** @returns copies, and what to show beside its button */
export function useCopyHere(): readonly [Copy, React.ReactNode] {
  const [said, say] = useState<string | null>(null);
  const copy = useCopy(say);
  const news = (
    <div className="notice" aria-live="polite">
      {said !== null && <Told sentence={said} onDismiss={() => say(null)} />}
    </div>
  );
  return [copy, news];
}
