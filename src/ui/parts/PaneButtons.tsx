// Where not everything fits side by side: buttons that bring the scenario and the inspector.

import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSpace } from '../space.ts';
import { useShown } from './Lock.tsx';

/** For a phone: both panes are sheets. */
export function SheetButtons() {
  const space = useSpace();
  const { scenario, inspector } = useLab((lab) => lab.open);
  const lesson = useLab((lab) => lab.view.lesson);
  const setOpen = useLab((lab) => lab.setOpen);
  const shown = useShown();
  if (space !== 'phone') return null;
  return (
    <div className="pane-buttons">
      {shown('scenario') && (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={scenario}
          onClick={() => setOpen({ scenario: !scenario, inspector: false })}
        >
          {lesson ? words.scenario.lesson : words.scenario.open}
        </button>
      )}
      {shown('inspector') && (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={inspector}
          onClick={() => setOpen({ inspector: !inspector, scenario: false })}
        >
          {words.inspector.open}
        </button>
      )}
    </div>
  );
}

/** For a tablet: the inspector is a drawer at the side. */
export function DrawerButton() {
  const space = useSpace();
  const open = useLab((lab) => lab.open.inspector);
  const setOpen = useLab((lab) => lab.setOpen);
  const shown = useShown();
  if (space !== 'tablet' || !shown('inspector')) return null;
  return (
    <button
      type="button"
      className="plain"
      data-opens="inspector"
      aria-expanded={open}
      onClick={() => setOpen({ inspector: !open })}
    >
      {words.inspector.open}
    </button>
  );
}
