// A dialog that slides over the page: from below on a phone, in the middle for help. The browser keeps focus inside it.
// It must not know what lies on it.

import { type ReactNode, useEffect, useId, useRef } from 'react';
import './sheet.css';

interface Props {
  readonly title: string;
  readonly close: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly kind: 'bottom' | 'centre';
  readonly children: ReactNode;
}

/** Children are mounted only while it is open. */
export function Sheet({ title, close, open, onClose, kind, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // The backdrop is only a second way to close; Esc and the button do the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes with Esc by itself
    <dialog
      ref={dialog}
      className={`sheet sheet-${kind}`}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="sheet-page">
          <header className="sheet-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="plain" onClick={onClose}>
              {close}
            </button>
          </header>
          <div className="sheet-body">{children}</div>
        </div>
      )}
    </dialog>
  );
}
