// What somebody wants certificates for practice to be like. It must not know how they are made.

import { type FormEvent, useId, useState } from 'react';
import {
  type Leaf,
  type Purpose,
  type Shortcoming,
  shortcomingOf,
  type Wish,
  type WishedKey,
} from '../../lab/practice/index.ts';
import { shortcomingSentence, makingWords as text } from '../../words/making/index.ts';
import { among, Choice, Tick } from '../parts/Choice.tsx';

type PurposeChoice = keyof typeof text.purposes;

/** What is typed and chosen, before it is read. */
export interface Draft {
  readonly keys: WishedKey;
  readonly intermediate: boolean;
  readonly days: string;
  readonly server: EndDraft;
  readonly client: EndDraft;
}

interface EndDraft {
  readonly names: string;
  readonly purpose: PurposeChoice;
}

export const firstDraft: Draft = {
  keys: 'P-256',
  intermediate: true,
  days: '90',
  server: { names: 'api.example, localhost, 127.0.0.1', purpose: 'server' },
  client: { names: 'client.example', purpose: 'client' },
};

const purposes: Readonly<Record<PurposeChoice, readonly Purpose[]>> = {
  server: ['serverAuth'],
  client: ['clientAuth'],
  both: ['serverAuth', 'clientAuth'],
  none: [],
};

function wishOf({ days, server, client, ...choices }: Draft): Wish {
  return { ...choices, days: Number(days), server: leafOf(server), client: leafOf(client) };
}

function leafOf({ names, purpose }: EndDraft): Leaf {
  const list = names.split(',').map((name) => name.trim());
  return { names: list.filter((name) => name !== ''), purposes: purposes[purpose] };
}

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly busy: boolean;
  readonly onWish: (wish: Wish) => void;
}

export function WishForm({ draft, onChange, busy, onWish }: Props) {
  const [shortcoming, setShortcoming] = useState<Shortcoming>();
  const id = useId();
  const change = (patch: Partial<Draft>): void => onChange({ ...draft, ...patch });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const wish = wishOf(draft);
    const found = shortcomingOf(wish);
    setShortcoming(found);
    if (!found) onWish(wish);
  };
  return (
    <form className="making-form" onSubmit={submit} noValidate>
      <div className="making-choices">
        <Choice
          look="choice"
          label={text.keys}
          options={among(text.keyKinds)}
          value={draft.keys}
          onChange={(keys) => change({ keys })}
        />
        <label className="choice" htmlFor={`${id}-days`}>
          <span>{text.days}</span>
          <input
            id={`${id}-days`}
            inputMode="numeric"
            autoComplete="off"
            value={draft.days}
            onChange={({ target }) => change({ days: target.value })}
          />
        </label>
      </div>
      <Tick
        label={text.intermediate}
        value={draft.intermediate}
        onChange={(intermediate) => change({ intermediate })}
      />
      <div className="making-ends">
        <End of="server" draft={draft.server} onChange={(server) => change({ server })} />
        <End of="client" draft={draft.client} onChange={(client) => change({ client })} />
      </div>
      <p role="alert" className="making-alert">
        {shortcoming && shortcomingSentence(shortcoming)}
      </p>
      <p className="making-acts">
        <button type="submit" className="making-main" aria-disabled={busy}>
          {text.make}
        </button>
        <span role="status">{busy && text.making}</span>
      </p>
    </form>
  );
}

interface EndProps {
  readonly of: 'server' | 'client';
  readonly draft: EndDraft;
  readonly onChange: (draft: EndDraft) => void;
}

function End({ of, draft, onChange }: EndProps) {
  const id = useId();
  return (
    <fieldset>
      <legend>{text.ends[of]}</legend>
      <label htmlFor={`${id}-names`}>{text.names}</label>
      <input
        id={`${id}-names`}
        type="text"
        className="making-field"
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={draft.names}
        onChange={({ target }) => onChange({ ...draft, names: target.value })}
      />
      <p id={`${id}-hint`}>{text.namesHint[of]}</p>
      <Choice
        look="choice"
        label={text.purpose}
        options={among(text.purposes)}
        value={draft.purpose}
        onChange={(purpose) => onChange({ ...draft, purpose })}
      />
    </fieldset>
  );
}
