import { useEffect } from 'react';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';

/** Milliseconds between two parts: whoever looks at the list goes first. */
const pause = 100;

/** While the library is open, what is not known yet of agreement is measured, a few articles at a time. */
export function useMeasuring(store: ProjectStore): void {
  const raise = useThrow();
  useEffect(() => {
    let timer = 0;
    let isOpen = true;
    const fail = (bug: unknown): void => {
      if (isOpen) raise(bug);
    };
    const measure = async (): Promise<void> => {
      const measured = await store.measureAgreements();
      if (isOpen && measured > 0) timer = window.setTimeout(() => void measure().catch(fail), pause);
    };
    timer = window.setTimeout(() => void measure().catch(fail), pause);
    return () => {
      isOpen = false;
      window.clearTimeout(timer);
    };
  }, [store, raise]);
}
