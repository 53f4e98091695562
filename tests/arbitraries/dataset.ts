import fc from 'fast-check';
import { type JsonObject } from '../../shared/canonical-json.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationSet, ordered, type Override, setRoles, setStatuses } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Article, type ArticleSource } from '../../shared/model/article.ts';
import { type AttributeKind } from '../../shared/model/attribute-kinds.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Anchor } from '../../shared/model/discussed.ts';
import { type Entity, entityKinds, type Office } from '../../shared/model/entity.ts';
import { type AnnotatorId, type Id, type IdKind, makeId } from '../../shared/model/id.ts';
import { type Relation, type RelationTarget } from '../../shared/model/relation.ts';
import { type ReviewAct, type ReviewEvent } from '../../shared/model/review-event.ts';
import { type AttributeDef, type LabelDef, type RelationDef, type Schema } from '../../shared/model/schema.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { spansOf } from './span.ts';
import { schema as anySchema } from './schema.ts';
import { articleText, shortText } from './text.ts';

const token = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'), minLength: 6, maxLength: 6 });
const foreignId = fc.string({ unit: fc.constantFrom(...'abz019_.:/#"\'&<-،۱۹خبر'), minLength: 1, maxLength: 9 });

/** Ids made here, and ids as foreign files have them. */
export const id = <Kind extends IdKind>(kind: Kind): fc.Arbitrary<Id<Kind>> =>
  fc.oneof(
    { weight: 4, arbitrary: token.map((one) => makeId(kind, one)) },
    { weight: 1, arbitrary: foreignId as unknown as fc.Arbitrary<Id<Kind>> },
  );

