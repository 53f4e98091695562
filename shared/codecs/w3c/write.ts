import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Span } from '../../text/offsets.ts';
import { type Writer } from '../codec.ts';
import { growingArray } from '../growing-array.ts';
import { annotatorRecord, articleRecord, entityRecord, headRecord } from '../luggage.ts';
import { spanWriter } from '../written-span.ts';
import { iri } from './iri.ts';
import { quoter } from './quoter.ts';
import { articlesHeader, context, pairText } from './record.ts';

/** Without their texts annotations point by position alone. */
type Texts = 'kept' | 'withheld';

/** `<stem>.jsonld` with the annotations, `<stem>.relations.jsonld`, and `<stem>.articles.jsonl` with the texts that they point into. */
export function writeW3c(schema: Schema, stem: string, texts: Texts): Writer {
  const annotations = growingArray(`${stem}.jsonld`);
  const relations = growingArray(`${stem}.relations.jsonld`);
  const articles = `${stem}.articles.jsonl`;
  let isEmpty = true;
  return {
    add(slice) {
      isEmpty = false;
      return [
        ...annotations.add(annotationsOf(slice, texts)),
        ...relations.add(slice.sets.flatMap((set) => set.relations.map((one) => relationObject(one, set)))),
        { name: articles, bytes: utf8ToBytes(`${JSON.stringify(articleLine(slice, schema, texts))}\n`) },
      ];
    },
    end: () => [annotations.end(), relations.end(), ...(isEmpty ? [{ name: articles, bytes: new Uint8Array() }] : [])],
  };
}

function articleLine({ articles: [article], annotators, entities, sets }: Dataset, schema: Schema, texts: Texts): object {
  const company = { entities: entities.map(entityRecord) };
  if (!article) {
    const { id, version } = schema;
    return { ...articlesHeader, doc_id: null, schema: { id, version }, annotators: annotators.map(annotatorRecord), ...company };
  }
  const heads = sets.map((set) => headRecord(set, annotators));
  const record = { ...articlesHeader, ...articleRecord(article, schema), text: article.text };
  return { ...record, ...(texts === 'withheld' && { title: '', extra: {}, text: null }), heads, ...company };
}

function annotationsOf({ articles: [article], annotators, sets }: Dataset, texts: Texts): readonly object[] {
  if (!article) return [];
  const source = iri('doc', article.id);
  const at = spanWriter(article.text, 'code-point');
  const around = texts === 'kept' ? quoter(article.text) : null;
  const target = (span: Span): object => {
    const { start, end, text } = at(span);
    const quote = around ? [{ type: 'TextQuoteSelector', exact: text, ...around(span) }] : [];
    return { source, selector: [...quote, { type: 'TextPositionSelector', start, end }] };
  };
  return sets.flatMap((set) => {
    const creator = creatorOf(annotators.find(({ id }) => id === set.annotator));
    return set.annotations.map((annotation) => ({
      '@context': context,
      id: iri('anno', article.id, set.id, annotation.id),
      type: 'Annotation',
      motivation: 'tagging',
      creator,
      body: bodies(annotation),
      target: annotation.spans.map(target),
    }));
  });
}

function creatorOf(annotator: Annotator | undefined): object {
  if (!annotator) throw new Error('a set of nobody');
  return { id: iri('annotator', annotator.id), type: annotator.kind === 'person' ? 'Person' : 'Software', name: annotator.name };
}

const textual = (purpose: string, value: string): object => ({ type: 'TextualBody', purpose, value });
const pairs = (attributes: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => textual('classifying', pairText(name, value)));
const identifying = (entity: string): object => ({ type: 'SpecificResource', purpose: 'identifying', source: iri('entity', entity) });

const bodies = ({ label, attributes, entity, note, flagged, origin }: Annotation): readonly object[] => [
  textual('tagging', label),
  ...pairs(attributes),
  ...(entity === null ? [] : [identifying(entity)]),
  ...(note === '' ? [] : [textual('commenting', note)]),
  ...(flagged ? [textual('questioning', 'flagged')] : []),
  ...(origin === 'manual' ? [] : [textual('describing', pairText('origin', origin))]),
];

const relationObject = ({ id, type, from, to, attributes }: Relation, { id: set, article }: AnnotationSet): object => ({
  '@context': context,
  id: iri('link', article, set, id),
  type: 'Annotation',
  motivation: 'linking',
  body: [to.kind === 'entity' ? identifying(to.id) : iri('anno', article, set, to.id), textual('tagging', type), ...pairs(attributes)],
  target: iri('anno', article, set, from),
});
