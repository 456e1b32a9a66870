// What was made, or the demo’s: who is who, the password, and the files. It must not know how anything was made.

import { useEffect, useRef, useState } from 'react';
import { type Family, type Holder, needsPassword, type Paper, papersFor, papersOf } from '../../lab/practice/index.ts';
import { holderCaveat, holderLine, madeSentence, makingWords as text } from '../../words/making/index.ts';
import { download } from '../parts/download.ts';
import { PaperList } from './PaperList.tsx';
import type { Ask } from './thread.ts';

interface Props {
  readonly family: Family;
  readonly of: 'practice' | 'demo';
  readonly ask: Ask;
  readonly onAgain: () => void;
  /** Takes what plays a handshake, as if the reader had brought it. */
  readonly onUse: (files: readonly File[]) => void;
}

export function Result({ family, of, ask, onAgain, onUse }: Props) {
  const news = useRef<HTMLParagraphElement>(null);
  // What is typed stays in the field, and nowhere else.
  const password = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => news.current?.focus(), []);
  const take = async (paper: Paper): Promise<void> => {
    const typed = password.current?.value ?? '';
    const lacking = needsPassword(paper.kind) && typed === '';
    setTrouble(lacking ? text.passwordMissing : undefined);
    if (lacking) return password.current?.focus();
    try {
      download(paper.file, await ask({ what: 'file', paper, password: typed }));
    } catch {
      setTrouble(text.unwritten);
    }
  };
  const papers = { onTake: (paper: Paper) => void take(paper) };
  return (
    <>
      <p ref={news} tabIndex={-1} className={of === 'demo' ? 'making-news warned' : 'making-news'}>
        {madeSentence(family, of)}
      </p>
      <p className="making-acts">
        {of === 'practice' && (
          <button
            type="button"
            className="making-main"
            title={text.useHint}
            onClick={() => void filesOf(family, ask).then(onUse, () => setTrouble(text.unwritten))}
          >
            {text.use}
          </button>
        )}
        <button type="button" className="plain" onClick={onAgain}>
          {text.again}
        </button>
      </p>
      <label className="making-password">
        <span>{text.password}</span>
        <input
          ref={password}
          type="text"
          className="making-field"
          defaultValue="practice"
          spellCheck={false}
          autoComplete="off"
          onInput={() => setTrouble(undefined)}
        />
        <small>{text.passwordHint}</small>
      </label>
      <p role="alert" className="making-alert">
        {trouble}
      </p>
      {family.ends.map((end, at) => (
        <section key={end.file}>
          <h3>{at === 0 ? text.ends.server : text.ends.client}</h3>
          <Portrait of={end} />
          <PaperList papers={papersOf(end, family)} label={end.file} {...papers} />
        </section>
      ))}
      {family.trusted.map((trusted) => (
        <section key={trusted.prefix}>
          <h3>{text.authorities(trusted.prefix)}</h3>
          <PaperList
            papers={[...trusted.authorities.flatMap((each) => papersOf(each, family)), ...papersFor(trusted)]}
            label={text.authorities(trusted.prefix)}
            {...papers}
          />
        </section>
      ))}
      <p className="making-aside">{text.lineHint}</p>
    </>
  );
}

function Portrait({ of }: { readonly of: Holder }) {
  const caveat = holderCaveat(of);
  return (
    <>
      <p className="making-aside">{holderLine(of)}</p>
      {caveat !== undefined && <p className="making-caveat">{caveat}</p>}
    </>
  );
}

/** What a handshake needs of a family, in the clear: it does not leave the page. */
async function filesOf(family: Family, ask: Ask): Promise<readonly File[]> {
  const papers = [
    ...family.ends.flatMap((end) => papersOf(end, family).filter(({ kind }) => kind === 'all')),
    ...family.trusted.flatMap(({ authorities: [root] }) =>
      root ? papersOf(root, family).filter(({ kind }) => kind === 'chain') : [],
    ),
  ];
  return Promise.all(
    papers.map(
      async (paper) => new File([new Uint8Array(await ask({ what: 'file', paper, password: '' }))], paper.file),
    ),
  );
}
