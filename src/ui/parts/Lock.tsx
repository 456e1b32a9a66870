// What can't be changed because whoever made the exhibit says so. It must not know what is in it.

import type { ReactNode } from 'react';
import { useLab } from '../context.ts';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** Controls that have a name by which an exhibit can lock them. */
export function Lock({ name, children }: Props) {
  const locked = useLab((lab) => lab.view.lock?.includes(name));
  return locked ? (
    <fieldset className="lock" disabled>
      {children}
    </fieldset>
  ) : (
    children
  );
}

/** Whether a part of the page is there: an exhibit can name those that are. */
export function useShown(): (name: string) => boolean {
  const show = useLab((lab) => lab.view.show);
  return (name) => !show || show.includes(name);
}
