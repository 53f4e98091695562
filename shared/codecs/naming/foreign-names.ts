import { type Annotation, hull } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type AnnotationId } from '../../model/id.ts';
import { labelDef, relationDef, type Schema } from '../../model/schema.ts';
import { type InContext, inContext } from '../../text/in-context.ts';
import { isLegalOffset } from '../../text/offsets.ts';
import { type NamePart, partKey } from './name-part.ts';

/** One place where a name stands, to know it by. */
export interface NameExample extends InContext {
  /** The value of an attribute, or the words that a relation leads to; empty for a label. */
  readonly said: string;
}

/** A name of a file that a Schema does not have. */
export interface ForeignName {
  readonly part: NamePart;
  readonly count: number;
  readonly example: NameExample;
  /** Somewhere it has several pieces, or stands for an Entity: what a new label would have to allow. Labels only. */
  readonly hasPieces: boolean;
  readonly hasEntity: boolean;
  /** Names of the labels that it joins, and whether it leads to an Entity somewhere: what a new relation would have to allow. Relations only. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly toEntity: boolean;
}

/** What a relation leads from and to; `to` is null for an Entity. */
interface Ends {
  readonly from: string;
  readonly to: string | null;
}

/** UTF-16 code units. */
const exampleContext = 24;
const longestExample = 80;

/** Every name in the Datasets that the Schema does not have, with how often it stands there: labels, relations, attributes; the most frequent first. */
export function foreignNames(datasets: readonly Dataset[], schema: Schema): readonly ForeignName[] {
  const met = new Map<string, { -readonly [Field in keyof ForeignName]: ForeignName[Field] }>();
  const meet = (part: NamePart, annotation: Annotation | undefined, example: () => NameExample, ends?: Ends): void => {
    const key = partKey(part);
    const known = met.get(key) ?? { part, count: 0, example: example(), hasPieces: false, hasEntity: false, from: [], to: [], toEntity: false };
    met.set(key, known);
    known.count++;
    known.hasPieces ||= (annotation?.spans.length ?? 0) > 1;
    known.hasEntity ||= annotation !== undefined && annotation.entity !== null;
    if (!ends) return;
    const { from, to } = ends;
    if (!known.from.includes(from)) known.from = [...known.from, from];
    if (to === null) known.toEntity = true;
    else if (!known.to.includes(to)) known.to = [...known.to, to];
  };
  for (const { articles, sets } of datasets) {
    const texts = new Map(articles.map(({ id, text }) => [id, text]));
    for (const set of sets) survey(set, texts.get(set.article) ?? '', schema, meet);
  }
  const order = ['label', 'relation', 'attribute'];
  return [...met.values()].sort((a, b) => order.indexOf(a.part.kind) - order.indexOf(b.part.kind) || b.count - a.count);
}

type Meet = (part: NamePart, annotation: Annotation | undefined, example: () => NameExample, ends?: Ends) => void;

function survey(set: AnnotationSet, text: string, schema: Schema, meet: Meet): void {
  const byId = new Map<AnnotationId, Annotation>(set.annotations.map((one) => [one.id, one]));
  for (const annotation of set.annotations) {
    const def = labelDef(schema, annotation.label);
    if (!def) meet({ kind: 'label', name: annotation.label }, annotation, () => exampleOf(text, annotation));
    for (const [name, value] of Object.entries(annotation.attributes))
      if (!def?.attributes.some(({ id }) => id === name))
        meet({ kind: 'attribute', label: annotation.label, name }, undefined, () => exampleOf(text, annotation, value));
  }
  for (const { type, from, to } of set.relations) {
    if (relationDef(schema, type)) continue;
    const [source, target] = [byId.get(from), to.kind === 'annotation' ? byId.get(to.id) : undefined];
    const ends = source && { from: source.label, to: target?.label ?? null };
    meet({ kind: 'relation', name: type }, undefined, () => exampleOf(text, source, target ? wordsOf(text, target) : to.id), ends);
  }
}

function wordsOf(text: string, annotation: Annotation): string {
  const { start, end } = hull(annotation);
  return cut(text.slice(start, end));
}

function exampleOf(text: string, annotation: Annotation | undefined, said = ''): NameExample {
  const place = annotation ? inContext(text, hull(annotation), exampleContext) : { before: '', marked: '', after: '' };
  return { ...place, marked: cut(place.marked), said: cut(said) };
}

const cut = (words: string): string =>
  words.length <= longestExample ? words : `${words.slice(0, isLegalOffset(words, longestExample) ? longestExample : longestExample - 1)}…`;
