// The list of keys, the words of the glossary, and what the page is made of.

import { helpWords as words } from '../../words/ui/index.ts';
import { WordList } from '../glossary/index.ts';

/** The list of keys, to be laid on a sheet. */
export function KeyHelp() {
  return (
    <>
      <dl className="keys">
        {words.list.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <WordList />
      <p className="licences">
        <a href={words.licencesFile} target="_blank" rel="noopener noreferrer">
          {words.licences}
        </a>
      </p>
    </>
  );
}
