// What the page has besides the lab's own picture: that of a run beside it, the handshake as a list of steps for those who hear it, what goes
// on paper, where files may be dropped, and the sheet on which a run goes through a proxy. It must not know what any of it is made of.

import { DropTarget } from './DropTarget.tsx';
import { StageBeside } from './doubling.tsx';
import { Printing } from './Printing.tsx';
import { StepList } from './StepList.tsx';
import { ThroughPlace } from './ThroughPlace.tsx';

/** @param link the address of exactly what is shown */
export function Unseen({ link }: { readonly link: () => string }) {
  return (
    <>
      <StageBeside />
      <StepList />
      <Printing link={link} />
      <DropTarget />
      <ThroughPlace />
    </>
  );
}
