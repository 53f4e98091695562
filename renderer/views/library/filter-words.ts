import { type Annotator } from '../../../shared/model/annotator.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Translator } from '../../messages/translate.ts';
import { type ArticleFilter } from '../../store/project-store.ts';
import { furtherWords } from '../../ui/further-words.ts';
import { writtenDate } from '../../ui/written-date.ts';

/** What is asked of the articles, one phrase each. */
export function filterWords(
  { states, published, publishers, articles, further }: ArticleFilter, schema: Schema, people: readonly Annotator[], words: Translator,
): readonly string[] {
  const { t, list, language } = words;
  const open = published?.from === null ? 'until' : published?.to === null ? 'from' : 'no';
  return [
    states && (states.length === 0 ? t('export.states.none') : list(states.map((state) => t(`status.${state}`)))),
    published && t('export.range', { open, from: writtenDate(published.from, language), until: writtenDate(published.to, language) }),
    publishers && (publishers.length === 0 ? t('export.publishers.none') : list(publishers)),
    articles && t('library.chosen', { n: articles.length }),
    ...(further ? furtherWords(further, schema, people, words) : []),
  ].filter((one) => one !== null && one !== undefined);
}
