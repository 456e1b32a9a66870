// The entry of a frame in another page: it sleeps until somebody can see it, for there may be ten on a page, on a slide that is not shown, or
// behind a tab. It must not know what comes to life then.

/** Resolves as soon as a part of the document is on the screen. A frame that is hidden has no size. */
function inSight(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.intersectionRect ?? {};
      if (width === 0 || height === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body);
  });
}

void inSight().then(async () => (await import('./live.tsx')).open());
