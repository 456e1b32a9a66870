// Makes a package for learning platforms out of a lesson, and has it saved. It must not know what a package is made of.

import { useId, useState } from 'react';
import { packageOf } from '../../lesson/packing/index.ts';
import { packingWords as text } from '../../words/platforms.ts';
import { download } from '../parts/download.ts';
import { fileNameOf } from '../parts/file-name.ts';
import { useLateStyles } from '../parts/late-styles.ts';
import styles from './packing.css?inline';
import { wholePage } from './whole.ts';

interface Props {
  /** As plain text. */
  readonly title: string;
  /** Markdown. */
  readonly lesson: string;
  /** Whether there is anything to be scored. */
  readonly asks: boolean;
}

/** What it takes to pass, and the package. */
export function PackageForm({ asks, ...made }: Props) {
  useLateStyles(styles);
  const [mastery, setMastery] = useState(80);
  const [said, say] = useState('');
  const note = useId();
  const save = async (): Promise<void> => {
    say(text.making);
    say(await saved({ ...made, ...(asks && { mastery }) }));
  };
  return (
    <div className="lesson-package">
      <p id={note}>{text.gist}</p>
      {asks && (
        <label>
          <span>{text.mastery}</span>
          <input
            type="number"
            min={0}
            max={100}
            value={mastery}
            onChange={({ target }) => setMastery(Math.min(100, Math.max(0, Math.round(target.valueAsNumber || 0))))}
          />
        </label>
      )}
      <button type="button" className="plain" aria-describedby={note} onClick={() => void save()}>
        {text.save}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

/** Saves the package. @returns what came of it, in a sentence */
async function saved(made: Omit<Parameters<typeof packageOf>[0], 'page'>): Promise<string> {
  try {
    const page = await wholePage();
    if (page === undefined) return text.isFile;
    const name = `${fileNameOf(made.title, text.file)}.zip`;
    download(name, packageOf({ ...made, page }));
    return text.saved(name);
  } catch (error) {
    // Of the file that holds everything, a host may have made another one.
    return error instanceof RangeError ? text.strange : text.notFetched;
  }
}
