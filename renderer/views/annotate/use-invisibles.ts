import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type InvisibleKind } from '../../../shared/text/invisibles.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { invisibleNames } from './invisible-names.ts';

/** Outlives the view: whoever goes to the next article goes on seeing them. */
const shown = createStore(() => false);

interface Invisibles {
  /** `null` while they are not shown. */
  readonly names: ReadonlyMap<InvisibleKind, string> | null;
  readonly toggle: () => void;
}

const toggle = (): void => shown.setState((before) => !before, true);

/** The switch that marks the characters that show nothing. */
export function useInvisibles(): Invisibles {
  const { t } = useMessages();
  const isShown = useStore(shown);
  const names = useMemo(() => (isShown ? invisibleNames({ t }) : null), [isShown, t]);
  return { names, toggle };
}
