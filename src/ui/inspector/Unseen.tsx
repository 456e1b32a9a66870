// What the page has besides what is looked at: the handshake as a list of steps for those who hear it, what goes on paper, and where files
// may be dropped. It must not know what any of it is made of.

import { DropTarget } from './DropTarget.tsx';
import { Printing } from './Printing.tsx';
import { StepList } from './StepList.tsx';

/** @param link the address of exactly what is shown */
export function Unseen({ link }: { readonly link: () => string }) {
  return (
    <>
      <StepList />
      <Printing link={link} />
      <DropTarget />
    </>
  );
}
