// Where to go on from both connections: to the two as they are alone, side by side, and to a capture of both. It must not know how a file is
// made.

import { useState } from 'react';
import { backOf, type Proxied } from '../../lab/proxied/index.ts';
import { toPcapngOfBoth } from '../../story/proxied/index.ts';
import { proxiedWords as text, wayWords } from '../../words/proxied/index.ts';
import { useLabStore } from '../context.ts';
import { download } from '../parts/download.ts';

/** The doors. */
export function Doors({ run }: { readonly run: Proxied }) {
  const store = useLabStore();
  const [news, tell] = useState('');
  const { way, back } = run;
  // With a certificate of the proxy's own the connection behind is in no link.
  const linked = way === 'nothing' || way === 'refused';
  const beside = linked && backOf(store.getState().scenario, way);
  const save = (): void => {
    const name = `countersign-${way}.pcapng`;
    download(name, toPcapngOfBoth(run, wayWords[way].title));
    tell(text.exported(name));
  };
  return (
    <p className="proxied-doors">
      <button type="button" className="plain" onClick={save}>
        {back ? text.export : text.exportOne}
      </button>
      {beside && (
        <button
          type="button"
          className="plain"
          onClick={() => {
            store.getState().putBeside(beside);
            store.getState().arrange({ proxy: undefined, passage: undefined });
          }}
        >
          {text.alone}
        </button>
      )}
      <span aria-live="polite">{news}</span>
    </p>
  );
}
