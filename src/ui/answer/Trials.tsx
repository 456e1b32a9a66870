// What would help: each proposal that was played and works, with a button that makes the change; and what was tried, to be taken back. It must
// not know how any of it is found.

import { useEffect, useRef } from 'react';
import type { Answer } from '../../lab/own/index.ts';
import type { Offer } from '../../store/own/index.ts';
import { changeSentence, answerPaneWords as text } from '../../words/own/index.ts';
import { useOwn } from '../own/session.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Downloads } from './Downloads.tsx';
import { whenIdle } from './idle.ts';

/** One after the other, as many as are found, whenever the page has nothing else to do. */
export function Trials({ answer }: { readonly answer: Answer }) {
  const offers = useOwn((own) => own.offers);
  const seek = useOwn((own) => own.seek);
  useEffect(() => whenIdle(() => seek(answer)), [seek, answer]);
  if (offers.length === 0) return null;
  return (
    <ul className="own-trials" aria-label={text.trials}>
      {offers.map((offer) => (
        <Trial key={sentenceOf(offer)} offer={offer} />
      ))}
    </ul>
  );
}

function Trial({ offer }: { readonly offer: Offer }) {
  const make = useOwn((own) => own.try);
  const sentence = sentenceOf(offer);
  return (
    <li>
      <button type="button" ref={useSuccessor('.inspector')} onClick={() => make(offer)}>
        {text.try}
        <span className="visually-hidden">: {sentence}</span>
      </button>{' '}
      <span aria-hidden="true">{sentence}</span>
    </li>
  );
}

/** What is tried now. */
export function Tried() {
  const tried = useOwn((own) => own.tried);
  const takeBack = useOwn((own) => own.takeBack);
  const leave = useSuccessor('.inspector');
  const button = useRef<HTMLButtonElement>(null);
  // The button that tried it has gone.
  useEffect(() => {
    const { activeElement: at } = document;
    if (tried && (at === document.body || at?.matches('.inspector'))) button.current?.focus();
  }, [tried]);
  if (!tried) return null;
  return (
    <div className="own-tried">
      <p>
        {text.tried} {sentenceOf(tried)}{' '}
        <button
          type="button"
          ref={(control) => {
            button.current = control;
            return leave(control);
          }}
          onClick={takeBack}
        >
          {text.takeBack}
        </button>
      </p>
      <Downloads offer={tried} />
    </div>
  );
}

function sentenceOf({ changes }: Offer): string {
  return changes.map(changeSentence).join(' ');
}
