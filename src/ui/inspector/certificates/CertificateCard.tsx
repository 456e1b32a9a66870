// One certificate: whose it is and how it fared; its details, its checks and its bytes one press away.
// It must not know what a certificate is.

import { type ReactNode, useId, useState } from 'react';
import { type Card, type CheckRow, certificateLabels as text } from '../../../story/certificates/index.ts';
import { useLab } from '../../context.ts';
import { useSuccessor } from '../../parts/focus.ts';
import { FailedSign, OpenSign, PassedSign, WarnedSign } from '../../parts/marks.tsx';
import { UnlikeSign } from '../differing.tsx';
import { FactTable } from '../FactTable.tsx';
import { Standard } from '../Standard.tsx';
import { CopyPem } from './CopyPem.tsx';

interface Props {
  readonly card: Card;
  /** The step in which it was sent. */
  readonly step?: number | undefined;
}

/** A list item. */
export function CertificateCard({ card, step }: Props) {
  const { title, place, issued, valid, note, checks, layer, der } = card;
  // The worst of them comes first.
  const outcome = checks[0]?.outcome ?? 'open';
  const Sign = signs[outcome];
  return (
    <li className={`card check-mark-${outcome}`}>
      <Sign />
      <h3>
        <UnlikeSign of={card} />
        {outcome !== 'open' && <span className="visually-hidden">{text[outcome]}: </span>}
        {title}
      </h3>
      {[place, issued, valid].map((line) => (
        <Line key={line} text={line} />
      ))}
      {note !== undefined && <p className="tone-bad">{note}</p>}
      <CardTools card={card}>
        {layer !== undefined && step !== undefined && <BytesButton title={title} layer={layer} step={step} />}
        {der && <CopyPem title={title} der={der} />}
      </CardTools>
    </li>
  );
}

function Line({ text }: { readonly text: string }) {
  return text === '' ? null : <p className="aside">{text}</p>;
}

const signs = { open: OpenSign, passed: PassedSign, warned: WarnedSign, failed: FailedSign };

/** The controls of a card, and what they open below. */
function CardTools({ card, children }: { readonly card: Card; readonly children: ReactNode }) {
  const { title, facts, checks, tally } = card;
  const id = useId();
  const [detailed, setDetailed] = useState(false);
  const [asked, setAsked] = useState<boolean>();
  const checking = asked ?? checks.some(({ outcome }) => outcome !== 'passed');
  return (
    <>
      <div className="card-tools">
        <Opener id={`${id}-facts`} open={detailed} onToggle={setDetailed} about={title}>
          {text.details}
        </Opener>
        {tally !== undefined && (
          <Opener id={`${id}-checks`} open={checking} onToggle={setAsked} about={title}>
            {tally}
          </Opener>
        )}
        {children}
      </div>
      <div id={`${id}-facts`} hidden={!detailed}>
        {detailed && <FactTable facts={facts} />}
      </div>
      <div id={`${id}-checks`} hidden={!checking}>
        {checking && checks.length > 0 && <CheckRows rows={checks} />}
      </div>
    </>
  );
}

interface OpenerProps {
  /** What it opens. */
  readonly id: string;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** The certificate, for those who don’t see where it stands. */
  readonly about: string;
  readonly children: string;
}

function Opener({ id, open, onToggle, about, children }: OpenerProps) {
  return (
    <button type="button" className="opener" aria-expanded={open} aria-controls={id} onClick={() => onToggle(!open)}>
      <span className={open ? 'twist open' : 'twist shut'} aria-hidden="true" />
      <span>{children}</span>
      <span className="visually-hidden"> ({about})</span>
    </button>
  );
}

function BytesButton({
  title,
  layer,
  step,
}: {
  readonly title: string;
  readonly layer: string;
  readonly step: number;
}) {
  const seek = useLab((lab) => lab.seek);
  const openLayer = useLab((lab) => lab.openLayer);
  const arrange = useLab((lab) => lab.arrange);
  const leave = useSuccessor('[data-tab="bytes"]');
  const show = (): void => {
    seek(step, 'jump');
    openLayer(layer);
    arrange({ tab: 'bytes' });
  };
  return (
    <button type="button" className="plain" ref={leave} onClick={show}>
      {text.bytes}
      <span className="visually-hidden"> ({title})</span>
    </button>
  );
}

function CheckRows({ rows }: { readonly rows: readonly CheckRow[] }) {
  return (
    <ul className="checks">
      {rows.map((row) => {
        const { outcome, name, reason, value, profile, reference } = row;
        const Sign = signs[outcome];
        return (
          <li key={name} className={`check-${outcome}`}>
            <Sign />
            <div>
              <p>
                <UnlikeSign of={row} />
                <span className="visually-hidden">{text[outcome]}: </span>
                {name}
              </p>
              <p>{reason}</p>
              <p className="check-value">
                <code>{value}</code>
              </p>
              <p className="check-value">
                {profile}: <Standard reference={reference} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
