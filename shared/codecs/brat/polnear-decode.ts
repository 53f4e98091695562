import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { emptyDataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { type Place, problem } from '../../result.ts';
import { offsetMap } from '../../text/offsets.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { gathered } from '../native/decode.ts';
import { type Line } from '../native/gather.ts';
import { type RelationRecord, type SpanRecord } from '../native/record.ts';
import { documentRecord } from '../native/write-record.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { excerpt } from '../shape-problems.ts';
import { grouped } from '../zip.ts';
import { joinedOverLines } from './line-pieces.ts';
import { annotatorSuffix, documentOf, isTable, nobody, ownTexts } from './polnear-layout.ts';
import { annotatorOfDigits } from './polnear-people.ts';
import { type Part, parts, type Roles, rolesOf } from './polnear-roles.ts';
import { type Event, readStatements, type Statement } from './read-lines.ts';
import { bareView } from './sidecar.ts';
import { readSource, type Source } from './source.ts';

/** Files beside the attributions that say nothing of them: parses, tables, the reader's own program. */
const beside = /\.conf$|(?:^|\/)(?:corenlp|software|annotation-guidelines)\/|(?:^|\/)(?:metadata\.tsv|README[^/]*|\.git[^/]*)$/i;

/** Reads releases of PolNeAR: one Article for each text, one set for each file of attributions, by the annotator that its name names. */
export function decodePolnear(given: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const { groups, problems } = grouped(given);
  found.add(...problems);
  const lines = groups.flatMap((files) => {
    const isOwn = ownTexts(files.map(({ name }) => name));
    return documentsIn(files, found).flatMap(([text, own]) => linesOf({ text, files: own, isOwn: isOwn(text.name) }, context, found));
  });
  const dataset = gathered(lines, context.schemas, found);
  if (dataset) return { dataset, problems: found.all() };
  // A configuration without texts is what a Dataset without articles looks like.
  const isEmpty = groups.length > 0 && groups.flat().every(({ name }) => /\.conf$/i.test(name) || isTable(name));
  if (!isEmpty && found.all().length === 0) found.add(problem('text-missing', { file: given[0]?.name ?? '' }, { expected: 'text/*.txt' }));
  return { dataset: isEmpty ? emptyDataset(context.schemas[0]) : null, problems: found.all() };
}

/** Each text with its files of attributions. */
function documentsIn(files: readonly NamedBytes[], found: Findings): readonly (readonly [NamedBytes, readonly NamedBytes[]])[] {
  const texts = new Map(files.filter(({ name }) => /\.txt$/i.test(name)).map((file) => [documentOf(file.name), file]));
  const documents = new Map<NamedBytes, NamedBytes[]>(Array.from(texts.values(), (file) => [file, []]));
  for (const file of files) {
    const key = documentOf(file.name);
    if (/\.ann$/i.test(file.name)) {
      // What looks like an annotator is one, also where a text's own name ends so.
      const text = texts.get(key.replace(annotatorSuffix, '')) ?? texts.get(key);
      if (text) documents.get(text)?.push(file);
      else found.add(problem('text-missing', { file: file.name }, { expected: `text/${key.replace(/^.*\//, '').replace(annotatorSuffix, '')}.txt` }));
    } else if (/\.txt$/i.test(file.name)) {
      if (texts.get(key) !== file) found.add(problem('file-twice', { file: file.name }));
    } else if (!beside.test(file.name)) found.add(problem('format-unknown', { file: file.name }));
  }
  return [...documents];
}


function annotatorOf(name: string, context: DecodeContext): Annotator {
  const suffix = annotatorSuffix.exec(documentOf(name))?.[0].slice(1);
  if (suffix === undefined || suffix === nobody) return context.annotator ?? unnamedAnnotator;
  return annotatorOfDigits(suffix);
}

interface Written {
  readonly text: NamedBytes;
  /** Of attributions, one for each annotator. */
  readonly files: readonly NamedBytes[];
  /** Our own file, whose name is an Article's id and says nothing of where it came from. */
  readonly isOwn: boolean;
}

function linesOf({ text, files, isOwn }: Written, context: DecodeContext, found: Findings): readonly Line[] {
  const source = readSource(text, found);
  if (!source) return [];
  const [schema] = context.schemas;
  const article = articleFromText(source.text, { file: isOwn ? null : text.name.replace(/^.*\//, ''), added: context.now });
  const bare = documentRecord(bareView(article), null, schema, { entities: [], annotators: [] });
  const works = files.filter(({ name, bytes }) => bytes.length > 0 || !documentOf(name).endsWith(`_${nobody}`));
  if (works.length === 0) return [{ place: { file: text.name }, record: bare, extra: {} }];
  return works.map((file) => {
    const statements = readStatements(file, found);
    const annotator = annotatorOf(file.name, context);
    return { place: { file: file.name }, record: setRecord({ article, source, schema, annotator }, statements, found), extra: {} };
  });
}

interface Document {
  readonly article: Article;
  readonly source: Source;
  readonly schema: Schema;
  readonly annotator: Annotator;
}

function setRecord({ article, source, schema, annotator }: Document, statements: readonly Statement[], found: Findings): Line['record'] {
  const roles = rolesOf(schema);
  const head = unnamedHead(article.id, annotator.id);
  const empty = documentRecord(bareView(article), { ...head, annotations: [], relations: [] }, schema, { entities: [], annotators: [annotator] });
  const offsets = offsetMap(source.text);
  const spans = statements.flatMap((one): readonly SpanRecord[] => {
    if (one.kind === 'aside') {
      if (one.isRead) found.add(problem('line-not-kept', one.place, { found: excerpt(one.line) }, 'warning'));
      return [];
    }
    const label = one.kind === 'mark' ? labelOf(one.type, roles) : undefined;
    if (one.kind === 'event' || (one.kind === 'mark' && isTrigger(one.type))) return [];
    if (one.kind !== 'mark' || !label) {
      found.add(problem('line-not-kept', { ...one.place, record: one.id }, { found: excerpt(`${one.id} ${one.type}`) }, 'warning'));
      return [];
    }
    const pieces = source.spansOf(one, found);
    if (!pieces) return [];
    const fragments = joinedOverLines(source.text, pieces).map(({ start, end }) => ({
      start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), text: source.text.slice(start, end),
    }));
    const plain = { attributes: [], links: [], note: '', flagged: false, origin: 'manual' as const };
    return [{ id: one.id, label, fragments, ...plain, by: annotator.id, status: head.role }];
  });
  return { ...empty, spans, relations: [...relationsOf(statements, roles, found)] };
}

const isTrigger = (type: string): boolean => /^Attribution(?:-|$)/.test(type);
const partNamed = (name: string): Part | undefined => parts.find((part) => part === name.replace(/\d{1,9}$/, ''));
function labelOf(type: string, { labels }: Roles): string | undefined {
  const part = partNamed(type);
  return part ? (labels[part] ?? undefined) : undefined;
}

/** From each content of an event to each of its sources and cues; what two events say alike is said once. */
function relationsOf(statements: readonly Statement[], roles: Roles, found: Findings): readonly RelationRecord[] {
  const said = new Map<string, RelationRecord>();
  for (const event of statements) {
    if (event.kind !== 'event') continue;
    const place: Place = { ...event.place, record: event.id };
    if (!isTrigger(event.type)) found.add(problem('line-not-kept', place, { found: excerpt(`${event.id} ${event.type}`) }, 'warning'));
    else for (const [key, record] of linksOf(event, roles)) if (!said.has(key)) said.set(key, record);
  }
  return [...said.values()];
}

function linksOf({ id, roles: played }: Event, { relations }: Roles): readonly (readonly [string, RelationRecord])[] {
  const targets = (part: Part): readonly string[] => played.filter(({ role }) => partNamed(role) === part).map(({ target }) => target);
  const pairs = targets('Content').flatMap((head) =>
    (['Source', 'Cue'] as const).flatMap((part) => {
      const label = relations[part];
      return label === null ? [] : targets(part).map((tail) => ({ head, tail, label }));
    }),
  );
  return pairs.map(({ head, tail, label }, index) => [
    `${label} ${head} ${tail}`, { id: `${id}-${index + 1}`, label, head, tail, tail_kind: 'span', attributes: [] },
  ]);
}
