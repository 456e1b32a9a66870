// Both chains as far as they were shown, what became of them, and whom each side trusts.
// It must not know the run: everything it draws comes told by the story.

import { useMemo } from 'react';
import { settledUpTo } from '../../../store/index.ts';
import {
  certificateLabels,
  certificatesAt,
  type Motive,
  type Presentation,
  type Store,
} from '../../../story/certificates/index.ts';
import { useLab } from '../../context.ts';
import { RichText } from '../../parts/RichText.tsx';
import { useMarksOf, useOther, WithSigns } from '../differing.tsx';
import { FactTable } from '../FactTable.tsx';
import { StepButton } from '../StepButton.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import '../explain.css';
import './certificates.css';

export function CertificatesTab() {
  const timeline = useLab((lab) => lab.timeline);
  const step = useLab(settledUpTo);
  const lens = useLab((lab) => lab.view.lens);
  const view = useMemo(() => certificatesAt(timeline, step, lens), [timeline, step, lens]);
  const signs = useMarksOf(view, useOther(settledUpTo, certificatesAt), ({ certificates }) => certificates);
  return (
    <article className="explain certificates">
      <WithSigns value={signs}>
        {view.presentations.map((presentation) => (
          <Showing key={presentation.of} presentation={presentation} />
        ))}
        {view.stores.length > 0 && (
          <section>
            <h2>{certificateLabels.trust}</h2>
            {view.stores.map((store) => (
              <Trusted key={store.by} store={store} />
            ))}
          </section>
        )}
      </WithSigns>
    </article>
  );
}

function Showing({ presentation }: { readonly presentation: Presentation }) {
  const { title, lead, step, verdict, proof, chain, deadEnd, motive } = presentation;
  return (
    <section>
      <h2>{title}</h2>
      {lead.map((paragraph, index) => (
        <p key={paragraph.map((span) => span.text).join('')}>
          <RichText text={paragraph} />
          {step !== undefined && index === lead.length - 1 && (
            <>
              {' '}
              <StepButton step={step}>{certificateLabels.goTo(step)}</StepButton>
            </>
          )}
        </p>
      ))}
      {verdict && (
        <div className={`box box-${verdict.outcome}`}>
          <p>
            <RichText text={verdict.text} />
          </p>
          {verdict.tally !== undefined && <p className="aside">{verdict.tally}</p>}
          {proof && <p className={proof.outcome === 'bad' ? 'tone-bad' : undefined}>{proof.text}</p>}
        </div>
      )}
      {chain.length > 0 && (
        <ol className="chain" aria-label={title}>
          {chain.map((card) => (
            <CertificateCard key={card.id} card={card} step={step} />
          ))}
          {deadEnd !== undefined && <li className="dead-end tone-bad">{deadEnd}</li>}
        </ol>
      )}
      {motive && <Reason motive={motive} />}
    </section>
  );
}

function Reason({ motive: { title, reason, facts, note } }: { readonly motive: Motive }) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="motive">{reason}</p>
      <FactTable facts={facts} />
      {note !== undefined && <p className="aside">{note}</p>}
    </section>
  );
}

function Trusted({ store: { title, note, anchors } }: { readonly store: Store }) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="aside">{note}</p>
      {anchors.length > 0 && (
        <ul className="chain" aria-label={title}>
          {anchors.map((anchor) => (
            <CertificateCard key={anchor.id} card={anchor} />
          ))}
        </ul>
      )}
    </section>
  );
}
