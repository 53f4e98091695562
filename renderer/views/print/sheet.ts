import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { entityFinder } from '../../../shared/model/merged-entities.ts';
import { type Relation, type RelationTarget } from '../../../shared/model/relation.ts';
import { type Bilingual, type LabelDef, labelDef, type RelationDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { sourceStatus } from '../../../shared/model/source-status.ts';
import { type Direction, directionOf } from '../../../shared/text/direction.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { laneOf } from '../../editor/lanes.ts';

/** One set on one Article, as it is shown. */
export interface Labelled {
  readonly article: Article;
  readonly schema: Schema;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly entities: readonly Entity[];
  readonly directions: ParagraphDirections;
}

/** A stretch of text with the same labels all over; `lanes` from the text downwards, `null` where another one passes deeper. */
export interface Segment {
  readonly text: string;
  readonly lanes: readonly (LabelDef | null)[];
}

/** A label that begins in the paragraph. What has a row in the table has its number. */
export interface Badge {
  readonly label: LabelDef;
  readonly number: number | null;
}

export interface SheetParagraph {
  readonly direction: Direction;
  readonly badges: readonly Badge[];
  /** Joined they are the line, unaltered. */
  readonly segments: readonly Segment[];
}

/** What else a row is linked to; what has a row itself is called by its number. */
export interface Link {
  readonly relation: RelationDef;
  readonly words: string;
  readonly row: number | null;
}

export interface SheetRow {
  readonly number: number;
  readonly label: LabelDef;
  readonly words: string;
  /** Who it is by: what the first relation of its label leads to. */
  readonly source: readonly string[];
  /** Where that leads nowhere: what is said of a source that is not named; `null` where nothing is said. */
  readonly nobody: Bilingual | null;
  readonly links: readonly Link[];
}

/** What is put on paper, before it has a language or a look. */
export interface Sheet {
  readonly paragraphs: readonly SheetParagraph[];
  /** Labels that occur, in the Schema's order. */
  readonly legend: readonly LabelDef[];
  readonly rows: readonly SheetRow[];
}

const wordsOf = (text: string, { spans }: Annotation): string => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

export function sheetOf({ article, schema, annotations, relations, entities, directions }: Labelled): Sheet {
  const { text } = article;
  const numbers = new Map(annotations.filter(({ label }) => relationsFrom(schema, label).length > 0).map(({ id }, index) => [id, index + 1]));
  const lanes = laneOf(annotations.map(hull));
  const known = annotations.flatMap((annotation, index): readonly Marked[] => {
    const label = labelDef(schema, annotation.label);
    return label ? [{ annotation, label, lane: lanes[index] ?? 0, number: numbers.get(annotation.id) ?? null }] : [];
  });
  const used = new Set(known.map(({ label }) => label));
  const wordsOfTarget = targetWords(text, annotations, entities);
  return {
    paragraphs: paragraphs(text).map((line, index) => ({ ...paragraphOf(text, line, known), direction: directions[index] ?? directionOf(text.slice(line.start, line.end)) })),
    legend: schema.labels.filter((label) => used.has(label)),
    rows: known.flatMap(({ annotation, label, number }): readonly SheetRow[] => {
      if (number === null) return [];
      const defs = relationsFrom(schema, label.id);
      const links = relations
        .filter(({ from }) => from === annotation.id)
        .flatMap(({ type, to }) => {
          const relation = defs.find((def) => def.type === type);
          return relation ? [{ relation, words: wordsOfTarget(to), row: to.kind === 'annotation' ? (numbers.get(to.id) ?? null) : null }] : [];
        });
      const isSource = ({ relation }: Link): boolean => relation === defs[0];
      const source = links.filter(isSource).map(({ words }) => words);
      return [{
        number, label, words: wordsOf(text, annotation), source, nobody: source.length > 0 ? null : sourceStatus(label, annotation), links: links.filter((link) => !isSource(link)),
      }];
    }),
  };
}

interface Marked extends Badge {
  readonly annotation: Annotation;
  readonly lane: number;
}

function paragraphOf(text: string, line: Span, known: readonly Marked[]): Omit<SheetParagraph, 'direction'> {
  const here = known.flatMap((one) => one.annotation.spans.filter((span) => span.start < line.end && line.start < span.end).map((span) => ({ ...one, span })));
  const cuts = [line.start, line.end, ...here.flatMap(({ span }) => [span.start, span.end])].filter((cut) => line.start <= cut && cut <= line.end);
  const borders = [...new Set(cuts)].sort((a, b) => a - b);
  const segments = borders.slice(0, -1).map((start, index): Segment => {
    const end = borders[index + 1] ?? line.end;
    const over = here.filter(({ span }) => span.start <= start && end <= span.end);
    const depth = Math.max(0, ...over.map(({ lane }) => lane + 1));
    return { text: text.slice(start, end), lanes: Array.from({ length: depth }, (_, lane) => over.find((one) => one.lane === lane)?.label ?? null) };
  });
  const isBegun = ({ annotation }: Marked): boolean => line.start <= hull(annotation).start && hull(annotation).start < line.end;
  return { badges: known.filter(isBegun), segments };
}

/** Whom a mention stands for, with the words that name it; an Entity by its name. */
function targetWords(text: string, annotations: readonly Annotation[], entities: readonly Entity[]): (target: RelationTarget) => string {
  const find = entityFinder(entities);
  const byId = new Map<AnnotationId, Annotation>(annotations.map((one) => [one.id, one]));
  return (target) => {
    if (target.kind === 'entity') return find(target.id)?.name ?? '';
    const mention = byId.get(target.id);
    const words = mention ? wordsOf(text, mention) : '';
    const name = mention?.entity ? find(mention.entity)?.name : undefined;
    return name === undefined || name === words ? words : `${name} (${words})`;
  };
}
