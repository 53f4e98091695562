import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Said } from './use-announcer.ts';

/** The polite live region: a sentence said twice is a new element, or it would be read once. */
export const Announcer = ({ said }: { readonly said: Said }) => (
  <VisuallyHidden role="status" data-said>
    <span key={said.turn}>{said.words}</span>
  </VisuallyHidden>
);
