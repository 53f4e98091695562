import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { type EntityId, isId, makeId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { at, type Place, problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { assembly, type Assembly, schemaNamed } from '../assembly.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { type ForeignText, readForeignText } from '../foreign-text.ts';
import { isJsonObject } from '../json.ts';
import { annotatorFrom, articleFrom, articleShape, entityFrom, entityShape, headFrom, headShape, isTextOf } from '../luggage.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { readJson } from '../read-json.ts';
import { readRecords } from '../read-records.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type SilentCase, silentUnit } from '../silent-unit.ts';
import { type UnitCase } from '../unit-judgement.ts';
import { controlIndex } from './controls.ts';
import { readResult, type ResultContext } from './read-result.ts';
import { resultShape, type Task, taskShape, type Work, workShape } from './record.ts';
import { regionReader, type RegionUnit, regionUnits, silentPlace } from './region-span.ts';

interface Desk {
  readonly assembly: Assembly;
  readonly context: DecodeContext;
  readonly schema: Schema;
  readonly found: Findings;
  /** What regions without words count; `null` when nobody can say. */
  readonly silent: RegionUnit | null;
  /** Regions whose offsets proved to count UTF-16 code units, by file. */
  readonly inUtf16: Map<string, number>;
  /** How many sets of others would have this id. */
  readonly copies: Map<string, number>;
}

/** Reads tasks from every `.json`; a labelling config beside them is not read. */
export function decodeLabelStudio(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const main = files.filter(({ name }) => !name.toLowerCase().endsWith('.xml'));
  const tasks = main.flatMap((file) => readTasks(file, found));
  if (main.length === 0) found.add(...files.map(({ name }) => problem('annotations-missing', { file: name }, { expected: '*.json' })));
  else if (tasks.length === 0 && found.all().length === 0) found.add(...main.map(({ name }) => problem('file-empty', { file: name })));
  const named = tasks.map(({ task }) => ownArticle(task)).find((one) => one !== null)?.schema ?? null;
  const schema = schemaNamed(named, context, tasks[0]?.place ?? {}, found);
  const silent = silentUnit(silentCases(tasks), regionUnits, context.offsetUnit, found);
  const desk: Desk = { assembly: assembly(found), context, schema, found, silent, inUtf16: new Map(), copies: new Map() };
  for (const { task, place } of tasks) readTask(task, place, desk);
  for (const [file, count] of desk.inUtf16) found.add(problem('offsets-in-utf16', { file }, { count }, 'warning'));
  return { dataset: desk.assembly.dataset(schema), problems: found.all() };
}

/** Tasks of others, as far as no words say what their offsets count. */
const silentCases = (tasks: readonly Placed[]): readonly SilentCase[] =>
  tasks.filter(({ task }) => ownArticle(task) === null).map(({ task, place }) => ({ ...silentCase(task), place }));

function silentCase(task: Task): UnitCase {
  const works = [...(task.annotations ?? []), ...(task.completions ?? []), ...(task.predictions ?? [])];
  const results = works.flatMap((work) => (isJsonObject(work) && Array.isArray(work['result']) ? (work['result'] as readonly unknown[]) : []));
  const spans = results.flatMap((result) => {
    const parsed = resultShape.safeParse(result);
    // Texts that somebody wrote beside a region are no words of it.
    const isRegion = parsed.success && !('from_id' in parsed.data) && parsed.data.type.endsWith('labels');
    return isRegion && 'value' in parsed.data ? (silentPlace(parsed.data.value) ?? []) : [];
  });
  return { text: textOf(task) ?? '', spans };
}

interface Placed {
  readonly task: Task;
  readonly place: Place;
}

function readTasks(file: NamedBytes, found: Findings): readonly Placed[] {
  const value = readJson(file, found);
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one, index) => {
    const place = { file: file.name, field: String(index) };
    const parsed = taskShape.safeParse(one);
    if (parsed.success) return [{ task: parsed.data, place }];
    found.add(...at(place, shapeProblems(parsed.error, one)));
    return [];
  });
}

/** What a task of ours brings with it. */
function ownArticle({ data }: Task) {
  const parsed = articleShape.safeParse(data['naql']);
  return parsed.success ? parsed.data : null;
}

function readTask(task: Task, place: Place, desk: Desk): void {
  const { found } = desk;
  const raw = textOf(task);
  if (raw === null) return found.add(problem('task-without-text', place));
  const read = readForeignText(raw, place);
  if (!read.ok) return found.add(...read.problems);
  found.add(...read.value.warnings);
  const article = articleOf(task, read.value, place, desk);
  if (!desk.assembly.addArticle(article, place)) return;
  const result = resultContext(task, read.value, place, desk);
  const works = [
    ...[...(task.annotations ?? []), ...(task.completions ?? [])].map((work) => ({ work, isPrediction: false })),
    ...(task.predictions ?? []).map((work) => ({ work, isPrediction: true })),
  ];
  for (const [index, { work, isPrediction }] of works.entries()) {
    const here = { ...place, record: article.id, field: `${place.field ?? ''}.${isPrediction ? 'predictions' : 'annotations'}.${index}` };
    const parsed = workShape.safeParse(work);
    if (!parsed.success) found.add(...at(here, shapeProblems(parsed.error, work)));
    else if (parsed.data.was_cancelled === true) found.add(problem('annotation-cancelled', here, {}, 'warning'));
    else desk.assembly.addSet(readResult(headOf(parsed.data, isPrediction, article, here, desk), parsed.data.result, here, result), here);
  }
}

