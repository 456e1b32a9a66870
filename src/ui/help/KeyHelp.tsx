// The list of keys, and what the page is made of.

import { helpWords as words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { Sheet } from '../parts/Sheet.tsx';

/** The list of keys, as a dialog that the store opens and closes. */
export function KeyHelp() {
  const open = useLab((lab) => lab.open.keys);
  const setOpen = useLab((lab) => lab.setOpen);
  return (
    <Sheet title={words.title} close={words.close} open={open} onClose={() => setOpen({ keys: false })} kind="centre">
      <dl className="keys">
        {words.list.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <p className="licences">
        <a href={words.licencesFile} target="_blank" rel="noopener noreferrer">
          {words.licences}
        </a>
      </p>
    </Sheet>
  );
}
