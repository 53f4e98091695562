import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { freeId } from '../../model/derived-id.ts';
import { type AnnotationId, isId, type LabelId, type RelationType } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { at, type Place, problem } from '../../result.ts';
import { type Span } from '../../text/offsets.ts';
import { assembly, type Assembly, schemaNamed } from '../assembly.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { continuationType, tiedPieces } from '../continuation.ts';
import { type Findings, findings } from '../findings.ts';
import { type ForeignText, readForeignText } from '../foreign-text.ts';
import { isJsonObject } from '../json.ts';
import { annotatorFrom, articleFrom, articleShape, headFrom, headShape, isTextOf } from '../luggage.ts';
import { type JsonLine, readLines } from '../native/read-lines.ts';
import { numberedRelations } from '../numbered-relations.ts';
import { type OffsetUnit, spanIn, unitMap } from '../offset-unit.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { shapeProblems } from '../shape-problems.ts';
import { judgeUnits, unitsAgree } from '../unit-judgement.ts';
import { unitQuestion } from '../unit-question.ts';
import { lineShape, relationShape, type RelationRecord, type SpanRecord, spanShape, unitShape } from './record.ts';

/** A line with its text and its marks, as far as they have the right shape. */
interface Read {
  readonly place: Place;
  readonly text: ForeignText;
  readonly spans: readonly SpanRecord[];
  readonly relations: readonly RelationRecord[];
  /** What else stands on the line. */
  readonly others: JsonLine['value'];
}

/** Reads lines of either kind of project. `unit` is what their offsets count when neither they nor the context say. */
export const decodeDoccano = (unit: OffsetUnit | null) => (files: readonly NamedBytes[], context: DecodeContext): Decoded => {
  const found = findings();
  const lines = files.flatMap((file) => readLines(file, found)).flatMap((line) => readLine(line, found));
  const schema = schemaNamed(lines.map(ownArticle).find((one) => one !== null)?.schema ?? null, context, lines[0]?.place ?? {}, found);
  const unitOf = unitChooser(lines, context.offsetUnit ?? null, unit, found);
  const gathered = assembly(found);
  for (const line of lines) take(line, unitOf(line), { schema, context, gathered, found });
  return { dataset: gathered.dataset(schema), problems: found.all() };
};

const knownFields: ReadonlySet<string> = new Set([...Object.keys(lineShape.shape), 'id']);

function readLine({ place, value }: JsonLine, found: Findings): readonly Read[] {
  const parsed = lineShape.safeParse(value);
  if (!parsed.success) {
    found.add(...at(place, shapeProblems(parsed.error, value)));
    return [];
  }
  const text = readForeignText(parsed.data.text, place);
  if (!text.ok) {
    found.add(...text.problems);
    return [];
  }
  found.add(...text.value.warnings);
  const { label, labels, entities, relations } = parsed.data;
  const others = Object.fromEntries(Object.entries(value).filter(([name]) => name === 'naql' || !knownFields.has(name)));
  return [{
    place,
    text: text.value,
    spans: sound(spanShape, entities ?? label ?? labels ?? [], place, found),
    relations: sound(relationShape, relations, place, found),
    others,
  }];
}

type MarkShape = typeof spanShape | typeof relationShape;

function sound<Shape extends MarkShape>(shape: Shape, values: readonly unknown[], place: Place, found: Findings) {
  return values.flatMap((value, index): readonly ReturnType<Shape['parse']>[] => {
    const parsed = shape.safeParse(value);
    if (parsed.success) return [parsed.data as ReturnType<Shape['parse']>];
    found.add(...at({ ...place, record: String(index) }, shapeProblems(parsed.error, value)));
    return [];
  });
}

function ownArticle({ others }: Read) {
  const parsed = articleShape.safeParse(others['naql']);
  return parsed.success ? parsed.data : null;
}

const ownUnit = ({ others }: Read): OffsetUnit | null => unitShape.safeParse(others['naql']).data?.offset_unit ?? null;

/** `null` for a line on which the units differ and nobody can say which one is meant. */
type UnitOf = (line: Read) => OffsetUnit | null;

