// A finger that is drawn sideways over a picture, where one of two is to be seen: it brings the other one. It must not know what is in them.

/** So far, in px, and so much more sideways than up or down. */
const least = 48;
const steepest = 0.5;

/** Listens until it is ended. @param swiped is told the way: left brings what stands at the right */
export function watchSwipes(room: HTMLElement, swiped: (to: 'left' | 'right') => void): () => void {
  let begun: { readonly x: number; readonly y: number } | undefined;
  const begin = ({ touches: [finger, ...more] }: TouchEvent): void => {
    // Two fingers make it larger.
    begun = finger && more.length === 0 ? { x: finger.clientX, y: finger.clientY } : undefined;
  };
  const end = ({ changedTouches: [finger] }: TouchEvent): void => {
    if (!begun || !finger) return;
    const [x, y] = [finger.clientX - begun.x, finger.clientY - begun.y];
    begun = undefined;
    if (Math.abs(x) >= least && Math.abs(y) <= Math.abs(x) * steepest) swiped(x < 0 ? 'left' : 'right');
  };
  room.addEventListener('touchstart', begin, { passive: true });
  room.addEventListener('touchend', end, { passive: true });
  return () => {
    room.removeEventListener('touchstart', begin);
    room.removeEventListener('touchend', end);
  };
}
