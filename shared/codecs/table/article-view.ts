import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { entityFinder } from '../../model/merged-entities.ts';
import { jalaliDate } from '../../text/jalali.ts';
import { offsetMap, type Span, type Utf16Offset } from '../../text/offsets.ts';

/** One Article with what its rows ask for. */
export interface ArticleView {
  readonly article: Article;
  /** Its date, as people write it where the table is for people. */
  readonly published: string | null;
  /** @throws when the Span has not as many code points as its words: then the conversion is wrong. */
  readonly words: (span: Span) => string;
  readonly point: (offset: Utf16Offset) => number;
  /** Whom a link means. */
  readonly entity: (id: EntityId) => Entity | undefined;
  readonly annotator: (set: AnnotationSet) => Annotator;
}

export function viewOf(article: Article, { annotators, entities }: Dataset, isForPeople: boolean): ArticleView {
  const { text, source: { published } } = article;
  const offsets = offsetMap(text);
  const byId = new Map(annotators.map((one) => [one.id, one]));
  return {
    article,
    published: published === null ? null : ((isForPeople ? jalaliDate(published) : null) ?? published),
    words({ start, end }) {
      const words = text.slice(start, end);
      const points = offsets.toCodePoint(end) - offsets.toCodePoint(start);
      if ([...words].length !== points)
        throw new Error(`the span ${start}–${end} of article ${article.id} is ${points} code points and reads "${words}"`);
      return words;
    },
    point: (offset) => offsets.toCodePoint(offset),
    entity: entityFinder(entities),
    annotator({ id, annotator }) {
      const found = byId.get(annotator);
      if (!found) throw new Error(`annotator ${annotator} of set ${id} is not there`);
      return found;
    },
  };
}
