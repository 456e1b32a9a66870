// A button that copies a certificate as PEM, warns of it, and says whether it could. Where the browser forbids it, the text is there to be marked.

import { useState } from 'react';
import type { Bytes } from '../../../bytes/index.ts';
import { isDemo, pemOf, certificateLabels as text } from '../../../story/certificates/index.ts';
import { useLab } from '../../context.ts';

export function CopyPem({ title, der }: { readonly title: string; readonly der: Bytes }) {
  const circumstances = useLab((lab) => lab.timeline.circumstances);
  const pem = pemOf(der, circumstances);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copy = (): void => {
    navigator.clipboard.writeText(pem).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    );
  };
  return (
    <>
      <button type="button" className="plain" onClick={copy}>
        {text.pem}
        <span className="visually-hidden"> ({title})</span>
      </button>
      <p className="aside" role="status">
        {outcome && text[outcome]} {isDemo(der, circumstances) && text.warning}
      </p>
      {outcome === 'notCopied' && (
        <textarea className="pem" aria-label={text.about(text.pemText, title)} readOnly rows={6} value={pem} />
      )}
    </>
  );
}
