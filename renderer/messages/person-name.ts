import { sampleAnnotator } from '../../shared/codecs/standoff/sample-annotator.ts';
import { type Annotator, annotatorName } from '../../shared/model/annotator.ts';
import { type Translator } from './translate.ts';

/** What somebody is called on the screen. The colleague of the sample is nobody, and has a name in either language. */
export const personName = (annotators: readonly Annotator[], id: string, { t }: Pick<Translator, 't'>): string =>
  (id === sampleAnnotator.id ? t('annotate.sample') : annotatorName(annotators, id));

/** The same people, by the names that they have on the screen. */
export const withShownNames = (annotators: readonly Annotator[], words: Pick<Translator, 't'>): readonly Annotator[] =>
  annotators.map((one) => ({ ...one, name: personName(annotators, one.id, words) }));
