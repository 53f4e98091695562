import { canonicalJson } from '../../canonical-json.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { type Entity } from '../../model/entity.ts';
import { withMergeTargets } from '../../model/merged-entities.ts';
import { entitiesOf } from '../../model/references.ts';
import { type Relation } from '../../model/relation.ts';
import { type Schema } from '../../model/schema.ts';
import { type Span, span } from '../../text/offsets.ts';
import { sentences, tokens } from '../../text/segment.ts';
import { continuationType } from '../continuation.ts';
import { articleRecord, entityRecord, headRecord } from '../luggage.ts';
import { jsonInXml, xmlLegal } from '../xml-text.ts';
import { type FeatureValue, initialView, type Reference, sofaId, sofaType, type WrittenCas, type WrittenStructure } from './cas.ts';
import { featureOfAttribute } from './feature-name.ts';
import {
  articleType, documentType, entityLinkType, entityType, linkType, markType, sentenceType, setType, tokenType,
} from './type-system.ts';

type Features = Readonly<Record<string, FeatureValue | null>>;

/** The feature structures made so far. */
interface Builder {
  readonly add: (type: string, features: Features) => Reference;
  /** The same over a place in the text. */
  readonly annotate: (type: string, place: Span, features: Features) => Reference;
  readonly all: readonly WrittenStructure[];
}

function builder(firstId: number): Builder {
  const all: WrittenStructure[] = [];
  const put = (type: string, place: Span | null, features: Features): Reference => {
    const id = firstId + all.length;
    all.push({ id, type, place, features: saidOf(features) });
    return { reference: id };
  };
  return { add: (type, features) => put(type, null, features), annotate: put, all };
}

const saidOf = (features: Features): WrittenStructure['features'] =>
  Object.entries(features).filter((one): one is [string, FeatureValue] => one[1] !== null);

/** Of one Article, who and what its sets name. */
export interface Company {
  readonly schema: Schema;
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
}

/** One CAS: an Article with one set, or with none. Its offsets are UTF-16 code units, as ours are. */
export function buildCas(article: Article, set: AnnotationSet | null, company: Company): WrittenCas {
  const { text } = article;
  const head = builder(sofaId);
  head.add(sofaType, { sofaNum: 1, sofaID: initialView, mimeType: 'text', sofaString: text });
  head.annotate(documentType, span(0, text.length), { language: xmlLegal(article.language) });
  head.add(articleType, { id: article.id, title: xmlLegal(article.title), details: json(articleRecord(article, company.schema)) });
  const [whole, words] = [sentences(text), tokens(text)];
  const firstSentence = sofaId + head.all.length;
  const firstToken = firstSentence + whole.length;
  const marks = builder(firstToken + words.length);
  if (set) addSet(marks, set, company);
  return {
    head: head.all,
    segments: [{ type: sentenceType, firstId: firstSentence, places: whole }, { type: tokenType, firstId: firstToken, places: words }],
    marks: marks.all,
  };
}

const json = (record: object): string => jsonInXml(JSON.stringify(record));

function addSet(cas: Builder, set: AnnotationSet, { schema, annotators, entities }: Company): void {
  cas.add(setType, { id: set.id, annotator: set.annotator, role: set.role, details: json(headRecord(set, annotators)) });
  const named = withMergeTargets(entities, entitiesOf(set));
  const entityOf = new Map<string, Reference>();
  for (const one of entities.filter(({ id }) => named.has(id)))
    entityOf.set(one.id, cas.add(entityType, { id: one.id, name: xmlLegal(one.name), details: json(entityRecord(one)) }));
  const pieces = new Map<string, { readonly first: Reference; readonly place: Span }>();
  const continuation = continuationType(schema);
  for (const one of set.annotations) {
    const marks = one.spans.map((place, index) => ({ place, mark: cas.annotate(markType, place, featuresOf(one, index, entityOf)) }));
    for (const [index, { place, mark }] of marks.entries()) {
      const before = marks[index - 1];
      if (before) cas.annotate(linkType, place, { Governor: before.mark, Dependent: mark, label: continuation });
      else pieces.set(one.id, { first: mark, place });
    }
  }
  for (const relation of set.relations) addRelation(cas, relation, pieces, entityOf);
}

function featuresOf(annotation: Annotation, piece: number, entityOf: ReadonlyMap<string, Reference>): Features {
  const { id, label, spans, attributes, entity, note, flagged, origin } = annotation;
  const own = Object.entries(attributes).map(([name, value]) => [featureOfAttribute(name), value] as const);
  return {
    id,
    label,
    part: spans.length > 1 ? `${piece + 1}/${spans.length}` : null,
    entity: entity === null ? null : there(entityOf.get(entity), entity),
    note: note === '' ? null : note,
    flagged,
    origin,
    ...Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

type Pieces = ReadonlyMap<string, { readonly first: Reference; readonly place: Span }>;

/** Relations hang on the first pieces. One to an Annotation lies over what it points at. */
function addRelation(cas: Builder, { id, type, from, to, attributes }: Relation, pieces: Pieces, entityOf: ReadonlyMap<string, Reference>): void {
  const more = Object.keys(attributes).length === 0 ? null : jsonInXml(canonicalJson(attributes));
  const Governor = there(pieces.get(from), from).first;
  const common = { id, label: type, attributes: more };
  if (to.kind === 'entity') cas.add(entityLinkType, { Governor, entity: there(entityOf.get(to.id), to.id), ...common });
  else {
    const { first: Dependent, place } = there(pieces.get(to.id), to.id);
    cas.annotate(linkType, place, { Governor, Dependent, ...common });
  }
}

function there<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`record ${id} is referred to and not there`);
  return found;
}
