// When the browser has put on the screen what was drawn last. It must not know what is drawn.

/** Calls it then, in a task of its own. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then();
    };
    port2.postMessage(null);
  });
}
