import { type InvisibleKind, invisibleKinds } from '../../../shared/text/invisibles.ts';
import { type Translator } from '../../messages/translate.ts';

/** What the marks of invisible characters are called. */
export const invisibleNames = ({ t }: Pick<Translator, 't'>): ReadonlyMap<InvisibleKind, string> =>
  new Map(invisibleKinds.map((kind) => [kind, t(`invisible.${kind}`)]));
