// The first stop of the Tab key: past the header and the column, to the picture.

import { words } from '../../words/ui/index.ts';

/** @param to the id of the picture */
export function SkipLink({ to }: { readonly to: string }) {
  return (
    <a
      className="skip-link"
      href={`#${to}`}
      onClick={(event) => {
        // The address is that of the handshake.
        event.preventDefault();
        const picture = document.getElementById(to);
        (picture?.querySelector<HTMLElement>('[role="listbox"]') ?? picture)?.focus();
      }}
    >
      {words.skip}
    </a>
  );
}
