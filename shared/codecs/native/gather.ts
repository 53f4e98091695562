import { canonicalJson, type JsonObject } from '../../canonical-json.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { checkArticle } from '../../model/check-article.ts';
import { type Dataset, normalised } from '../../model/dataset.ts';
import { type Entity } from '../../model/entity.ts';
import { type AnnotatorId, type ArticleId, type EntityId, type SetId } from '../../model/id.ts';
import { checkMerges, mendMerges } from '../../model/merged-entities.ts';
import { type Schema } from '../../model/schema.ts';
import { at, type Place, problem } from '../../result.ts';
import { type Fingerprint } from '../../text/fingerprint.ts';
import { type Findings } from '../findings.ts';
import { keepFirst } from '../keep-first.ts';
import { readRecords } from '../read-records.ts';
import { soundSet } from '../sound-set.ts';
import { type Inside, insideField, withFieldsInside } from './fields-inside.ts';
import { type DocumentLine, type EmptyLine } from './read-record.ts';
import { readSet } from './read-set.ts';
import { annotatorShape, type EntityRecord, entityShape } from './record.ts';

/** A line whose own fields are as they must be. */
export interface Line {
  readonly place: Place;
  readonly record: DocumentLine | EmptyLine;
  readonly extra: JsonObject;
  /** Foreign fields inside its records; absent where the format's own reader has told of them. */
  readonly inside?: Inside;
}

/** Puts the lines of one Schema together. Of records with one id the first is taken; another one that differs is a Problem. */
export function gather(schema: Schema, lines: readonly Line[], found: Findings): Dataset {
  const annotators = new Map<string, Annotator>();
  const entities = new Map<string, Entity>();
  for (const { record, place } of lines) {
    for (const one of readRecords(annotatorShape, record.annotators, place, found))
      keepFirst(annotators, { ...one, id: one.id as AnnotatorId }, place, found);
    for (const one of readRecords(entityShape, record.entities, place, found))
      keepFirst(entities, entityFrom(one), place, found);
  }
  found.add(...checkMerges([...entities.values()]));
  const entityIds = new Set([...entities.values()].map(({ id }) => id));
  const articles = new Map<string, Article>();
  const sets = new Map<string, AnnotationSet>();
  const insides: { readonly article: string; readonly inside: Inside; readonly place: Place }[] = [];
  for (const { record, place: line, extra, inside } of lines) {
    if (record.doc_id === null) continue;
    const place = { ...line, record: record.doc_id };
    const article = articleOf(record, extra, place, found);
    if (!article || !keepArticle(articles, article, place, found)) continue;
    if (inside) insides.push({ article: article.id, inside, place });
    const head = headOf(record, annotators, place, found);
    if (!head) continue;
    if (sets.has(head.id)) found.add(problem('set-twice', { ...line, record: head.id }, { id: head.id }));
    else sets.set(head.id, soundSet(readSet(head, record, line, found, inside !== undefined), { schema, article, entities: entityIds, place: line }, found));
  }
  for (const { article, inside, place } of insides) keepInside(articles, article, { inside, sets: [...sets.values()], place }, found);
  return normalised({
    schema,
    articles: [...articles.values()],
    annotators: [...annotators.values()],
    entities: mendMerges([...entities.values()]),
    sets: [...sets.values()],
  });
}

const entityFrom = ({ id, merged_into: mergedInto, ...rest }: EntityRecord): Entity => ({
  ...rest,
  id: id as EntityId,
  ...(mergedInto !== undefined && { mergedInto: mergedInto as EntityId }),
});

function articleOf(record: DocumentLine, extra: JsonObject, place: Place, found: Findings): Article | null {
  const { meta } = record;
  const article: Article = {
    id: record.doc_id as ArticleId,
    title: record.title,
    text: record.text,
    fingerprint: record.text_sha256 as Fingerprint,
    language: record.lang,
    group: record.group_id,
    source: { publisher: meta.publisher, url: meta.url, published: meta.published, licence: meta.license, file: meta.file },
    added: meta.added,
    extra,
  };
  const problems = checkArticle(article);
  found.add(...at(place, problems));
  return problems.length === 0 ? article : null;
}

/** False when the line speaks of another text under this id. Other fields that differ from the first line's are named, not taken. */
function keepArticle(articles: Map<string, Article>, article: Article, place: Place, found: Findings): boolean {
  const first = articles.get(article.id);
  if (!first) articles.set(article.id, article);
  else if (first.fingerprint !== article.fingerprint) found.add(problem('article-text-differs', place, { id: article.id }));
  else if (canonicalJson(first) !== canonicalJson(article))
    found.add(problem('article-fields-differ', place, { id: article.id }, 'warning'));
  return !first || first.fingerprint === article.fingerprint;
}

/** What stands inside records of a line stays with its Article, as far as the records do. */
function keepInside(
  articles: Map<string, Article>, id: string, { inside, sets, place }: { readonly inside: Inside; readonly sets: readonly AnnotationSet[]; readonly place: Place }, found: Findings,
): void {
  const article = articles.get(id);
  if (!article || Object.keys(inside).length === 0) return;
  const extra = withFieldsInside(article.extra, inside, sets.filter((set) => set.article === id));
  if (extra) articles.set(id, { ...article, extra });
  else found.addOnce(problem('field-not-kept', { ...place, field: insideField }, { field: Object.keys(inside).join(', ') }, 'warning'));
}

/** `null` when the line has no set, or one that is nobody's. */
function headOf(record: DocumentLine, annotators: ReadonlyMap<string, Annotator>, place: Place, found: Findings): SetHead | null {
  const { set, annotator } = record;
  if (set === null) {
    if (record.spans.length + record.relations.length > 0) found.add(problem('spans-without-set', place, { count: record.spans.length }));
    return null;
  }
  if (annotator === null || !annotators.has(annotator)) {
    found.add(problem('annotator-unknown', { ...place, field: 'annotator' }, { id: annotator ?? 'null' }));
    return null;
  }
  const { id, role, status, override } = set;
  const head = { id: id as SetId, article: record.doc_id as ArticleId, annotator: annotator as AnnotatorId, role, status };
  return override ? { ...head, override } : head;
}
