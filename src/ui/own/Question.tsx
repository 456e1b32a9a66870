// What the handshake with the reader's certificates is asked: for which host, on which day, by which rules, as which programs. It must not
// know how it is played.

import { type FormEvent, useState } from 'react';
import { type Manner, manners } from '../../lab/manners/index.ts';
import { chosenScenario } from '../../store/index.ts';
import type { Role } from '../../tls/index.ts';
import { ownWords as text } from '../../words/own/index.ts';
import { useLab } from '../context.ts';
import { among, Choice, type Options } from '../parts/Choice.tsx';
import { useOwn } from './session.ts';

const DAY = 24 * 60 * 60 * 1000;

export function Question() {
  const at = useLab((lab) => chosenScenario(lab).at);
  const name = useLab((lab) => chosenScenario(lab).name);
  const change = useLab((lab) => lab.change);
  const { verifyDepth, profile, crlCheck } = useOwn((own) => own.wishes);
  const wish = useOwn((own) => own.wish);
  const call = useOwn((own) => own.call);
  const today = new Date(at).toISOString().slice(0, 10);
  return (
    <section className="own-question" aria-label={text.question}>
      <h3>{text.question}</h3>
      <Written label={text.name} hint={text.nameHint} value={name} onWrite={(wanted) => call(wanted || null)} />
      <Written
        label={text.day}
        hint={text.clock(at)}
        type="date"
        value={today}
        onWrite={(day) => {
          const time = Date.parse(day);
          if (!Number.isNaN(time)) change({ at: time + (at % DAY) });
        }}
      />
      <p className="own-aside">{text.clock(at)}</p>
      <Written
        label={text.depth}
        hint={text.depthHint}
        type="number"
        value={verifyDepth === null ? '' : String(verifyDepth)}
        onWrite={(depth) => wish({ verifyDepth: depth === '' ? null : Math.min(99, Math.max(0, Number(depth))) })}
      />
      <Choice
        look="choice"
        label={text.profile}
        options={among(text.profiles)}
        value={profile}
        onChange={(chosen) => wish({ profile: chosen })}
      />
      <Choice
        look="choice"
        label={text.crl}
        hint={text.crlHint}
        options={among(text.crls)}
        value={crlCheck ? 'yes' : 'no'}
        onChange={(checks) => wish({ crlCheck: checks === 'yes' })}
      />
      <Likes />
    </section>
  );
}

/** The programs that both sides behave like. */
function Likes() {
  const like = useOwn((own) => own.wishes.like);
  const wish = useOwn((own) => own.wish);
  const known: readonly (readonly [string, Manner])[] = Object.entries(manners);
  const options = (side: Role): Options<string> => [
    ['', text.engine],
    ...known.flatMap(([id, { program, version, plays }]) =>
      plays.includes(side) ? [[id, `${program} ${version}`] as const] : [],
    ),
  ];
  return (['client', 'server'] as const).map((side) => (
    <Choice
      key={side}
      look="choice"
      label={text.like(side)}
      options={options(side)}
      value={like[side] ?? ''}
      onChange={(program) => wish({ like: { ...like, [side]: program } })}
    />
  ));
}

interface WrittenProps {
  readonly label: string;
  readonly hint: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly value: string;
  readonly onWrite: (value: string) => void;
}

/** A field that counts when it is left, or with Enter: half a name is none. */
function Written({ label, hint, type = 'text', value, onWrite }: WrittenProps) {
  const [draft, setDraft] = useState<string>();
  const write = (): void => {
    if (draft !== undefined && draft !== value) onWrite(draft.trim());
    setDraft(undefined);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write();
  };
  return (
    <form onSubmit={submit}>
      <label className="choice" title={hint}>
        <span>{label}</span>
        <input
          type={type}
          aria-description={hint}
          autoComplete="off"
          spellCheck={false}
          {...(type === 'number' && { min: 0, max: 99 })}
          value={draft ?? value}
          onChange={({ target }) => {
            setDraft(target.value);
            // A day is chosen as a whole.
            if (type === 'date' && !Number.isNaN(Date.parse(target.value))) {
              onWrite(target.value);
              setDraft(undefined);
            }
          }}
          onBlur={write}
        />
      </label>
    </form>
  );
}
