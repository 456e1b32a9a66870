// Work in pieces, in idle time: between two of them the page can draw and listen. It must not know what is done.

/** Has something done again and again, in idle time, as long as it wants to go on. @returns ends it */
export function whenIdle(work: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  const turn = (): void => {
    if (work()) wait();
  };
  // Between two runs the page can draw and listen.
  const wait = (): void => {
    if (typeof requestIdleCallback === 'undefined') timer = setTimeout(turn, 50);
    else idle = requestIdleCallback(turn, { timeout: 500 });
  };
  wait();
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
