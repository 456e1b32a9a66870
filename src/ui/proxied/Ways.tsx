// What a proxy does with the client's certificate, and through whose eyes it is seen: one out of each. It must not know what comes of it.

import { useId } from 'react';
import type { Way } from '../../lab/proxied/index.ts';
import { type Eyes, proxiedWords as text, wayGroups, wayWords } from '../../words/proxied/index.ts';
import { useLab } from '../context.ts';
import { among, WordChoice } from '../parts/Choice.tsx';
import { useSpace } from '../space.ts';

const groups = Object.entries(wayGroups) as [keyof typeof wayGroups, readonly Way[]][];

/** The ways; which one is shown is in the address. */
export function WayChoice({ way }: { readonly way: Way }) {
  const arrange = useLab((lab) => lab.arrange);
  const name = useId();
  if (useSpace() === 'phone')
    return (
      <label className="proxied-way">
        <span>{text.ways}</span>
        <select value={way} onChange={({ target }) => arrange({ proxy: target.value as Way })}>
          {groups.map(([group, ways]) => (
            <optgroup key={group} label={text.groups[group]}>
              {ways.map((each) => (
                <option key={each} value={each}>
                  {wayWords[each].title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    );
  return (
    <div className="proxied-ways">
      {groups.map(([group, ways]) => (
        <fieldset key={group}>
          <legend>{text.groups[group]}</legend>
          {ways.map((each) => (
            <label key={each}>
              <input type="radio" name={name} checked={each === way} onChange={() => arrange({ proxy: each })} />
              <span>{wayWords[each].title}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

/** Through whose eyes. */
export function EyesChoice({ eyes, onChange }: { readonly eyes: Eyes; readonly onChange: (eyes: Eyes) => void }) {
  return (
    <div className="looks">
      <fieldset>
        <legend>{text.eyes}</legend>
        <WordChoice options={among<Eyes>(text.lenses)} value={eyes} onChange={onChange} />
      </fieldset>
    </div>
  );
}
