import { type AnnotationSet } from '../model/annotation-set.ts';
import { type DataRecord, implode, type RecordMap } from '../model/change.ts';
import { checkRelations } from '../model/check-relations.ts';
import { checkSpans } from '../model/check-spans.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ArticleId, type EntityId } from '../model/id.ts';
import { mendMerges } from '../model/merged-entities.ts';
import { type Schema } from '../model/schema.ts';

/**
 * A sound Dataset of records that were each sound when they were written, by devices that had not heard of each other: what lies in a set
 * or on an Article that is gone goes, so does what was marked in a set while the other made it one of another Article, what was said of an
 * Article that is gone, and a link that the other's work has made impossible; a mention of a lost Entity has none, and a merge leads to an
 * Entity that stands for itself.
 * Records that one device wrote in order are already sound, and nothing is altered.
 */
export function mend(records: RecordMap): Dataset {
  for (const [key, record] of records)
    if (isHomeless(records, record)) records.delete(key);
  for (const [key, record] of records)
    if ((record.kind === 'annotation' || record.kind === 'relation') && !records.has(`set ${record.set}`)) records.delete(key);
  const imploded = implode(records);
  const dataset = { ...imploded, entities: mendMerges(imploded.entities) };
  const entities = new Set(dataset.entities.map((one) => one.id));
  const texts = new Map(dataset.articles.map(({ id, text }) => [id, text]));
  return { ...dataset, sets: dataset.sets.map((set) => mendSet(dataset.schema, entities, textOf(texts, set), set)) };
}

/** Does it lie on an Article, or come from an Annotator, that is not there? */
function isHomeless(records: RecordMap, record: DataRecord): boolean {
  if (record.kind === 'set') return !records.has(`article ${record.value.article}`) || !records.has(`annotator ${record.value.annotator}`);
  if (record.kind !== 'event') return false;
  return !records.has(`annotator ${record.value.by}`) || (record.value.article !== null && !records.has(`article ${record.value.article}`));
}

function textOf(texts: ReadonlyMap<ArticleId, string>, { id, article }: AnnotationSet): string {
  const text = texts.get(article);
  if (text === undefined) throw new Error(`set ${id} of the missing article ${article} was not removed`);
  return text;
}

function mendSet(schema: Schema, entities: ReadonlySet<EntityId>, text: string, set: AnnotationSet): AnnotationSet {
  const annotations = set.annotations
    .filter(({ spans }) => checkSpans(text, spans).length === 0)
    .map((one) => (one.entity === null || entities.has(one.entity) ? one : { ...one, entity: null }));
  const surroundings = { schema, entities, annotations: new Map(annotations.map((one) => [one.id, one] as const)) };
  const wrong = new Set(checkRelations(surroundings, set.relations).map((one) => one.place.record));
  return { ...set, annotations, relations: set.relations.filter((one) => !wrong.has(one.id)) };
}
