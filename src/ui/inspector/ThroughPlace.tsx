// Where a run is shown through a proxy, on a sheet that comes late. It must not know what is on it.

import { shelf } from '../../shelf/index.ts';
import { useLab } from '../context.ts';
import { Fence } from '../parts/Fence.tsx';
import { Late } from '../parts/Late.tsx';
import { Inspector } from './Inspector.tsx';

const parts = shelf({ proxied: () => import('../proxied/index.ts').then(({ Through }) => Through) });

/** The sheet, where the address or a door asks for it. */
export function ThroughPlace() {
  const way = useLab((lab) => lab.view.proxy);
  if (!way) return null;
  return (
    <Fence>
      <Late of={parts} name="proxied" next=".stage">
        {(Through) => <Through way={way} inspector={<Inspector />} />}
      </Late>
    </Fence>
  );
}