const byId = { selector: (record: { readonly id: string }) => record.id };
const date = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const instant: fc.Arbitrary<string> = fc
  .tuple(date, fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:05:09.120Z`);
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

export const annotator: fc.Arbitrary<Annotator> = fc
  .record(
    { id: id('annotator'), kind: fc.constantFrom('person', 'machine'), name: shortText, version: fc.constantFrom('1.2', '2024-05') },
    { noNullPrototype: true },
  )
  .map((one) => (one.kind === 'person' ? { ...one, version: null } : one));

const office: fc.Arbitrary<Office> = fc.record({ title: shortText, from: orNull(date), to: orNull(date) }, { noNullPrototype: true });

export const entity: fc.Arbitrary<Entity> = fc.record(
  {
    id: id('entity'),
    name: shortText,
    kind: fc.constantFrom(...entityKinds),
    aliases: fc.uniqueArray(shortText, { maxLength: 2 }),
    offices: fc.array(office, { maxLength: 2 }),
    note: fc.oneof(fc.constant(''), shortText),
    party: shortText,
    wikidata: fc.integer({ min: 1, max: 2 ** 31 }).map((number) => `Q${number}`),
  },
  { noNullPrototype: true, requiredKeys: ['id', 'name', 'kind', 'aliases', 'offices', 'note'] },
);

/** Some of them were merged into the first one. */
const entitiesWithMerges: fc.Arbitrary<readonly Entity[]> = fc
  .tuple(fc.uniqueArray(entity, { ...byId, maxLength: 4 }), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()))
  .map(([[first, ...others], isMerged]) =>
    first ? [first, ...others.map((one, place) => (isMerged[place] ? { ...one, mergedInto: first.id } : one))] : [],
  );

const source: fc.Arbitrary<ArticleSource> = fc.record(
  {
    publisher: orNull(shortText),
    url: orNull(fc.constantFrom('https://example.org/خبر/1', 'https://example.org/?a=1&b=2')),
    published: orNull(fc.oneof(date, instant)),
    licence: orNull(fc.constantFrom('CC-BY-4.0', 'all rights reserved')),
    file: orNull(fc.constantFrom('seed.txt', 'خبر ۱.txt', '<a> & "b".txt')),
  },
  { noNullPrototype: true },
);

/** Fields of files that this version does not know. */
const extra: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.constantFrom('lang', 'کلید', 'a b', 'score', 'x-y'),
  fc.oneof(fc.constantFrom(null, true, false, { inner: ['🔴', 1.5] }), fc.integer(), shortText, fc.array(fc.integer(), { maxLength: 2 })),
  { maxKeys: 2, noNullPrototype: true },
);

/** An Article with this text. */
export const articleWith = (text: string): fc.Arbitrary<Article> =>
  fc.record(
    {
      id: id('article'),
      title: shortText,
      text: fc.constant(text),
      fingerprint: fc.constant(fingerprint(text)),
      language: fc.constantFrom('fa', 'fa', 'en'),
      group: orNull(fc.constantFrom('g1', 'g2')),
      source,
      added: instant,
      extra,
    },
    { noNullPrototype: true },
  );

export const article: fc.Arbitrary<Article> = articleText.chain(articleWith);

/** Legal values by kind of attribute; a new kind does not compile until it is drawn here. */
const attributeValue: Readonly<Record<AttributeKind, (def: AttributeDef) => fc.Arbitrary<string>>> = {
  choice: (def) => fc.constantFrom(...def.choices.map((choice) => choice.id)),
  option: (def) => fc.constantFrom(...def.choices.map((choice) => choice.id)),
  text: () => shortText,
  time: () => fc.constantFrom('1405-04-15', '1405-11', '--06-31', 'P6M', 'P1Y2M', 'P3W', 'P100D'),
  'follow-up': () => fc.constantFrom('1405-04-15 in_progress', '1405-04-15 stalled | 1405-06-31 kept clear https://example.ir/a?b=1&c'),
};

const attributesFor = (label: LabelDef): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc
    .tuple(...label.attributes.map((def) => orNull(attributeValue[def.kind](def)).map((value) => [def.id, value] as const)))
    .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== null)) as Record<string, string>);

const note = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.oneof(shortText, fc.constant('دو\nخط\tو "نقل"')) },
);

/** An Annotation that this Schema, text and these Entities allow. */
export const annotationOf = (schema: Schema, text: string, entities: readonly Entity[]): fc.Arbitrary<Annotation> =>
  fc.constantFrom(...schema.labels).chain((label) =>
    fc.record(
      {
        id: id('annotation'),
        label: fc.constant(label.id),
        spans: spansOf(text, label.discontinuous ? 3 : 1),
        attributes: attributesFor(label),
        entity: label.entity && entities.length > 0 ? orNull(fc.constantFrom(...entities.map((one) => one.id))) : fc.constant(null),
        note,
        flagged: fc.boolean(),
        origin: fc.constantFrom('manual', 'suggested-accepted', 'suggested-edited'),
      },
      { noNullPrototype: true },
    ),
  );

type Link = Omit<Relation, 'id' | 'attributes'>;

/** Every Relation that the Schema allows between these Annotations and Entities; those of one Label run backwards, so no circle closes. */
function allowedLinks(schema: Schema, annotations: readonly Annotation[], entities: readonly Entity[]): readonly Link[] {
  const targetsOf = (def: RelationDef, from: Annotation, index: number): readonly RelationTarget[] => [
    ...annotations
      .filter((to, place) => to !== from && def.to.includes(to.label) && (!def.sameLabel || (to.label === from.label && place < index)))
      .map(({ id: target }) => ({ kind: 'annotation', id: target }) as const),
    ...(def.toEntity ? entities.map(({ id: target }) => ({ kind: 'entity', id: target }) as const) : []),
  ];
  return schema.relations.flatMap((def) =>
    annotations.flatMap((from, index) =>
      def.from.includes(from.label) ? targetsOf(def, from, index).map((to) => ({ type: def.type, from: from.id, to })) : [],
    ),
  );
}

/** The Schema says nothing about them: they are kept as they came. */
const relationAttributes = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ comment: shortText, weight: fc.constantFrom('1', '0.5') }, { noNullPrototype: true }) },
);

export const relationsOf = (
  schema: Schema,
  annotations: readonly Annotation[],
  entities: readonly Entity[],
): fc.Arbitrary<readonly Relation[]> => {
  const links = allowedLinks(schema, annotations, entities);
  if (links.length === 0) return fc.constant([]);
  return fc
    .uniqueArray(fc.tuple(fc.nat(links.length - 1), id('relation'), relationAttributes), {
      maxLength: 6,
      comparator: ([one, a], [two, b]) => one === two || a === b,
    })
    .map((picked) => picked.map(([place, made, attributes]) => ({ id: made, ...(links[place] as Link), attributes })));
};

const override: fc.Arbitrary<Override> = fc.record(
  { reason: shortText.filter((words) => words.trim() !== ''), codes: fc.subarray(['E3.explicit', 'E4.promiser', 'E7.entity'], { minLength: 1 }) },
  { noNullPrototype: true },
);

/** A sound set of one Annotator on one Article, in order. */
export const annotationSet = (
  schema: Schema,
  { id: articleId, text }: Article,
  by: Annotator,
  entities: readonly Entity[],
): fc.Arbitrary<AnnotationSet> =>
  fc
    .tuple(
      id('set'),
      fc.constantFrom(...setRoles),
      fc.constantFrom(...setStatuses),
      orNull(override),
      fc.uniqueArray(annotationOf(schema, text, entities), { ...byId, maxLength: 7 }),
    )
    .chain(([set, role, status, against, annotations]) =>
      relationsOf(schema, annotations, entities).map((relations) =>
        ordered({ id: set, article: articleId, annotator: by.id, role, status, ...(against && { override: against }), annotations, relations }),
      ),
    );

/** A sound Dataset of this Schema: several Articles, Annotators and sets, with unused ones among them. Never quite empty. */
const reviewAct = (person: fc.Arbitrary<AnnotatorId>): fc.Arbitrary<ReviewAct> => {
  const noProto = { noNullPrototype: true };
  const set = id('set');
  const seal = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  const reason = shortText;
  const turn = fc.integer({ min: 1, max: 9 });
  return fc.oneof(
    fc.record({ kind: fc.constant('assigned' as const), annotator: person, name: shortText, round: shortText, blind: fc.boolean() }, noProto),
    fc.record({ kind: fc.constant('submitted' as const), set, seal, turn }, noProto),
    fc.record({ kind: fc.constantFrom('returned' as const, 'accepted' as const), set, seal, reason, turn }, noProto),
    fc.record({ kind: fc.constant('reopened' as const), set, reason, turn }, noProto),
    fc.record({ kind: fc.constantFrom('declined' as const, 'skipped' as const, 'abandoned' as const), annotator: person, reason, turn }, noProto),
    fc.record({ kind: fc.constant('taken-up' as const), place: id('annotator'), annotator: person }, noProto),
    fc.record({ kind: fc.constant('commented' as const), thread: orNull(id('event')), anchor, words: reason, blocking: fc.boolean() }, noProto),
    fc.record({ kind: fc.constant('resolved' as const), thread: id('event'), isResolved: fc.boolean(), turn: fc.nat(9) }, noProto),
    fc.record({ kind: fc.constant('asked' as const), anchor, question: reason }, noProto),
    fc.record({ kind: fc.constant('ruled' as const), number: fc.nat(9), question: orNull(id('event')), rule: reason, examples: fc.array(shortText, { maxLength: 2 }) }, noProto),
    fc.record({ kind: fc.constant('gold-sealed' as const), set, among: fc.array(set, { maxLength: 2 }), version: fc.nat(9), hash: seal }, noProto),
  );
};

const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  fc.constant({ kind: 'article' } as const),
  fc.record({ kind: fc.constant('annotation' as const), set: id('set'), annotation: id('annotation'), quote: shortText }, { noNullPrototype: true }),
  fc.record({ kind: fc.constant('relation' as const), set: id('set'), relation: id('relation'), quote: shortText }, { noNullPrototype: true }),
);

/** Something said of one of the Articles, or of the project. */
export const reviewEvent = ({ articles, annotators }: Pick<Dataset, 'articles' | 'annotators'>): fc.Arbitrary<ReviewEvent> => {
  const person = fc.constantFrom(...annotators.map((one) => one.id));
  return fc
    .tuple(id('event'), person, orNull(fc.constantFrom(...articles.map((one) => one.id))), instant, reviewAct(person))
    .map(([event, by, about, at, act]) => ({ id: event, by, article: about, at, ...act }));
};

export const datasetOf = (schema: Schema): fc.Arbitrary<Dataset> =>
  fc
    .record({
      articles: fc.uniqueArray(article, { comparator: (a, b) => a.id === b.id || a.text === b.text, minLength: 1, maxLength: 3 }),
      annotators: fc.uniqueArray(annotator, { ...byId, minLength: 1, maxLength: 2 }),
      entities: entitiesWithMerges,
    })
    .chain(({ articles, annotators, entities }) => {
      const places = articles.flatMap((one) => annotators.map((by) => ({ one, by })));
      return fc
        .subarray(places, { minLength: 1 })
        .chain((chosen) => fc.tuple(...chosen.map(({ one, by }) => annotationSet(schema, one, by, entities))))
        .filter((sets) => new Set(sets.map((set) => set.id)).size === sets.length)
        .map((sets) => normalised({ schema, articles, annotators, entities, sets }));
    });

export const dataset: fc.Arbitrary<Dataset> = anySchema.chain(datasetOf);
