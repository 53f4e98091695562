import { describe, expect, test } from 'vitest';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { checkRelations } from '../../../shared/model/check-relations.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type EntityId, type LabelId, makeId, type RelationType } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { span } from '../../../shared/text/offsets.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const text = 'وزیر 🔴 گفت: «برق گران نیست»';
const article: Article = {
  id: makeId('article', 'a'), title: 'خبر', text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource,
  added: '2026-01-01T00:00:00.000Z', extra: {},
};
const annotation = (token: string, label: string, ...spans: readonly (readonly [number, number])[]): Annotation => ({
  id: makeId('annotation', token), label: label as LabelId, spans: spans.map(([start, end]) => span(start, end)), attributes: {},
  entity: null, note: '', flagged: false, origin: 'manual',
});
const relation = (token: string, type: string, from: string, to: string): Relation => ({
  id: makeId('relation', token), type: type as RelationType, from: makeId('annotation', from),
  to: { kind: 'annotation', id: makeId('annotation', to) }, attributes: {},
});
const toEntity = (one: Relation, token: string): Relation => ({ ...one, to: { kind: 'entity', id: makeId('entity', token) } });

const quote = annotation('q', 'QUOTE', [14, 28]);
const speaker = annotation('s', 'SPEAKER', [0, 4]);

function datasetWith(set: Partial<AnnotationSet>, other: Partial<Dataset> = {}): Dataset {
  return {
    schema: seedSchema,
    articles: [article],
    annotators: [{ id: makeId('annotator', 'p'), kind: 'person', name: 'مینا', version: null }],
    entities: [{ id: makeId('entity', 'e'), name: 'وزیر نیرو', kind: 'person', aliases: [], offices: [], note: '' }],
    sets: [{
      id: makeId('set', 's'), article: article.id, annotator: makeId('annotator', 'p'), role: 'work', status: 'todo', annotations: [],
      relations: [], ...set,
    }],
    ...other,
  };
}
const found = (one: Dataset): readonly (readonly [string, string | undefined])[] =>
  checkDataset(one).map(({ code, place }) => [code, place.field] as const);

test('every Dataset of the generators is sound', () => {
  forAll(dataset, (one) => expect(errorsOf(checkDataset(one))).toEqual([]));
});

describe('spans', () => {
  test.each<readonly [string, Annotation, string, string]>([
    ['behind the text', annotation('q', 'QUOTE', [14, 40]), 'span-outside', 'spans.0'],
    ['before the text', annotation('q', 'QUOTE', [-1, 4]), 'span-outside', 'spans.0'],
    ['a fraction', annotation('q', 'QUOTE', [0, 1.5]), 'span-outside', 'spans.0'],
    ['empty', annotation('q', 'QUOTE', [4, 4]), 'span-empty', 'spans.0'],
    ['backwards', annotation('q', 'QUOTE', [8, 4]), 'span-empty', 'spans.0'],
    ['in the middle of an emoji', annotation('q', 'QUOTE', [0, 6]), 'span-splits-character', 'spans.0'],
    ['none at all', annotation('q', 'QUOTE'), 'span-missing', 'spans'],
    ['out of order', annotation('q', 'QUOTE', [8, 11], [0, 4]), 'span-order', 'spans.1'],
    ['overlapping', annotation('q', 'QUOTE', [0, 9], [8, 11]), 'span-order', 'spans.1'],
    ['two pieces of a label that must be whole', annotation('q', 'SPEAKER', [0, 4], [8, 11]), 'pieces-not-allowed', 'spans'],
  ])('%s', (_, one, code, field) => expect(found(datasetWith({ annotations: [one] }))).toEqual([[code, field]]));
});

describe('labels, attributes, entities, notes', () => {
  test.each<readonly [string, Annotation, string, string]>([
    ['a label that the schema does not have', annotation('q', 'QUOTATION', [0, 4]), 'label-unknown', 'label'],
    ['an attribute that the label does not have', { ...quote, attributes: { act: 'plan' } }, 'attribute-unknown', 'attributes.act'],
    ['a value that is no choice', { ...quote, attributes: { mode: 'Direct' } }, 'attribute-wrong', 'attributes.mode'],
    [
      'a date that is none',
      { ...annotation('d', 'DEADLINE', [0, 4]), attributes: { value: '1405-13-01' } }, 'attribute-wrong', 'attributes.value',
    ],
    ['an entity where the label has none', { ...quote, entity: makeId('entity', 'e') }, 'entity-not-allowed', 'entity'],
    ['an entity that is not there', { ...speaker, entity: 'ent-x' as EntityId }, 'entity-unknown', 'entity'],
    ['half a character in a note', { ...quote, note: '\ud83d' }, 'text-not-unicode', 'note'],
    ['a blank in an id', { ...quote, id: 'a b' as Annotation['id'] }, 'id-illegal', 'id'],
  ])('%s', (_, one, code, field) => expect(found(datasetWith({ annotations: [one] }))).toEqual([[code, field]]));
});

