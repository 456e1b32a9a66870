// Marks for whoever measures the page: when the first picture was on screen, and how long a switch takes to a new one.
// It must not know what is drawn.

const switched = 'countersign:switch';

let flippedAt: number | undefined;
let pictured = false;

/** Called where the reader flips a switch. */
export function markFlip(): void {
  flippedAt = performance.now();
}

/** Called when a picture of a new run has been drawn; the marks are set once the browser has put it on the screen. */
export function markPicture(): void {
  const start = flippedAt;
  flippedAt = undefined;
  const first = !pictured;
  pictured = true;
  if (!first && start === undefined) return;
  afterPaint(() => {
    if (first) performance.mark('countersign:picture');
    if (start === undefined) return;
    // The browser keeps every measure as long as the page stands open: the latest will do.
    performance.clearMeasures(switched);
    performance.measure(switched, { start, end: performance.now() });
  });
}

function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(null);
  });
}
