import { type JsonObject } from '../../canonical-json.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type SetHead } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type AnnotationId, type AnnotatorId, type EntityId, isId, type LabelId, makeId, type RelationType } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { at, type Place, problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Span } from '../../text/offsets.ts';
import { allowedAttributes } from '../allowed-attributes.ts';
import { assembly, type Assembly, schemaNamed } from '../assembly.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { isJsonObject } from '../json.ts';
import { numberedRelations, type UnnumberedRelation } from '../numbered-relations.ts';
import { type OffsetUnit } from '../offset-unit.ts';
import { readJson } from '../read-json.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { type SilentCase, silentUnit, textUnits } from '../silent-unit.ts';
import { type UnitCase } from '../unit-judgement.ts';
import { partsOf } from './iri.ts';
import { iriOf, listOf, type Said, saidBy, type SelectorReader, selectorReader, silentPlace, type Target, targetsOf } from './read-annotation.ts';
import { isArticles, isText, readSources, type Source, type Sources } from './sources.ts';

/** A set that is still growing. */
interface Growing {
  readonly head: SetHead;
  readonly place: Place;
  readonly annotations: Annotation[];
  readonly relations: UnnumberedRelation[];
}

interface Desk {
  readonly schema: Schema;
  readonly context: DecodeContext;
  readonly gathered: Assembly;
  readonly sources: Sources;
  readonly found: Findings;
  /** What positions without a quotation count in texts of others; `null` when nobody can say. */
  readonly silent: OffsetUnit | null;
  readonly sets: Map<string, Growing>;
  readonly readers: Map<Source, SelectorReader>;
  /** Annotations by the IRI that relations name them by. */
  readonly byIri: Map<string, { readonly set: Growing; readonly id: AnnotationId }>;
  readonly inUtf16: Map<string, number>;
}

/** Reads annotations over the texts that stand beside them; relations between annotations may stand in any of the files. */
export function decodeW3c(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const gathered = assembly(found);
  const sources = readSources(files, context.now, gathered, found);
  const main = files.filter((file) => !isArticles(file) && !isText(file));
  const objects = main.flatMap((file) => {
    const value = readJson(file, found);
    const own = value === undefined ? [] : annotationsIn(value);
    return own.map((object, index) => ({ object, place: { file: file.name, field: String(index) } }));
  });
  const schema = schemaNamed(sources.schema, context, sources.all[0]?.place ?? {}, found);
  const silent = silentUnit(silentCases(objects, sources), textUnits, context.offsetUnit, found);
  const desk: Desk = { schema, context, gathered, sources, found, silent, sets: new Map(), readers: new Map(), byIri: new Map(), inUtf16: new Map() };
  for (const { heads, place } of sources.all) for (const head of heads) growing(head, place, desk);
  const isRelation = ({ object }: (typeof objects)[number]): boolean => targetsOf(object).every(({ selectors }) => selectors.length === 0);
  for (const { object, place } of objects.filter((one) => !isRelation(one))) readAnnotation(object, place, desk);
  for (const { object, place } of objects.filter(isRelation)) readRelation(object, place, desk);
  for (const { head, annotations, relations, place } of desk.sets.values())
    gathered.addSet({ ...head, annotations, relations: numberedRelations(relations) }, place);
  for (const [file, count] of desk.inUtf16) found.add(problem('offsets-in-utf16', { file }, { count }, 'warning'));
  const dataset = gathered.dataset(schema);
  if (dataset === null && found.all().length === 0) found.add(...files.map(({ name }) => problem('file-empty', { file: name })));
  return { dataset, problems: found.all() };
}

interface Placed {
  readonly object: JsonObject;
  readonly place: Place;
}

/** Positions without a quotation, text by text. Where the texts are ours they count code points, as we say. */
function silentCases(objects: readonly Placed[], sources: Sources): readonly SilentCase[] {
  const cases = new Map<Source, { readonly place: Place; readonly spans: UnitCase['spans'][number][] }>();
  for (const { object, place } of objects) {
    for (const target of targetsOf(object)) {
      const [source, span] = [sources.find(target.source), silentPlace(target)];
      if (!source || source.isOurs || !span) continue;
      const there = cases.get(source);
      if (there) there.spans.push(span);
      else cases.set(source, { place, spans: [span] });
    }
  }
  return [...cases].map(([{ text }, { place, spans }]) => ({ text: text.raw, spans, place }));
}

/** An annotation alone, an array, a page or collection of them, or a graph. */
function annotationsIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  if (!isJsonObject(value)) return [];
  const inside: unknown = value['items'] ?? value['@graph'] ?? value['first'];
  return Array.isArray(inside) || isJsonObject(inside) ? annotationsIn(inside) : [value];
}

function growing(head: SetHead, place: Place, { sets, found }: Desk): Growing {
  const there = sets.get(head.id);
  if (there && there.head.article !== head.article) found.add(problem('set-twice', { ...place, record: head.id }, { id: head.id }));
  if (there) return there;
  const made: Growing = { head, place, annotations: [], relations: [] };
  sets.set(head.id, made);
  return made;
}

