// Files to take along, each with what it is and the lines that make it elsewhere. It must not know how a file is written.

import type { Paper } from '../../lab/practice/index.ts';
import { keytoolLine, linesFor, paperSentence, makingWords as text } from '../../words/making/index.ts';
import { useCopyHere } from '../parts/CopyNews.tsx';

interface Props {
  readonly papers: readonly Paper[];
  readonly label: string;
  readonly onTake: (paper: Paper) => void;
}

export function PaperList({ papers, label, onTake }: Props) {
  return (
    <ul className="papers" aria-label={label}>
      {papers.map((paper) => (
        <li key={paper.file}>
          <button type="button" className="plain paper-name" onClick={() => onTake(paper)}>
            <span className="visually-hidden">{text.download} </span>
            {paper.file}
          </button>
          <p>{paperSentence(paper)}</p>
          <Lines paper={paper} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ paper }: { readonly paper: Paper }) {
  const [copy, news] = useCopyHere();
  const lines = linesFor(paper).join('\n');
  return (
    <details>
      <summary>
        {text.line}
        <span className="visually-hidden"> ({paper.file})</span>
      </summary>
      <pre>{lines}</pre>
      {paper.kind === 'store' && (
        <>
          <p>{text.jdktrust}</p>
          <pre>{keytoolLine(paper.of, paper.file)}</pre>
        </>
      )}
      <button
        type="button"
        className="plain"
        onClick={() => copy(() => lines, { done: text.copied, failed: text.notCopied })}
      >
        {text.copy}
      </button>
      {news}
    </details>
  );
}
