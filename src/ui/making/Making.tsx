// Certificates for practice, on a sheet: what they are to be like, then what was made of it, to take along or to use here; or the demo’s.
// It must not know how a PKI is made, nor where what is used goes.

import { useEffect, useState } from 'react';
import type { KeyChoice } from '../../lab/index.ts';
import type { Family } from '../../lab/practice/index.ts';
import type { LabStore } from '../../store/index.ts';
import { makingWords as text } from '../../words/making/index.ts';
import { words } from '../../words/ui/index.ts';
import { ownParts } from '../brought.ts';
import { useLabStore } from '../context.ts';
import { among, Choice } from '../parts/Choice.tsx';
import { useLateStyles } from '../parts/late-styles.ts';
import { Sheet } from '../parts/Sheet.tsx';
import type { Order } from './maker.ts';
import styles from './making.css?inline';
import { Result } from './Result.tsx';
import { useMaker } from './thread.ts';
import { firstDraft, WishForm } from './WishForm.tsx';

interface Props {
  readonly onClose: () => void;
}

interface Made {
  readonly family: Family;
  readonly of: 'practice' | 'demo';
}

/** What was made last in each lab: it outlives the sheet, which closes at a click beside it. */
const kept = new WeakMap<LabStore, Made>();

/** The whole part, on a sheet of its own. */
export function Making({ onClose }: Props) {
  useLateStyles(styles);
  const [open, setOpen] = useState(true);
  // Only when the dialog has closed by itself, the focus is back where it came from.
  useEffect(() => {
    if (!open) onClose();
  }, [open, onClose]);
  const close = (): void => setOpen(false);
  return (
    <Sheet title={words.scenario.practice} close={words.inspector.close} open={open} onClose={close} kind="centre">
      <Workshop onClose={close} />
    </Sheet>
  );
}

function Workshop({ onClose }: Props) {
  const [draft, setDraft] = useState(firstDraft);
  const store = useLabStore();
  const [made, setMade] = useState(kept.get(store));
  const keep = (next: Made): void => {
    kept.set(store, next);
    setMade(next);
  };
  const drop = (): void => {
    kept.delete(store);
    setMade(undefined);
  };
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [demo, setDemo] = useState<KeyChoice>('P-256');
  const ask = useMaker();
  const use = async (files: readonly File[]): Promise<void> => {
    try {
      await ownParts.need('own');
    } catch {
      setState('failed');
      return;
    }
    kept.delete(store);
    onClose();
    await ownParts.take('own').receive(store, files);
  };
  const begin = async (order: Exclude<Order, { readonly what: 'file' | 'trust store' }>): Promise<void> => {
    setState('busy');
    try {
      keep({ family: await ask(order), of: order.what });
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  if (made)
    return (
      <div className="making">
        <Result {...made} ask={ask} onUse={(files) => void use(files)} onAgain={drop} />
      </div>
    );
  return (
    <div className="making" aria-busy={state === 'busy'}>
      <p>{text.promise}</p>
      <WishForm
        draft={draft}
        onChange={setDraft}
        busy={state === 'busy'}
        onWish={(wish) => void begin({ what: 'practice', wish })}
      />
      <p role="alert" className="making-alert">
        {state === 'failed' && text.failed}
      </p>
      <div className="making-demo">
        <Choice look="choice" label={text.demoKeys} options={among(text.demoKinds)} value={demo} onChange={setDemo} />
        <button type="button" className="plain" onClick={() => void begin({ what: 'demo', keys: demo })}>
          {text.demo}
        </button>
      </div>
    </div>
  );
}
