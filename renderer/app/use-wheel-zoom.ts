import { useEffect } from 'react';
import { enlarge, type SettingsStore } from './settings.ts';

/** CSS pixels of wheel for one pixel of text: a notch of a wheel is about 100, a pinch on a touchpad comes in parts of it. */
const wheelStep = 50;
/** A notch takes one step, however far it turns. */
const notch = 80;

/** Ctrl and the wheel, or a pinch, which arrives as the same event, make the article's text larger; the page itself is never zoomed. */
export function useWheelZoom(settings: SettingsStore): void {
  useEffect(() => {
    let turned = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (Math.abs(event.deltaY) >= notch) turned = Math.sign(event.deltaY) * wheelStep;
      else turned += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelStep : 1);
      const steps = Math.trunc(turned / wheelStep);
      turned -= steps * wheelStep;
      if (steps !== 0) enlarge(settings, -steps);
    };
    window.addEventListener('wheel', turn, { passive: false });
    return () => window.removeEventListener('wheel', turn);
  }, [settings]);
}
