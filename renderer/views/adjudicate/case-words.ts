import { type Translator } from '../../messages/translate.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { classOf, hasOneReader, letterIn, type Reader, type ReviewScene } from './scene.ts';

/** What a reading is called: by its letter, with the name where that may be seen; of a single one, where there is nothing to tell apart, by the name alone. */
export function readerName({ readers }: Pick<ReviewScene, 'readers'>, { letter, name }: Reader, isNamed: boolean, { t }: Pick<Translator, 't'>): string {
  if (!isNamed) return t('adjudicate.reader', { letter });
  return readers.length === 1 ? name : t('adjudicate.reader.named', { letter, name });
}

/** The class of a case in words. */
export function classWords(scene: Pick<ReviewScene, 'readers'>, about: Case, { t }: Pick<Translator, 't'>): string {
  const kind = classOf(about);
  if (kind === 'only' && hasOneReader(scene)) return t('adjudicate.class.marked');
  return kind === 'only' ? t('adjudicate.class.only', { letter: letterIn(scene, about.members[0]?.set.id) }) : t(`adjudicate.class.${kind}`);
}
