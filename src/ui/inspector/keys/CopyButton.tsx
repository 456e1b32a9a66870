// Copies a text, and says whether it worked. It must not know what the text is.

import { useEffect, useState } from 'react';
import { keyWords } from '../../../words/ui/index.ts';

/** How long the answer stays, in ms. */
const shown = 4000;

/** @param of what is copied, for those who don’t see where the button stands */
export function CopyButton({ text, of }: { readonly text: string; readonly of: string }) {
  const [answer, setAnswer] = useState<string>();
  useEffect(() => {
    if (answer === undefined) return undefined;
    const timer = setTimeout(() => setAnswer(undefined), shown);
    return () => clearTimeout(timer);
  }, [answer]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer(keyWords.copied);
    } catch {
      setAnswer(keyWords.notCopied);
    }
  };
  return (
    <span className="copy">
      <span role="status">{answer}</span>
      <button type="button" className="plain" onClick={copy}>
        {keyWords.copy}
        <span className="visually-hidden"> {of}</span>
      </button>
    </span>
  );
}