function unitChooser(lines: readonly Read[], answer: OffsetUnit | null, fallback: OffsetUnit | null, found: Findings): UnitOf {
  const told = (line: Read): OffsetUnit | null => ownUnit(line) ?? answer ?? fallback;
  const caseOf = ({ text, spans }: Read) => ({ text: text.raw, spans });
  const silent = lines.filter((line) => ownUnit(line) === null && (answer !== null || fallback === null));
  const judgement = judgeUnits(silent.map(caseOf));
  if (judgement.verdict !== 'same') {
    const first = silent.find((line) => !unitsAgree(caseOf(line)));
    found.add(unitQuestion(judgement, { file: first?.place.file ?? '' }, answer));
  }
  return (line) => told(line) ?? (judgement.verdict === 'unclear' && !unitsAgree(caseOf(line)) ? null : judgement.unit);
}

interface Desk {
  readonly schema: Schema;
  readonly context: DecodeContext;
  readonly gathered: Assembly;
  readonly found: Findings;
}

function take(line: Read, unit: OffsetUnit | null, desk: Desk): void {
  const { gathered, context } = desk;
  const article = articleOf(line, desk);
  const place = { ...line.place, record: article.id };
  if (!gathered.addArticle(article, place) || unit === null) return;
  const head = headShape.safeParse(isJsonObject(line.others['naql']) ? line.others['naql']['head'] : undefined);
  // An Article of ours without a head was looked at by nobody.
  if (!head.success && line.spans.length === 0) return;
  const annotator = head.success ? annotatorFrom(head.data.annotator) : (context.annotator ?? unnamedAnnotator);
  gathered.addAnnotator(annotator, place);
  const of = head.success ? headFrom(head.data, article.id) : unnamedHead(article.id, annotator.id);
  gathered.addSet(setOf(line, unit, of, desk), line.place);
}

function articleOf(line: Read, { context, found }: Desk): Article {
  const own = ownArticle(line);
  const { text } = line.text;
  if (own && isTextOf(own, text)) return articleFrom(own, text);
  if (own) found.add(problem('text-altered', { ...line.place, record: own.doc_id }, { id: own.doc_id }, 'warning'));
  const { naql: _, ...extra } = line.others;
  return { ...articleFromText(text, { file: line.place.file ?? null, added: context.now }), extra };
}

function setOf({ text, spans, relations, place }: Read, unit: OffsetUnit, head: SetHead, { schema, found }: Desk): AnnotationSet {
  const units = unitMap(text.raw, unit);
  const pieces = new Map<string, Annotation>();
  for (const [index, { id, start, end, label }] of spans.entries()) {
    const name = id ?? String(index);
    const here = { ...place, record: name };
    const span = spanIn(units, start, end);
    if (!span) found.add(problem('span-outside-text', here, { start, end, length: units.length }));
    else if (pieces.has(name)) found.add(problem('id-twice', here, { id: name }));
    else pieces.set(name, annotationOf(name, label, text.moved(span)));
  }
  const continuation = continuationType(schema);
  const ties = relations.filter(({ type }) => type === continuation).map(({ from_id: from, to_id: to }) => ({ from, to }));
  const { annotations, ownerOf } = tiedPieces(pieces, ties, place, found);
  const idOf = annotationIds(annotations);
  const links = relations.filter(({ type }) => type !== continuation).flatMap(({ from_id: first, to_id: second, type }) => {
    const [from, to] = [idOf.get(ownerOf.get(first) ?? ''), idOf.get(ownerOf.get(second) ?? '')];
    if (from && to) return [{ id: undefined, type: type as RelationType, from, to: { kind: 'annotation', id: to } as const, attributes: {} }];
    found.add(problem('relation-end-missing', { ...place, record: first }, { id: from ? second : first }));
    return [];
  });
  const renamed = annotations.map((one) => ({ ...one, id: idOf.get(one.id) as AnnotationId }));
  return { ...head, annotations: renamed, relations: numberedRelations(links) };
}

const annotationOf = (id: string, label: string, span: Span): Annotation => ({
  id: id as AnnotationId, label: label as LabelId, spans: [span], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
});

/** Numbers are unique within a line only; `e` before them makes an id that nobody takes for a number. */
function annotationIds(annotations: readonly Annotation[]): ReadonlyMap<string, AnnotationId> {
  const taken = new Set<string>();
  return new Map(
    annotations.map(({ id: name }, index) => {
      const id = freeId(isId(`e${name}`) ? `e${name}` : `e${index}`, (candidate) => taken.has(candidate));
      taken.add(id);
      return [name, id as AnnotationId];
    }),
  );
}
