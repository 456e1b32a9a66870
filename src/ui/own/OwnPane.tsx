// Where the reader brings files: what is in each, where each thing belongs, and what the handshake is asked. The rest of the scenario stays
// below, folded. It must not know how files are opened, nor what comes of the handshake.

import { type ReactNode, useEffect, useRef } from 'react';
import { ownInUse } from '../../store/index.ts';
import { newsSentences, suppliedSentence, ownWords as text } from '../../words/own/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Notice } from '../parts/Notice.tsx';
import { Bring } from './Bring.tsx';
import { FileCard } from './FileCard.tsx';
import { Question } from './Question.tsx';
import { prepare, useOwn } from './session.ts';
import { useStyles } from './styles.ts';

interface Props {
  /** The door to certificates for those who have none. */
  readonly practice: ReactNode;
  /** The rest of the scenario. */
  readonly children: ReactNode;
}

/** What stands in the place of the scenario, with that folded below. */
export function OwnPane({ practice, children }: Props) {
  useStyles();
  const setOpen = useLab((lab) => lab.setOpen);
  const files = useOwn((own) => own.files);
  const forget = useOwn((own) => own.forget);
  const goes = useSuccessor('.own-bring button');
  const pane = useRef<HTMLElement>(null);
  // Nothing is brought yet, or all of it is forgotten, and what had opened it.
  const lab = useLabStore();
  const none = files.length === 0;
  useEffect(() => {
    if (none) prepare(lab);
  }, [lab, none]);
  // The door through which the reader came has gone, or is done with.
  useEffect(() => {
    const from = document.activeElement;
    if (from === document.body || from?.closest('.doors'))
      pane.current?.querySelector<HTMLElement>('.own-bring button')?.focus();
  }, []);
  const leave = (): void => {
    const root = pane.current?.closest('.lab');
    setOpen({ own: false });
    setTimeout(() => root?.querySelector<HTMLElement>('.own-door button')?.focus());
  };
  return (
    <>
      <section className="own" aria-label={text.title} ref={pane}>
        <div className="own-head">
          <h2>{text.title}</h2>
          <button type="button" className="plain" onClick={leave}>
            {text.back}
          </button>
        </div>
        <p className="own-aside">{text.promise}</p>
        <ul className="own-files" aria-label={text.files}>
          {files.map((file) => (
            <FileCard key={file.id} file={file} />
          ))}
        </ul>
        <News />
        <Bring first={none} />
        {none && <p>{practice}</p>}
        {!none && (
          <>
            <InUse />
            <button type="button" className="plain" ref={goes} onClick={forget}>
              {text.forgetAll}
            </button>
          </>
        )}
      </section>
      <Notice near="scenario" />
      <details className="own-rest">
        <summary>{text.others}</summary>
        {children}
      </details>
    </>
  );
}

function News() {
  const news = useOwn((own) => own.news);
  return (
    <p className="own-news" role="status">
      {news?.what === 'twice' && newsSentences.twice(news.name)}
      {news?.what === 'left out' && newsSentences['left out'](news.count)}
      {news?.what === 'too many' && newsSentences['too many'](news.most)}
    </p>
  );
}

/** Whether the handshake that is shown is theirs, and what of it is not. */
function InUse() {
  const supplied = useOwn((own) => own.supplied);
  const use = useOwn((own) => own.use);
  const inUse = useLab(ownInUse);
  const brought = useLab((lab) => lab.brought !== null);
  if (inUse)
    return (
      <>
        {(['client', 'server'] as const).map((side) => {
          const sentence = suppliedSentence(side, supplied[side]);
          return sentence === undefined ? null : (
            <p key={side} className="own-aside">
              {sentence}
            </p>
          );
        })}
        <Question />
      </>
    );
  if (!brought) return null;
  return (
    <p>
      {text.notInUse}{' '}
      <button type="button" className="plain" onClick={use}>
        {text.use}
      </button>
    </p>
  );
}
