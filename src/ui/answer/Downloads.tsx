// The files that a change has made others, to take along: PEM as nginx, OpenSSL and curl read it, and a trust store for Java. It must not know
// what was changed, nor holds it a private key.

import { useState } from 'react';
import { fromText } from '../../bytes/index.ts';
import { type ChangedFile, changedFiles } from '../../lab/own/index.ts';
import type { Offer } from '../../store/own/index.ts';
import { changedFileLine, answerPaneWords as text } from '../../words/own/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useMaker } from '../making/thread.ts';
import { download } from '../parts/download.ts';

/** What Java’s own store is protected with, and what everybody knows: there is nothing secret in a trust store. */
const PASSWORD = 'changeit';

/** @param offer what is tried now */
export function Downloads({ offer: { changes } }: { readonly offer: Offer }) {
  const brought = useLab((lab) => lab.brought);
  const [missing, miss] = useState(false);
  const ask = useMaker();
  const files = brought ? changedFiles(brought, changes) : [];
  if (files.length === 0) return null;
  const storeOf = ({ certificates: trusted, ...file }: ChangedFile): void =>
    void ask({ what: 'trust store', trusted, password: PASSWORD }).then(
      (bytes) => {
        miss(false);
        download(storeName(file), bytes);
      },
      () => miss(true),
    );
  return (
    <>
      <ul className="own-taken" aria-label={text.take}>
        {files.map((file) => (
          <li key={file.name}>
            <button type="button" onClick={() => download(file.name, fromText(file.text))}>
              {text.download(file.name)}
            </button>{' '}
            {changedFileLine(file.what, file.of)}
            {file.what === 'trusts' && (
              <>
                {' '}
                <button type="button" onClick={() => storeOf(file)}>
                  {text.download(storeName(file))}
                </button>{' '}
                {text.forJava(PASSWORD)}
              </>
            )}
          </li>
        ))}
      </ul>
      {missing && <p role="alert">{words.missing.part}</p>}
    </>
  );
}

function storeName({ name }: Pick<ChangedFile, 'name'>): string {
  return name.replace(/pem$/, 'p12');
}