/** Its field `text`; in tasks of others, the only field that can be it. */
function textOf({ data }: Task): string | null {
  if (typeof data['text'] === 'string') return data['text'];
  const texts = Object.values(data).filter((one): one is string => typeof one === 'string');
  return texts.length === 1 ? (texts[0] ?? null) : null;
}

function articleOf(task: Task, { text }: ForeignText, place: Place, { context, found }: Desk): Article {
  const own = ownArticle(task);
  if (own && isTextOf(own, text)) return articleFrom(own, text);
  if (own) found.add(problem('text-altered', { ...place, record: own.doc_id }, { id: own.doc_id }, 'warning'));
  const { text: _, naql: __, ...others } = task.data;
  const title = typeof others['title'] === 'string' && others['title'].trim() !== '' ? { title: others['title'] } : {};
  return { ...articleFromText(text, { file: place.file ?? null, added: context.now }), ...title, extra: others as Article['extra'] };
}

function resultContext(task: Task, text: ForeignText, place: Place, { assembly: gathered, schema, found, silent, inUtf16 }: Desk): ResultContext {
  const own = isJsonObject(task.data['naql']) ? task.data['naql']['entities'] : undefined;
  const entities = readRecords(entityShape, Array.isArray(own) ? own : [], place, found).map(entityFrom);
  const known = new Set<string>(entities.map(({ id }) => id));
  for (const entity of entities) gathered.addEntity(entity, place);
  const { file = '' } = place;
  return {
    schema,
    index: controlIndex(schema),
    // Naql's own tasks count code points: where the words are not beside the offsets, too.
    regions: regionReader(text, ownArticle(task) === null ? silent : 'code-point'),
    found,
    sawUtf16: () => inUtf16.set(file, (inUtf16.get(file) ?? 0) + 1),
    entityNamed(name) {
      const id = (isId(name) ? name : makeId('entity', fingerprint(name).slice(0, 16))) as EntityId;
      if (!known.has(id)) gathered.addEntity({ id, name, kind: 'unknown', aliases: [], offices: [], note: '' }, place);
      known.add(id);
      return id;
    },
  };
}

function headOf(work: Work, isPrediction: boolean, { id }: Article, place: Place, { assembly: gathered, context, copies }: Desk): SetHead {
  const own = headShape.safeParse(work.naql);
  if (own.success) {
    gathered.addAnnotator(annotatorFrom(own.data.annotator), place);
    return headFrom(own.data, id);
  }
  const annotator = annotatorOf(work, isPrediction, context);
  gathered.addAnnotator(annotator, place);
  const head = unnamedHead(id, annotator.id);
  const role: AnnotationSet['role'] = isPrediction ? 'suggestion' : work.ground_truth === true ? 'adjudicated' : 'work';
  return { ...head, id: idOfCopy(head.id, copies), role, status: isPrediction ? 'todo' : 'done' };
}

/** One annotator may have submitted a task more than once. */
function idOfCopy(id: SetHead['id'], copies: Map<string, number>): SetHead['id'] {
  const count = (copies.get(id) ?? 0) + 1;
  copies.set(id, count);
  return count === 1 ? id : makeId('set', fingerprint(`${id} ${count}`).slice(0, 16));
}

/** Label Studio names people by a number, or by a record with their address. */
function annotatorOf({ completed_by: by, model_version: model }: Work, isPrediction: boolean, { annotator }: DecodeContext): Annotator {
  const made = (kind: Annotator['kind'], name: string): Annotator =>
    ({ id: makeId('annotator', fingerprint(`label-studio ${kind} ${name}`).slice(0, 16)), kind, name, version: null });
  if (isPrediction) return made('machine', typeof model === 'string' && model.trim() !== '' ? model : '?');
  if (typeof by === 'number' || typeof by === 'string') return made('person', String(by));
  if (!isJsonObject(by)) return annotator ?? unnamedAnnotator;
  const words = (...fields: readonly string[]): string =>
    fields.map((field) => by[field]).filter((one) => typeof one === 'string' || typeof one === 'number').join(' ').trim();
  const name = words('first_name', 'last_name') || words('username') || words('email') || words('id');
  return name === '' ? (annotator ?? unnamedAnnotator) : made('person', name);
}
