// The entry of a frame in another page: it sleeps until somebody can see it, for there may be ten on a page, on a slide that is not shown, or
// behind a tab. It must not know what comes to life then.

/** Resolves as soon as a part of the document is on the screen. A frame that is hidden has no size. */
function inSight(): Promise<void> {
  return new Promise((resolve) => {
    const sight = new IntersectionObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.intersectionRect ?? {};
      if (width === 0 || height === 0) return;
      sight.disconnect();
      size.disconnect();
      resolve();
    });
    // Of a document without a size browsers say that it is in sight, and when it gets one, nothing more: it is looked at anew.
    const size = new ResizeObserver(() => {
      sight.unobserve(document.body);
      sight.observe(document.body);
    });
    size.observe(document.body);
  });
}

void inSight().then(async () => (await import('./live.tsx')).open());
