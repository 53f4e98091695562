import { useLayoutEffect } from 'react';

/**
 * While what stands on the screen would lie under messages, those lie elsewhere: above the buttons of the largest dialog, or beside a pane at the end.
 * It is said on the root of the page: a selector that looks for it (`:has`) would be asked again by the browser for each node that comes or goes.
 */
export function useMessagesPlace(place: 'above' | 'beside', isThere = true): void {
  useLayoutEffect(() => {
    if (!isThere) return undefined;
    const { documentElement: root } = document;
    root.toggleAttribute(`data-messages-${place}`, true);
    return () => void root.toggleAttribute(`data-messages-${place}`, false);
  }, [place, isThere]);
}
