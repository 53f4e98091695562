import { canonicalJson } from '../../canonical-json.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { attributeKinds, hasChoices } from '../../model/attribute-kinds.ts';
import { type Article } from '../../model/article.ts';
import { type Dataset, normalised } from '../../model/dataset.ts';
import { type AnnotationId, type EntityId, type LabelId } from '../../model/id.ts';
import { choiceMeant } from '../../model/named-parts.ts';
import { type Relation } from '../../model/relation.ts';
import { type AttributeDef, type Bilingual, labelDef, type LabelDef, type Schema } from '../../model/schema.ts';
import { at, type Place, problem, type Problem } from '../../result.ts';
import { type Findings, findings } from '../findings.ts';
import { soundSet } from '../sound-set.ts';
import { type Meaning, type Meanings, meanings } from './meanings.ts';
import { type NameChoices, type NamePart, partKey } from './name-part.ts';

/** What became of the records of one kind: every one is counted once. */
export interface Fate {
  readonly kept: number;
  /** By the choice of whoever was asked, or with something that was. */
  readonly leftOut: number;
  /** What the Schema does not allow under its new name; each is an error among the Problems. */
  readonly refused: number;
}

export interface Translated {
  readonly dataset: Dataset;
  readonly annotations: Fate;
  readonly relations: Fate;
  /** Values of attributes of the Annotations that were kept. */
  readonly attributes: Fate;
  /** Warnings that say which name was read as which and what was left out, with counts; errors for what was refused. */
  readonly problems: readonly Problem[];
}

/**
 * A Dataset in the names of another Schema: each name as itself, as it was chosen, or as it is known (`meanings.ts`). Nothing goes without a
 * word: what comes in is kept, left out, or refused. A Dataset that already speaks this Schema's names comes back as it is, under this Schema.
 */
export function translated(dataset: Dataset, schema: Schema, choices: NameChoices, place: Place = {}): Translated {
  if (canonicalJson(dataset.schema) === canonicalJson(schema)) return untouched(dataset);
  const book = bookkeeping();
  const found = findings();
  const articles = new Map(dataset.articles.map((article) => [article.id, article]));
  const entities = new Set(dataset.entities.map(({ id }) => id));
  const desk: Desk = { schema, means: meanings(schema, choices), book, found, entities, place };
  const sets = dataset.sets.map((set) => {
    const article = articles.get(set.article);
    if (!article) throw new Error(`set ${set.id} lies on article ${set.article}, which is not in its dataset`);
    return translatedSet(set, article, desk);
  });
  return {
    dataset: normalised({ ...dataset, schema, sets }),
    annotations: book.annotations,
    relations: book.relations,
    attributes: book.attributes,
    problems: [...at(place, book.told(schema)), ...found.all()],
  };
}

const noFate: Fate = { kept: 0, leftOut: 0, refused: 0 };

/** What was read under this very Schema has no other names in it. */
function untouched(dataset: Dataset): Translated {
  const annotations = dataset.sets.flatMap((set) => set.annotations);
  const kept = (count: number): Fate => ({ ...noFate, kept: count });
  return {
    dataset,
    annotations: kept(annotations.length),
    relations: kept(dataset.sets.reduce((sum, set) => sum + set.relations.length, 0)),
    attributes: kept(annotations.reduce((sum, one) => sum + Object.keys(one.attributes).length, 0)),
    problems: [],
  };
}

interface Desk {
  readonly schema: Schema;
  readonly means: Meanings;
  readonly book: Bookkeeping;
  readonly found: Findings;
  readonly entities: ReadonlySet<EntityId>;
  readonly place: Place;
}

function translatedSet(set: AnnotationSet, article: Article, desk: Desk): AnnotationSet {
  const { schema, means, book, found, entities, place } = desk;
  const annotations = set.annotations.flatMap((one) => annotationNow(one, desk));
  const there = new Set<AnnotationId>(annotations.map(({ id }) => id));
  const relations = set.relations.flatMap((one): readonly Relation[] => {
    const type = book.understood({ kind: 'relation', name: one.type }, means.relation(one.type));
    const isWhole = there.has(one.from) && (one.to.kind === 'entity' || there.has(one.to.id));
    if (type !== null && isWhole) return [{ ...one, type }];
    if (type !== null) book.looseEnd();
    book.relations.leftOut++;
    return [];
  });
  const now = soundSet({ ...set, annotations, relations }, { schema, article, entities, place }, found);
  book.annotations.kept += now.annotations.length;
  book.annotations.refused += annotations.length - now.annotations.length;
  book.relations.kept += now.relations.length;
  book.relations.refused += relations.length - now.relations.length;
  const kept = new Set(now.annotations.map(({ id }) => id));
  for (const { id, attributes } of annotations) book.attributes[kept.has(id) ? 'kept' : 'refused'] += Object.keys(attributes).length;
  return now;
}

