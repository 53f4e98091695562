import { type Finding, type FindingCode } from '../../../shared/checks/finding.ts';
import { checkTask } from '../../../shared/checks/check-task.ts';
import { type Annotation, compareAnnotations } from '../../../shared/model/annotation.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId, type LabelId, makeId, type RelationId, type RelationType } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

/** Words, or offsets where no words are: spans that no hand could make. */
type Piece = string | readonly [start: number, end: number];
/** `[id, label, words, more]`; several pieces are several in a list. Ids that begin with `e` are Entities. */
export type Mark = readonly [id: string, label: string, words: string | readonly Piece[], more?: Partial<Pick<Annotation, 'attributes'>> & { readonly entity?: string }];
export type Link = readonly [type: string, from: string, to: string];

/** A small annotated article, as one would write it on paper. */
export interface Sketch {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly links?: readonly Link[];
  /** Names of `e1`, `e2` … */
  readonly entities?: readonly string[];
  readonly schema?: Schema;
  /** What the Article says of its text, where it lies. */
  readonly claimed?: string;
}

function spanOf(text: string, words: Piece): Span {
  if (typeof words !== 'string') return span(...words);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return span(start, start + words.length);
}

function annotationOf(text: string, [id, label, words, more = {}]: Mark): Annotation {
  const { attributes = {}, entity } = more;
  const spans = (typeof words === 'string' ? [words] : words).map((one) => spanOf(text, one));
  return { id: id as AnnotationId, label: label as LabelId, spans, attributes, entity: (entity ?? null) as EntityId | null, note: '', flagged: false, origin: 'manual' };
}

const relationOf = ([type, from, to]: Link, index: number): Relation => ({
  id: `r${index}` as RelationId,
  type: type as RelationType,
  from: from as AnnotationId,
  to: /^e\d/.test(to) ? { kind: 'entity', id: to as EntityId } : { kind: 'annotation', id: to as AnnotationId },
  attributes: {},
});

const entityOf = (name: string, index: number): Entity => ({
  id: `e${index + 1}` as EntityId, name, kind: 'person', aliases: [], offices: [], note: '',
});

export const articleOf = (text: string, claimed = text): Article => ({
  id: makeId('article', 'one'), title: '', text, fingerprint: fingerprint(claimed), language: 'fa', group: null, source: unknownSource, added: '', extra: {},
});

export function sketched({ text, marks = [], links = [], entities = [], claimed = text }: Sketch) {
  const annotations = marks.map((mark) => annotationOf(text, mark)).sort(compareAnnotations);
  return { article: articleOf(text, claimed), set: { annotations, relations: links.map(relationOf) }, entities: entities.map(entityOf) };
}

export function findingsOf(sketch: Sketch): readonly Finding[] {
  const { article, set, entities } = sketched(sketch);
  return checkTask(article, set, entities, sketch.schema ?? seedSchema);
}

/** `code id id`, in the order in which they are shown. */
export const inShort = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, annotations }) => [code, ...annotations].join(' '));

export const ofRule = (findings: readonly Finding[], rule: string): readonly FindingCode[] =>
  findings.map(({ code }) => code).filter((code) => code.startsWith(`${rule}.`));
