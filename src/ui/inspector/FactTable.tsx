// Names and values in two columns. It must not know what they are about.

import { Fragment } from 'react';
import type { Fact } from '../../story/explain/index.ts';
import { UnlikeSign } from './differing.tsx';

export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="table">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>
            <UnlikeSign of={fact} />
            {fact.name}
          </dt>
          <dd>{fact.mono ? <Bytes text={fact.value} /> : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Hexadecimal is broken between two bytes, if it has to be. */
function Bytes({ text }: { readonly text: string }) {
  return (
    <code>
      {text.split(/(?<=:)/).map((byte, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bytes have nothing but their place
        <Fragment key={index}>
          <wbr />
          {byte}
        </Fragment>
      ))}
    </code>
  );
}
