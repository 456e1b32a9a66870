// A dialog: over the page from below or in its middle, where the browser keeps the focus inside it; or on a phone between the picture and
// the playbar, where both stay in use.
// It must not know what lies on it.

import { type ReactNode, useEffect, useId, useRef } from 'react';
import './sheet.css';

interface Props {
  readonly title: string;
  readonly close: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** `half`: it covers nothing, and holds nobody. */
  readonly kind: 'bottom' | 'half' | 'centre';
  readonly children: ReactNode;
}

/** Children are mounted only while it is open. */
export function Sheet({ title, close, open, onClose, kind, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) {
      if (kind === 'half') element?.show();
      else element?.showModal();
    }
    if (!open && element?.open) element.close();
  }, [open, kind]);
  useEffect(() => {
    if (!open || kind !== 'half') return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) dialog.current?.close();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open, kind]);
  return (
    // The backdrop is only a second way to close; Esc and the button do the same.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes with Esc by itself
    <dialog
      ref={dialog}
      className={kind === 'half' ? 'sheet sheet-bottom sheet-half' : `sheet sheet-${kind}`}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="sheet-page">
          <div className="sheet-head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="plain" onClick={onClose}>
              {close}
            </button>
          </div>
          <div className="sheet-body">{children}</div>
        </div>
      )}
    </dialog>
  );
}
