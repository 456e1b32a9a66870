// One value of the key schedule: a line that opens, what stands behind it, and the values that branch off.
// It must not know the run.

import { useId } from 'react';
import type { KeyInput, KeyNode, KeyValue, Knowing, SharedWay } from '../../../story/keys/index.ts';
import { byteWords, keyWords } from '../../../words/ui/index.ts';
import { OpenSign, PassedSign, SkippedSign } from '../../parts/marks.tsx';
import { RichText } from '../../parts/RichText.tsx';
import { UnlikeSign } from '../differing.tsx';
import { CopyButton } from './CopyButton.tsx';
import { HexValue } from './HexValue.tsx';

interface Props {
  readonly node: KeyNode;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

export function KeyBranch({ node, opened, onToggle }: Props) {
  const detail = useId();
  const open = opened.has(node.id);
  const { hue, made, branches } = node;
  const branching = branches.length > 0;
  return (
    <li className={hue ? `key-node hue-${hue}` : 'key-node'}>
      <div className={['key-own', made && 'made', branching && 'branching'].filter(Boolean).join(' ')}>
        <KeyButton node={node} open={open} detail={detail} onToggle={onToggle} />
        {open && (
          <div className="key-detail" id={detail}>
            <KeyDetail node={node} />
          </div>
        )}
      </div>
      {branching && (
        <ul className="key-list">
          {branches.map((branch) => (
            <KeyBranch key={branch.id} node={branch} opened={opened} onToggle={onToggle} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface ButtonProps extends Pick<Props, 'node' | 'onToggle'> {
  readonly open: boolean;
  readonly detail: string;
}

function KeyButton({ node, open, detail, onToggle }: ButtonProps) {
  const { id, name, mark, made, fresh, holders, warning } = node;
  return (
    <button
      type="button"
      className={fresh ? 'key-button fresh' : 'key-button'}
      aria-expanded={open}
      aria-controls={open ? detail : undefined}
      onClick={() => onToggle(id)}
    >
      <UnlikeSign of={node} />
      <code className="key-name">{name}</code> {fresh && <span className="key-new">{keyWords.fresh} </span>}
      <span className="key-mark">
        {mark}
        {holders !== undefined && (
          <>
            {' · '}
            <span className={warning && 'tone-bad'}>{holders}</span>
          </>
        )}
        {!made && holders === undefined && <span className="visually-hidden">, {keyWords.notMade}</span>}
      </span>
    </button>
  );
}

function KeyDetail({ node: { name, why, warning, knowing, values } }: { readonly node: KeyNode }) {
  return (
    <>
      <p>
        <RichText text={why} />
      </p>
      {warning && (
        <p className="key-warning">
          <RichText text={warning} />
        </p>
      )}
      <h3>{keyWords.knowing}</h3>
      <dl className="key-knowing">
        {knowing.map((each) => (
          <Knower key={each.who} knowing={each} />
        ))}
      </dl>
      {values.map((value) => (
        <Value key={value.hex} name={name} value={value} alone={values.length === 1} />
      ))}
    </>
  );
}

const signs = { knows: PassedSign, 'not yet': OpenSign, never: SkippedSign };

function Knower({ knowing: { name, state, text } }: { readonly knowing: Knowing }) {
  const Sign = signs[state];
  return (
    <div className={state === 'knows' ? 'knows' : undefined}>
      <dt>{name}</dt>
      <dd>
        <Sign />
        {state === 'knows' && <span className="visually-hidden">{keyWords.knows} </span>}
        {text}
      </dd>
    </div>
  );
}

function Value({ name, value, alone }: { readonly name: string; readonly value: KeyValue; readonly alone: boolean }) {
  const { hex, holders, ways } = value;
  return (
    <>
      <div className="key-head">
        <h3>
          {alone ? keyWords.value : keyWords.valueOf(holders)} · {byteWords.size(hex.length / 2)}
        </h3>
        <CopyButton text={hex} of={keyWords.valueNamed(name)} />
      </div>
      <HexValue hex={hex} />
      {ways.map((way) => (
        <HowMade key={way.formula} name={name} way={way} />
      ))}
    </>
  );
}

function HowMade({
  name,
  way: { by, formula, inputs, remark, command },
}: {
  readonly name: string;
  readonly way: SharedWay;
}) {
  return (
    <>
      <h3>{by === '' ? keyWords.made : keyWords.madeBy(by)}</h3>
      <p>
        <code className="key-formula">{formula}</code>
      </p>
      {inputs.length > 0 && (
        <dl className="key-inputs">
          {inputs.map((input) => (
            <Input key={input.name} input={input} />
          ))}
        </dl>
      )}
      {remark !== undefined && <p className="key-note">{remark}</p>}
      {command && (
        <>
          <div className="key-head">
            <h3>{keyWords.command}</h3>
            <CopyButton text={command.line} of={keyWords.commandFor(name)} />
          </div>
          <p>
            <code className="key-command">
              {phrases(command.line).map((phrase) => (
                <span key={phrase}>{phrase} </span>
              ))}
            </code>
          </p>
          <p className="key-note">{command.note}</p>
        </>
      )}
    </>
  );
}

/** A command in pieces between which a line is broken: each option with its value. Still one line when it is selected. */
function phrases(line: string): readonly string[] {
  return line.split(/ (?=-kdfopt|-inkey|-peerform|-peerkey|-in |-pubout|\|)/);
}

function Input({ input: { name, note, value } }: { readonly input: KeyInput }) {
  return (
    <div>
      <dt>
        <code>{name}</code>
        {note !== undefined && note !== '' && <span className="key-note"> {note}</span>}
      </dt>
      <dd>{value.length === 0 ? <span className="key-note">{byteWords.empty}</span> : <HexValue bytes={value} />}</dd>
    </div>
  );
}
