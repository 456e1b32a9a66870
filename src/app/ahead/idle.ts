// When the browser has nothing to do: for what nobody waits for yet. It must not know what is done then.

/** Waits until then. @returns for how long about it has nothing else to do, in ms */
export function idle(): Promise<number> {
  return new Promise((resolve) => {
    // Safari has no such callback.
    if (typeof requestIdleCallback === 'undefined') setTimeout(() => resolve(typicalRest), pause);
    else requestIdleCallback((deadline) => resolve(deadline.timeRemaining()));
  });
}

/** In ms. */
const pause = 60;
const typicalRest = 20;
