/** A page of jsdom has no layout: there nothing ever changes its size. */
class NothingResizes implements ResizeObserver {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}

if (typeof window !== 'undefined') window.ResizeObserver = NothingResizes;
