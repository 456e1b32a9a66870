// An alarm whose time is put off again and again, as by every frame of a movement: it looks at the clock when it rings and waits on.
// It must not know what it rings for.

export interface Alarm {
  /** Has it ring when its time has come; it may be set again at any moment, and costs nothing while it is. */
  set(): void;
  stop(): void;
}

/** @param due when to ring, in ms on the clock of `performance.now`; asked for again when that is reached */
export function alarm(due: () => number, ring: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = (): number => due() - performance.now();
  const look = (): void => {
    timer = undefined;
    if (left() < 1) ring();
    else set();
  };
  const set = (): void => {
    timer ??= setTimeout(look, Math.max(0, left()));
  };
  return {
    set,
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
