// Opens the audience's window, and joins whichever window this is to the other one. It must not know what they say.

import { useEffect, useRef, useState } from 'react';
import { linkParts, toLink } from '../../../lab/index.ts';
import { type Lab, stepNumber } from '../../../store/index.ts';
import { useLabStore } from '../../context.ts';
import { useShowStore } from '../session.ts';
import { joinPartner } from './partner.ts';
import { nameOf, newPair, type Place, placeOf } from './place.ts';

export interface Pairing {
  /** Which of two windows this is; null where there is one. */
  readonly role: Place['role'] | null;
  /** Opens the other window, or brings it forward. To be called when somebody has asked for it. */
  open(): void;
}

/** Joins the windows as long as somebody presents. */
export function usePairing(): Pairing {
  const lab = useLabStore();
  const show = useShowStore();
  const [place, setPlace] = useState(() => placeOf(window.name));
  const other = useRef<Window | null>(null);
  useEffect(() => (place ? joinPartner(lab, show, place, other.current) : undefined), [lab, show, place]);
  useEffect(
    () => () => {
      // Whoever begins anew begins with one window.
      if (placeOf(window.name)?.role === 'console' && !lab.getState().view.present) window.name = '';
    },
    [lab],
  );
  const open = (): void => {
    const { pair } = place ?? { pair: newPair() };
    const opened = window.open(
      addressOf(lab.getState()),
      nameOf({ role: 'audience', pair }),
      'popup,width=1280,height=720',
    );
    if (!opened) {
      show.getState().set({ partner: 'refused' });
      return;
    }
    other.current = opened;
    const here = { role: 'console', pair } as const;
    window.name = nameOf(here);
    show.getState().set({ partner: 'awaited', notes: false, ...(place ? {} : { began: Date.now() }) });
    setPlace(here);
    if (document.fullscreenElement) void document.exitFullscreen();
  };
  return { role: place?.role ?? null, open };
}

/** Where the audience's window begins; what it shows besides it is told. */
function addressOf(lab: Lab): string {
  const place = { scenario: lab.scenario, step: stepNumber(lab) };
  const link = linkParts.has('extras')
    ? linkParts.take('extras').writeLink({ ...place, view: { ...lab.view, present: true } })
    : toLink(place);
  return new URL(link, location.href).href;
}
