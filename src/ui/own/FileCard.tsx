// One file: what is in it, in words, where each thing of it belongs, and what keeps the rest locked. It must not know how it is opened.

import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { OwnFile } from '../../store/own/index.ts';
import { flawSentence, remarkSentence } from '../../words/containers.ts';
import {
  elsewhereLine,
  keyLine,
  lockedLine,
  otherLine,
  ownWords as text,
  unreadableLine,
} from '../../words/own/index.ts';
import { useLab } from '../context.ts';
import { useSuccessor } from '../parts/focus.ts';
import { Groups } from './Groups.tsx';
import { lineOf, namesOf } from './names.ts';
import { useOwn } from './session.ts';

export function FileCard({ file }: { readonly file: OwnFile }) {
  const remove = useOwn((own) => own.remove);
  const heading = useId();
  const { id, name, flaws, remarks, progress, locked } = file;
  return (
    <li className="own-file" aria-labelledby={heading} tabIndex={-1}>
      <div className="own-head">
        <h3 id={heading}>{name}</h3>
        <Bytes file={file} />
        <button
          type="button"
          className="plain"
          aria-label={text.about(text.remove, name)}
          ref={useSuccessor('.own-bring button')}
          onClick={() => remove(id)}
        >
          {text.remove}
        </button>
      </div>
      <Keys file={file} />
      <Groups file={name} />
      {[...flaws.map(flawSentence), ...remarks.map(remarkSentence)].map((sentence) => (
        <p key={sentence} className="own-aside">
          {sentence}
        </p>
      ))}
      <Progress file={file} />
      {progress === 'open' && locked && <Password file={file} />}
    </li>
  );
}

/** The way to the bytes of the file, and of all that is in it. */
function Bytes({ file: { id, name, layers } }: { readonly file: OwnFile }) {
  const look = useOwn((own) => own.look);
  const arrange = useLab((lab) => lab.arrange);
  const setOpen = useLab((lab) => lab.setOpen);
  const [first] = layers;
  if (!first) return null;
  const show = (): void => {
    setOpen({ inspector: true });
    arrange({ tab: 'bytes' });
    look({ file: id, key: first.key });
  };
  return (
    <button type="button" className="plain own-look" aria-label={text.about(text.bytes, name)} onClick={show}>
      {text.bytes}
    </button>
  );
}

/** Keys, what is in another file as well, and what is of no use here. */
function Keys({ file: { items, name } }: { readonly file: OwnFile }) {
  const put = useOwn((own) => own.put);
  const lines = items.flatMap((item): readonly string[] => {
    if (item.kind === 'certificate' && !item.certificate) return [unreadableLine(item.keyType)];
    if (item.kind === 'certificate' || item.kind === 'crl') {
      const there = put.find(({ id }) => id === item.id);
      return there && there.file !== name ? [elsewhereLine(lineOf(there).what, there.file)] : [];
    }
    if (item.kind === 'private key') return [keyLine(item.keyType, namesOf(put, item.certificates))];
    if (item.kind === 'locked key') return [lockedLine(item.encryption)];
    return item.kind === 'other' ? [otherLine(item.item)] : [];
  });
  return [...new Set(lines)].map((line) => (
    <p key={line} className="own-aside">
      {line}
    </p>
  ));
}

function Progress({ file: { id, name, progress } }: { readonly file: OwnFile }) {
  const stop = useOwn((own) => own.stop);
  const again = useOwn((own) => own.again);
  const leave = useSuccessor('.own-bring button');
  if (progress === 'open') return null;
  if (progress === 'opening')
    return (
      <p className="own-progress" role="status">
        <progress aria-label={text.progress(name)} /> {text.opening}{' '}
        <button type="button" className="plain" ref={leave} onClick={() => stop(id)}>
          {text.stop}
        </button>
      </p>
    );
  return (
    <p role="status">
      {text[progress]}{' '}
      <button type="button" className="plain" onClick={() => again(id)}>
        {text.again}
      </button>
    </p>
  );
}

/** What is typed goes from the field to whoever opens the file, and is nowhere else. */
function Password({ file: { id, name, refused, items } }: { readonly file: OwnFile }) {
  const unlock = useOwn((own) => own.unlock);
  const field = useRef<HTMLInputElement>(null);
  const label = useId();
  useEffect(() => {
    if (refused && field.current?.closest('li') === document.activeElement) field.current?.focus();
  }, [refused]);
  // Whoever has just brought it wants to write, unless they have moved on.
  useEffect(() => {
    const { activeElement: at } = document;
    if (at === document.body || at?.closest('.own-bring')) field.current?.focus();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // While it is opened there is no field; what opens it will stand in the same place.
    field.current?.closest('li')?.focus();
    const typed = field.current?.value ?? '';
    if (field.current) field.current.value = '';
    unlock(id, typed);
  };
  return (
    <form className="own-password" onSubmit={submit}>
      <label htmlFor={label}>
        {text.passwordName}
        <span className="visually-hidden"> ({name})</span>
      </label>
      <input id={label} ref={field} type="password" autoComplete="off" />
      <button type="submit">{text.unlock}</button>
      {refused && (
        <p role="alert" className="tone-bad">
          {text.refused}
          {items.some(({ kind }) => kind !== 'locked key') && ` ${text.stays}`}
        </p>
      )}
    </form>
  );
}
