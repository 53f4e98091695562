import { useEffect } from 'react';
import { type NamedSelection, withNamed, withoutNamed } from '../../shared/dataset/named-selection.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useSteady } from './use-steady.ts';
import { useUndoOffer } from './use-undo-offer.ts';

/** Throws away a choice that was given a name, and offers it back for as long as the list is shown. Settings have no history that could bring it back. */
export function useThrowAway(saved: readonly NamedSelection[], onSave: (saved: readonly NamedSelection[]) => void): (one: NamedSelection) => void {
  const { t } = useMessages();
  const { offer, withdraw } = useUndoOffer();
  const putBack = useSteady((one: NamedSelection) => onSave(withNamed(saved, one)));
  useEffect(() => withdraw, [withdraw]);
  return (one) => {
    onSave(withoutNamed(saved, one.name));
    offer(t('named.removed', { name: one.name }), () => putBack(one));
  };
}
