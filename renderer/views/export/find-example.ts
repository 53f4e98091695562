import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type ArticleId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../store/project-store.ts';

/** Where a case of a loss is found in the project. */
export interface ExampleFound {
  readonly article: ArticleId;
  readonly title: string;
  /** `null` when it is about the Article as a whole, or about something that the project does not know under this name. */
  readonly at: { readonly set: SetId; readonly annotation: AnnotationId; readonly label: LabelId; readonly words: string } | null;
}

/**
 * @param example as in a LossReport: an Article's id and perhaps that of a record inside it
 * @returns `null` when it names no Article of the project
 */
export async function findExample(store: ProjectStore, [id, record]: readonly string[]): Promise<ExampleFound | null> {
  const article = id === undefined ? undefined : await store.article(id as ArticleId);
  if (!article) return null;
  const own = await store.ownSet(article.id);
  const sets = [...(own ? [own] : []), ...(await store.otherSets(article.id))];
  const found = record === undefined ? null : sets.flatMap((set) => annotationOf(set, record)).at(0);
  const first = found?.annotation.spans[0];
  return {
    article: article.id,
    title: article.title,
    at: found && first ? {
      set: found.set.id,
      annotation: found.annotation.id,
      label: found.annotation.label,
      words: article.text.slice(first.start, first.end),
    } : null,
  };
}

/** The Annotation of that id, or the one that a Relation of that id starts at. */
function annotationOf(set: AnnotationSet, record: string) {
  const from = set.relations.find(({ id }) => id === record)?.from ?? record;
  return set.annotations.filter(({ id }) => id === from).map((annotation) => ({ set, annotation }));
}
