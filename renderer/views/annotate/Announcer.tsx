import { memo } from 'react';
import { useStore } from 'zustand';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Announcer as Announcing } from './use-announcer.ts';

/** The polite live region: a sentence said twice is a new element, or it would be read once. */
export const Announcer = memo(({ said }: Pick<Announcing, 'said'>) => {
  const { words, turn } = useStore(said);
  return (
    <VisuallyHidden role="status" data-said>
      <span key={turn}>{words}</span>
    </VisuallyHidden>
  );
});
