// The ways in: files that are chosen, files that are dropped, text that is pasted. It must not know what becomes of them.

import { type FormEvent, useId, useRef, useState } from 'react';
import { ownWords as text } from '../../words/own/index.ts';
import { useLabStore } from '../context.ts';
import { receive } from './session.ts';

/** @param first whether nothing was brought yet */
export function Bring({ first }: { readonly first: boolean }) {
  const lab = useLabStore();
  const picker = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <div className={first ? 'own-bring own-bring-first' : 'own-bring'}>
      {first && <p>{text.invite}</p>}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          void receive(lab, [...(currentTarget.files ?? [])]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <p>
        <button type="button" className={first ? 'own-choose' : 'plain'} onClick={() => picker.current?.click()}>
          {first ? text.choose : text.another}
        </button>{' '}
        <span className="own-drop">{text.drop}</span>
      </p>
      {pasting ? (
        <Paste onEnd={() => setPasting(false)} />
      ) : (
        <button type="button" className="plain" onClick={() => setPasting(true)}>
          {text.paste}
        </button>
      )}
    </div>
  );
}

function Paste({ onEnd }: { readonly onEnd: () => void }) {
  const lab = useLabStore();
  const id = useId();
  // What is pasted may be a key: it stays in the field until it is read, and nowhere else.
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const pasted = field.current?.value ?? '';
    if (field.current) field.current.value = '';
    if (pasted.trim() !== '') void receive(lab, [new File([pasted], text.pasted)]);
    onEnd();
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{text.pasteField}</label>
      {/* biome-ignore lint/a11y/noAutofocus: who asks for the field wants to write in it */}
      <textarea id={id} ref={field} rows={6} spellCheck={false} autoComplete="off" autoFocus />
      <button type="submit" className="own-choose">
        {text.read}
      </button>{' '}
      <button type="button" className="plain" onClick={onEnd}>
        {text.cancel}
      </button>
    </form>
  );
}