describe('relations', () => {
  const [second, third] = [annotation('q2', 'QUOTE', [8, 11]), annotation('q3', 'QUOTE', [0, 4])];
  const annotations = [quote, second, third, speaker, annotation('c', 'COMMITMENT', [14, 28])];

  test.each<readonly [string, readonly Relation[], string, string | undefined]>([
    ['a type that the schema does not have', [relation('r', 'SAYS', 'q', 's')], 'relation-unknown', 'type'],
    ['a start that is not there', [relation('r', 'SAID_BY', 'x', 's')], 'relation-end-missing', 'from'],
    ['a target that is not there', [relation('r', 'SAID_BY', 'q', 'x')], 'relation-end-missing', 'to'],
    ['an entity that is not there', [toEntity(relation('r', 'SAID_BY', 'q', 's'), 'x')], 'relation-end-missing', 'to'],
    [
      'from a label that it does not start at',
      [relation('r', 'SAID_BY', 's', 's2'), relation('r2', 'SAID_BY', 'q', 's')], 'relation-end-missing', 'to',
    ],
    ['to a label that it does not lead to', [relation('r', 'SAID_BY', 'q', 'q2')], 'relation-not-allowed', 'to'],
    ['to an entity where it must be a mention', [toEntity(relation('r', 'CUED_BY', 'q', 's'), 'e')], 'relation-not-allowed', 'to'],
    ['between two labels where they must be one', [relation('r', 'RESTATES', 'q', 'c')], 'relation-not-allowed', 'to'],
    ['to itself', [relation('r', 'RESTATES', 'q', 'q')], 'relation-to-itself', 'to'],
    ['the same one twice', [relation('r', 'SAID_BY', 'q', 's'), relation('r2', 'SAID_BY', 'q', 's')], 'relation-twice', undefined],
    ['a circle of two', [relation('r', 'RESTATES', 'q', 'q2'), relation('r2', 'RESTATES', 'q2', 'q')], 'relation-cycle', undefined],
    [
      'a circle of three',
      [relation('r', 'RESTATES', 'q', 'q2'), relation('r2', 'RESTATES', 'q2', 'q3'), relation('r3', 'RESTATES', 'q3', 'q')],
      'relation-cycle',
      undefined,
    ],
    ['one id for two', [relation('r', 'SAID_BY', 'q', 's'), relation('r', 'SAID_BY', 'q2', 's')], 'id-twice', 'id'],
  ])('%s', (_, relations, code, field) => expect(found(datasetWith({ annotations, relations }))).toEqual([[code, field]]));

  test('two ways to one target are no circle', () => {
    const relations = [relation('r', 'RESTATES', 'q', 'q2'), relation('r2', 'RESTATES', 'q', 'q3'), relation('r3', 'RESTATES', 'q2', 'q3')];
    expect(found(datasetWith({ annotations, relations }))).toEqual([]);
  });

  test('a long chain is walked without recursion', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => annotation(`q${i}`, 'QUOTE', [0, 4]));
    const links = chain.slice(1).map((one, i) => relation(`r${i}`, 'RESTATES', `q${i}`, one.id.slice(4)));
    const byId = new Map(chain.map((one) => [one.id, one] as const));
    expect(checkRelations({ schema: seedSchema, annotations: byId, entities: new Set() }, links)).toEqual([]);
  });
});

describe('crossing', () => {
  test.each<readonly [string, Annotation, Annotation, boolean]>([
    ['two quotes that overlap in part', annotation('a', 'QUOTE', [0, 11]), annotation('b', 'QUOTE', [8, 20]), true],
    ['a commitment over the border of a quote', annotation('a', 'COMMITMENT', [0, 11]), annotation('b', 'QUOTE', [8, 20]), true],
    ['one in the other', annotation('a', 'QUOTE', [0, 20]), annotation('b', 'QUOTE', [8, 11]), false],
    ['one in the other from the same start', annotation('a', 'QUOTE', [0, 20]), annotation('b', 'QUOTE', [0, 11]), false],
    ['touching', annotation('a', 'QUOTE', [0, 4]), annotation('b', 'QUOTE', [4, 11]), false],
    ['a speaker may', annotation('a', 'SPEAKER', [0, 11]), annotation('b', 'QUOTE', [8, 20]), false],
    ['inside the gap of an interrupted quote', annotation('a', 'QUOTE', [0, 4], [14, 20]), annotation('b', 'QUOTE', [8, 11]), false],
    ['one piece of an interrupted quote', annotation('a', 'QUOTE', [0, 4], [14, 20]), annotation('b', 'QUOTE', [16, 24]), true],
  ])('%s', (_, one, two, crosses) => {
    const problems = checkDataset(datasetWith({ annotations: [one, two] }));
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(crosses ? ['warning spans-cross'] : []);
  });
});

describe('articles and sets', () => {
  const articleWith = (other: string): Dataset =>
    datasetWith({}, { articles: [{ ...article, text: other, fingerprint: fingerprint(other) }] });
  test.each<readonly [string, Dataset, string, string]>([
    [
      'another text than the fingerprint says',
      datasetWith({}, { articles: [{ ...article, text: `${text}.` }] }), 'fingerprint-wrong', 'fingerprint',
    ],
    ['CRLF', articleWith('یک\r\nدو'), 'text-line-ends', 'text'],
    ['a line separator', articleWith('یک\u2028دو'), 'text-line-ends', 'text'],
    ['a byte order mark', articleWith('\ufeffیک'), 'text-byte-order-mark', 'text'],
    ['half a character', datasetWith({}, { articles: [{ ...article, text: '\ud83d' }] }), 'text-not-unicode', 'text'],
    ['an article twice', datasetWith({}, { articles: [article, article] }), 'id-twice', 'id'],
    ['a set without its article', datasetWith({}, { articles: [] }), 'article-missing', 'article'],
    ['a set without its annotator', datasetWith({}, { annotators: [] }), 'annotator-missing', 'annotator'],
    ['an annotation twice', datasetWith({ annotations: [quote, quote] }), 'id-twice', 'id'],
  ])('%s', (_, one, code, field) => expect(found(one)).toEqual([[code, field]]));
});
