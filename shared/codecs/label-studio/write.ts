import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Writer } from '../codec.ts';
import { continuationType } from '../continuation.ts';
import { growingArray } from '../growing-array.ts';
import { articleRecord, entityRecord, headRecord } from '../luggage.ts';
import { type SpanWriter, spanWriter } from '../written-span.ts';
import { configText } from './config.ts';
import { controlIndex, type ControlIndex, controlNames } from './controls.ts';
import { regionId, regionOrigin } from './region.ts';

/** `<stem>.json`, an array of tasks that grows task by task, with the labelling config that it needs beside it. */
export function writeLabelStudio(schema: Schema, stem: string): Writer {
  const tasks = growingArray(`${stem}.json`);
  const make = taskMaker(schema);
  return {
    add: (slice) => tasks.add(slice.articles.map((article) => make(article, slice))),
    end: () => [tasks.end(), { name: `${stem}.config.xml`, bytes: utf8ToBytes(configText(schema)) }],
  };
}

/** What the regions of one text are made with. */
interface Desk {
  readonly at: SpanWriter;
  readonly index: ControlIndex;
  readonly continuation: string;
}

function taskMaker(schema: Schema): (article: Dataset['articles'][number], slice: Dataset) => object {
  const index = controlIndex(schema);
  const continuation = continuationType(schema);
  return (article, { annotators, entities, sets }) => {
    const desk = { at: spanWriter(article.text, 'code-point'), index, continuation };
    const isSuggestion = ({ role }: AnnotationSet): boolean => role === 'suggestion';
    const written = (set: AnnotationSet) => ({ result: resultOf(set, desk), naql: headRecord(set, annotators) });
    return {
      data: {
        text: article.text,
        doc_id: article.id,
        title: article.title,
        naql: { ...articleRecord(article, schema), entities: entities.map(entityRecord) },
      },
      annotations: sets.filter((set) => !isSuggestion(set)).map((set) => ({ ground_truth: set.role === 'adjudicated', ...written(set) })),
      predictions: sets.filter(isSuggestion).map((set) => ({ model_version: versionOf(set, annotators), ...written(set) })),
    };
  };
}

function versionOf({ annotator }: AnnotationSet, annotators: Dataset['annotators']): string {
  const by = annotators.find(({ id }) => id === annotator);
  return by ? [by.name, by.version].filter((part) => part !== null).join(' ') : annotator;
}

function resultOf({ annotations, relations }: AnnotationSet, desk: Desk): readonly object[] {
  const links = new Map<string, Relation[]>();
  for (const relation of relations)
    if (relation.to.kind === 'entity') links.set(relation.from, [...(links.get(relation.from) ?? []), relation]);
  return [
    ...annotations.flatMap((annotation) => regions(annotation, links.get(annotation.id) ?? [], desk)),
    ...annotations.flatMap((annotation) => ties(annotation, desk.continuation)),
    ...relations.flatMap((relation) => (relation.to.kind === 'entity' ? [] : [relationResult(relation)])),
  ];
}

/** Every piece is a region; what else is known of the Annotation are results with the id of its first one. */
function regions(annotation: Annotation, links: readonly Relation[], desk: Desk): readonly object[] {
  const { id, label, spans, attributes, entity, note, flagged, origin } = annotation;
  const { text: toName, label: labelName, entity: entityName, links: linksName } = controlNames;
  const pieces = spans.map((span, index) => {
    const more = index > 0 ? {} : { origin: regionOrigin[origin], ...metaOf(note, flagged) };
    const value = { ...desk.at(span), labels: [label] };
    return { id: regionId(id, index), from_name: labelName, to_name: toName, type: 'labels', ...more, value };
  });
  const [first] = pieces;
  if (!first) throw new Error(`annotation ${id} has no span`);
  const { start, end, text } = first.value;
  const beside = (name: string, type: string, value: object, more: object = {}): object =>
    ({ id: first.id, from_name: name, to_name: toName, type, ...more, value: { start, end, ...value } });
  const areas = (name: string, texts: readonly string[], more: object = {}): object => beside(name, 'textarea', { text: texts }, more);
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...pieces,
    ...sorted.map(([attribute, value]) => {
      const name = desk.index.nameOf(label, attribute);
      return desk.index.isChoice(name) ? beside(name, 'choices', { text, choices: [value] }) : areas(name, [value]);
    }),
    ...(entity === null ? [] : [areas(entityName, [entity])]),
    ...(links.length === 0 ? [] : [areas(linksName, links.map(({ type, to }) => `${type} ${to.id}`), idsOf(links))]),
  ];
}

const idsOf = (links: readonly Relation[]): object => ({ meta: { naql: { relations: links.map(({ id }) => id) } } });

/** `text` is where Label Studio keeps the note that people write on a region. */
const metaOf = (note: string, flagged: boolean): object =>
  note === '' && !flagged ? {} : { meta: { ...(note !== '' && { text: [note] }), ...(flagged && { flagged }) } };

const ties = ({ id, spans }: Annotation, type: string): readonly object[] =>
  spans.slice(1).map((_, index) => link(regionId(id, index), regionId(id, index + 1), type));

const relationResult = ({ id, type, from, to }: Relation): object => ({ id, ...link(regionId(from, 0), regionId(to.id, 0), type) });

const link = (from: string, to: string, type: string): object =>
  ({ type: 'relation', from_id: from, to_id: to, direction: 'right', labels: [type] });