/** None where its label is left out. */
function annotationNow(one: Annotation, desk: Desk): readonly Annotation[] {
  const { schema, means, book } = desk;
  const id = book.understood({ kind: 'label', name: one.label }, means.label(one.label));
  const def = id === null ? undefined : labelDef(schema, id);
  if (!def) {
    book.annotations.leftOut++;
    book.attributes.leftOut += Object.keys(one.attributes).length;
    return [];
  }
  const attributes = attributesNow(one, def, desk);
  const hasEntity = one.entity === null || def.entity;
  if (!hasEntity) book.entity(def.id);
  return [{ ...one, label: def.id, entity: hasEntity ? one.entity : null, attributes }];
}

function attributesNow({ label, attributes }: Annotation, def: LabelDef, { means, book }: Desk): Annotation['attributes'] {
  const now = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    const id = book.understood({ kind: 'attribute', label, name }, means.attribute(label, name, def));
    const attribute = def.attributes.find((one) => one.id === id);
    const read = attribute ? valueMeant(attribute, value) : null;
    if (attribute && read !== null && !now.has(attribute.id)) now.set(attribute.id, read);
    else {
      book.attributes.leftOut++;
      if (attribute) book.value(attribute.id, value);
    }
  }
  return Object.fromEntries(now);
}

function valueMeant(attribute: AttributeDef, value: string): string | null {
  const isValid = (one: string): boolean => attributeKinds[attribute.kind].isValid(attribute, one);
  if (isValid(value)) return value;
  return hasChoices(attribute.kind) ? choiceMeant(attribute, value) : null;
}

type Count = { -readonly [Name in keyof Fate]: Fate[Name] };

interface Bookkeeping {
  readonly annotations: Count;
  readonly relations: Count;
  readonly attributes: Count;
  /** Notes what a name was taken for; `null` where it is left out. */
  readonly understood: <Id extends string>(part: NamePart, meaning: Meaning<Id>) => Id | null;
  /** A relation went with an Annotation that was left out. */
  readonly looseEnd: () => void;
  readonly entity: (label: LabelId) => void;
  readonly value: (attribute: string, value: string) => void;
  readonly told: (schema: Schema) => readonly Problem[];
}

function bookkeeping(): Bookkeeping {
  const count = (): Count => ({ ...noFate });
  const names = new Map<string, { readonly part: NamePart; readonly meaning: Meaning<string>; count: number }>();
  const others = new Map<string, { readonly code: string; readonly values: Problem['values']; count: number }>();
  const note = (code: string, values: Problem['values']): void => {
    const key = JSON.stringify([code, values]);
    const entry = others.get(key) ?? { code, values, count: 0 };
    entry.count++;
    others.set(key, entry);
  };
  return {
    annotations: count(),
    relations: count(),
    attributes: count(),
    understood(part, meaning) {
      if (meaning.kind === 'id' && meaning.id === part.name) return meaning.id;
      const key = partKey(part);
      const entry = names.get(key) ?? { part, meaning, count: 0 };
      entry.count++;
      names.set(key, entry);
      return meaning.kind === 'id' ? meaning.id : null;
    },
    looseEnd: () => note('relations-left-out', {}),
    entity: (label) => note('entities-left-out', { label }),
    value: (attribute, value) => note('attribute-values-left-out', { attribute, value: value.slice(0, 60) }),
    told: (schema) => [
      ...[...names.values()].map((one) => nameProblem(one, schema)),
      ...[...others.values()].map(({ code, values, count: times }) => problem(code, {}, { ...values, count: times }, 'warning')),
    ],
  };
}

interface NameFate {
  readonly part: NamePart;
  readonly meaning: Meaning<string>;
  readonly count: number;
}

function nameProblem({ part, meaning, count }: NameFate, schema: Schema): Problem {
  const values = { kind: part.kind, name: part.name, count };
  if (meaning.kind !== 'id') return problem('name-left-out', {}, values, meaning.kind === 'left-out' ? 'warning' : 'error');
  const { fa, en } = nameOf(part, meaning.id, schema);
  return problem('name-read-as', {}, { ...values, to: meaning.id, to_fa: fa, to_en: en }, 'warning');
}

/** What people call it; attributes of one id are called alike. */
function nameOf({ kind }: NamePart, id: string, { labels, relations }: Schema): Bilingual {
  const named = {
    label: () => labels.find((one) => one.id === id),
    relation: () => relations.find(({ type }) => type === id),
    attribute: () => labels.flatMap(({ attributes }) => attributes).find((one) => one.id === id),
  };
  return named[kind]()?.name ?? { fa: id, en: id };
}
