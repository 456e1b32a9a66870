// Two ways to take the page along: in a frame of another page, and as one file. It must not know how either is made.

import { useState } from 'react';
import { embeddingWords as text } from '../../../words/ui/index.ts';
import { useLab } from '../../context.ts';
import { download } from '../../parts/download.ts';

const file = 'countersign.html';

/** Two words, and what came of the second. */
export function TakeAway() {
  const setOpen = useLab((lab) => lab.setOpen);
  const [said, say] = useState('');
  const save = async (): Promise<void> => {
    if (document.documentElement.dataset.whole !== undefined) return say(text.isFile);
    say(text.saving);
    try {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(file);
      download(file, new Uint8Array(await answer.arrayBuffer()));
      say('');
    } catch {
      say(text.notSaved);
    }
  };
  return (
    <div className="take-away">
      <button type="button" className="plain" onClick={() => setOpen({ embed: true })}>
        {text.open}
      </button>
      <button type="button" className="plain" onClick={save}>
        {text.save}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
