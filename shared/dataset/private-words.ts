import { linesWithoutNotes } from '../codecs/brat/kept-lines.ts';
import { type LossLedger } from '../codecs/loss-ledger.ts';
import { type Dataset } from '../model/dataset.ts';

/** Without what annotators wrote for each other: notes of Annotations and Entities, those of other programs, and reasons why a set is done against the checks. */
export function withoutNotes(slice: Dataset, ledger: LossLedger, count: () => void): Dataset {
  const drop = (...where: readonly string[]): void => {
    count();
    ledger.lose('NOTE_DROPPED', ...where);
  };
  return {
    ...slice,
    articles: slice.articles.map((article) => {
      const { extra, dropped } = linesWithoutNotes(article.extra);
      for (let times = 0; times < dropped; times++) drop(article.id);
      return dropped === 0 ? article : { ...article, extra };
    }),
    entities: slice.entities.map((entity) => {
      // The same Entity stands in many slices: its note is one note.
      if (entity.note !== '') ledger.loseRecord('NOTE_DROPPED', entity.id);
      return entity.note === '' ? entity : { ...entity, note: '' };
    }),
    sets: slice.sets.map(({ override, ...set }) => {
      if (override) drop(set.article, set.id);
      const annotations = set.annotations.map((annotation) => {
        if (annotation.note === '') return annotation;
        drop(set.article, annotation.id);
        return { ...annotation, note: '' };
      });
      return { ...set, annotations };
    }),
  };
}