function readAnnotation(object: JsonObject, place: Place, desk: Desk): void {
  const { found, byIri } = desk;
  const name = iriOf(object);
  const here = { ...place, record: name ?? place.field ?? '' };
  const targets = targetsOf(object);
  const source = desk.sources.find(targets[0]?.source ?? null);
  if (!source || targets.some((target) => desk.sources.find(target.source) !== source))
    return found.add(problem('source-missing', here, { source: targets.find((target) => !desk.sources.find(target.source))?.source ?? '' }));
  const spans = spansOf(targets, source, here, desk);
  if (!spans) return;
  const said = saidBy(object);
  if (said.tags.length === 0) return found.add(problem('region-without-label', here));
  const set = setOf(object, name, source, place, desk);
  const own = name === null ? null : partsOf('anno', name);
  const given = own?.length === 3 && isId(own[2]) ? own[2] : name;
  for (const [index, label] of said.tags.entries()) {
    const base = isId(given) ? given : `anno-${set.annotations.length + 1}`;
    const id = (index === 0 ? base : `${base.slice(0, 60)}~${label.slice(0, 60)}`) as AnnotationId;
    set.annotations.push(annotationOf(id, label as LabelId, spans, said, here, desk));
    if (name !== null && index === 0) byIri.set(name, { set, id });
  }
}

/** In text order; `null`, with Problems, when one of them is nowhere: half a quotation would be another one. */
function spansOf(targets: readonly Target[], source: Source, place: Place, { readers, found, inUtf16, silent }: Desk): readonly Span[] | null {
  const reader = readers.get(source) ?? selectorReader(source.text, source.isOurs ? 'code-point' : silent);
  readers.set(source, reader);
  const spans = targets.map(({ selectors }) => reader.spanOf(selectors));
  for (const one of spans) if (!one.ok) found.add(...at(place, one.problems));
  const sound = spans.flatMap((one) => (one.ok ? [one.value] : []));
  if (sound.length < spans.length) return null;
  const { file = '' } = place;
  if (sound.some(({ unit }) => unit === 'utf-16')) inUtf16.set(file, (inUtf16.get(file) ?? 0) + 1);
  return sound.map(({ span }) => span).sort((a, b) => a.start - b.start);
}

/** The set that an IRI of ours names; for others, the one of its creator on this Article. */
function setOf(object: JsonObject, name: string | null, source: Source, place: Place, desk: Desk): Growing {
  const set = name === null ? undefined : partsOf('anno', name)?.[1];
  const head = source.heads.find(({ id }) => id === set);
  if (head) return growing(head, source.place, desk);
  const annotator = annotatorOf(object, desk.context);
  desk.gathered.addAnnotator(annotator, place);
  return growing(unnamedHead(source.article.id, annotator.id), place, desk);
}

function annotatorOf({ creator }: JsonObject, { annotator }: DecodeContext): Annotator {
  const [first] = listOf(creator);
  const address = iriOf(first);
  const named = isJsonObject(first) ? (first['name'] ?? first['nickname']) : undefined;
  const name = typeof named === 'string' && named.trim() !== '' ? named : address;
  if (name === null) return annotator ?? unnamedAnnotator;
  const isMachine = isJsonObject(first) && listOf(first['type']).includes('Software');
  const [own] = partsOf('annotator', address ?? '') ?? [];
  const id = isId(own) ? (own as AnnotatorId) : makeId('annotator', fingerprint(`w3c ${address ?? name}`).slice(0, 16));
  return { id, kind: isMachine ? 'machine' : 'person', name, version: null };
}

function annotationOf(id: AnnotationId, label: LabelId, spans: readonly Span[], said: Said, place: Place, desk: Desk): Annotation {
  const { schema, found } = desk;
  const [identified] = said.identified;
  const mayStand = labelDef(schema, label)?.entity === true;
  if (identified !== undefined && !mayStand) found.add(problem('entity-not-allowed', place, { label }));
  return {
    id,
    label,
    spans,
    attributes: allowedAttributes(schema, label, said.pairs, place, found),
    entity: identified !== undefined && mayStand ? entityOf(identified, place, desk) : null,
    note: said.note,
    flagged: said.flagged,
    origin: said.origin,
  };
}

/** The Entity that an IRI names, made where none is known by it. */
function entityOf(name: string, place: Place, { gathered }: Desk): EntityId {
  const own = partsOf('entity', name)?.[0] ?? name;
  const id = (isId(own) ? own : makeId('entity', fingerprint(own).slice(0, 16))) as EntityId;
  if (!gathered.hasEntity(id)) gathered.addEntity({ id, name: own, kind: 'unknown', aliases: [], offices: [], note: '' }, place);
  return id;
}

function readRelation(object: JsonObject, place: Place, desk: Desk): void {
  const { byIri, found } = desk;
  const name = iriOf(object);
  const here = { ...place, record: name ?? place.field ?? '' };
  const said = saidBy(object);
  const [head] = targetsOf(object);
  const from = byIri.get(head?.source ?? '');
  if (!from) return found.add(problem('relation-end-missing', here, { id: head?.source ?? '' }));
  const tail = said.resources[0];
  const to = tail === undefined ? undefined : byIri.get(tail);
  const isInSet = to !== undefined && to.set === from.set;
  const entity = said.identified[0];
  if (!isInSet && entity === undefined) return found.add(problem('relation-end-missing', here, { id: tail ?? '' }));
  const target: Relation['to'] = isInSet ? { kind: 'annotation', id: to.id } : { kind: 'entity', id: entityOf(entity ?? '', here, desk) };
  const types = said.tags.length === 0 ? [''] : said.tags;
  const link = { id: relationId(name), from: from.id, to: target, attributes: Object.fromEntries(said.pairs) };
  for (const type of types) from.set.relations.push({ ...link, type: type as RelationType });
}

const relationId = (name: string | null): string | null => (name === null ? null : (partsOf('link', name)?.[2] ?? name));

