import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset, normalised } from '../../model/dataset.ts';
import { withMergeTargets } from '../../model/merged-entities.ts';
import { entitiesOf } from '../../model/references.ts';
import { type NamedBytes } from '../codec.ts';
import { jsonSchemaText } from './record.ts';
import { tagsetText } from './tagset.ts';
import { type Company, documentRecord, emptyRecord, viewOf } from './write-record.ts';

/** `<stem>.jsonl`, with the JSON Schema of its lines and the tag set beside it. */
export function encodeNative(unordered: Dataset, stem: string): readonly NamedBytes[] {
  const dataset = normalised(unordered);
  return [
    { name: `${stem}.jsonl`, bytes: joined(lines(dataset)) },
    { name: `${stem}.schema.json`, bytes: utf8ToBytes(jsonSchemaText()) },
    { name: `${stem}.tagset.json`, bytes: utf8ToBytes(tagsetText(dataset.schema)) },
  ];
}

/** Lines are bytes before they are joined: together they may be longer than a string can be. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lines(dataset: Dataset): readonly Uint8Array[] {
  const inLine = (record: object): Uint8Array => utf8ToBytes(`${JSON.stringify(record)}\n`);
  const companyOf = companies(dataset);
  if (dataset.articles.length === 0) return [inLine(emptyRecord(dataset.schema, companyOf(null, true)))];
  const setsOf = new Map<string, AnnotationSet[]>();
  for (const set of dataset.sets) setsOf.set(set.article, [...(setsOf.get(set.article) ?? []), set]);
  let isFirst = true;
  return dataset.articles.flatMap((article) => {
    const view = viewOf(article);
    return (setsOf.get(article.id) ?? [null]).map((set) => {
      const company = companyOf(set, isFirst);
      isFirst = false;
      return inLine(documentRecord(view, set, dataset.schema, company));
    });
  });
}

/** Each line brings those it refers to and those that they were merged into, so it can be read alone; the first one also brings those that no line refers to. */
function companies({ sets, entities, annotators }: Dataset): (set: AnnotationSet | null, isFirst: boolean) => Company {
  const entityAt = new Map(entities.map((entity, index) => [entity.id, index]));
  const annotatorAt = new Map(annotators.map((annotator, index) => [annotator.id, index]));
  const meant = (set: AnnotationSet) => withMergeTargets(entities, entitiesOf(set));
  const referred = new Set(sets.flatMap((set) => [...meant(set)]));
  const writing = new Set(sets.map((set) => set.annotator));
  const looseEntities = entities.flatMap(({ id }) => (referred.has(id) ? [] : [id]));
  const looseAnnotators = annotators.flatMap(({ id }) => (writing.has(id) ? [] : [id]));
  return (set, isFirst) => ({
    entities: picked(entities, entityAt, [...(set ? meant(set) : []), ...(isFirst ? looseEntities : [])]),
    annotators: picked(annotators, annotatorAt, [...(set ? [set.annotator] : []), ...(isFirst ? looseAnnotators : [])]),
  });
}

/** The records with these ids, in their own order. @throws when one is missing: the Dataset was not sound. */
const picked = <T>(records: readonly T[], placeOf: ReadonlyMap<string, number>, ids: readonly string[]): readonly T[] =>
  ids
    .map((id) => {
      const place = placeOf.get(id);
      if (place === undefined) throw new Error(`record ${id} is referred to and not there`);
      return place;
    })
    .sort((a, b) => a - b)
    .map((place) => records[place] as T);
