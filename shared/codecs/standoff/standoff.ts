import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { normalised } from '../../model/dataset.ts';
import { type Entity } from '../../model/entity.ts';
import { makeId } from '../../model/id.ts';
import { at, problem, type Problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { everything } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { keepFirst } from '../keep-first.ts';
import { readArticle } from '../plain-text/read-article.ts';
import { readJson } from '../read-json.ts';
import { shapeProblems } from '../shape-problems.ts';
import { soundSet } from '../sound-set.ts';
import { readPair } from './read-pair.ts';
import { type StandoffFile, standoffShape } from './record.ts';
import { sampleAnnotator } from './sample-annotator.ts';

/**
 * The format of the finished sample: `<stem>.json` with spans, relations and entities over `<stem>.txt`. Read only; a span has one
 * piece, and CONTINUES relations tell which pieces are one.
 */
export const standoff: Codec = {
  id: 'standoff',
  title: 'Standoff JSON beside a text',
  extensions: ['json', 'txt'],
  offsetUnit: 'code-point',
  capabilities: {
    ...everything, mergedEntities: false, relationAttributes: false, unreferenced: false, bareArticles: false, severalSets: false, setHeads: false,
    notes: false, articleMetadata: false,
  },
  bytes: 'utf-8',
  decode,
};

interface Gathered {
  readonly articles: Map<string, Article>;
  readonly sets: Map<string, AnnotationSet>;
  readonly entities: Map<string, Entity>;
}

function decode(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const annotator = context.annotator ?? sampleAnnotator;
  const gathered: Gathered = { articles: new Map(), sets: new Map(), entities: new Map() };
  for (const file of files.filter(isJson)) readFile(file, files, { ...context, annotator }, gathered, found);
  found.add(...textsAlone(files));
  const { articles, sets, entities } = gathered;
  if (articles.size === 0) return { dataset: null, problems: found.all() };
  const dataset = normalised({
    schema: context.schemas[0],
    articles: [...articles.values()],
    annotators: sets.size > 0 ? [annotator] : [],
    entities: [...entities.values()],
    sets: [...sets.values()],
  });
  return { dataset, problems: found.all() };
}

/** Texts without annotations are another format's; here something has been forgotten. */
function textsAlone(files: readonly NamedBytes[]): readonly Problem[] {
  const names = new Set(files.map(({ name }) => name));
  return files.flatMap((file) => {
    const expected = `${file.name.replace(/\.[^.]*$/, '')}.json`;
    return isJson(file) || names.has(expected) ? [] : [problem('annotations-missing', { file: file.name }, { expected })];
  });
}

const isJson = ({ name }: NamedBytes): boolean => name.endsWith('.json');

type FullContext = DecodeContext & { readonly annotator: Annotator };

function readFile(file: NamedBytes, files: readonly NamedBytes[], context: FullContext, gathered: Gathered, found: Findings): void {
  const place = { file: file.name };
  const textName = file.name.replace(/json$/, 'txt');
  const textFile = files.find(({ name }) => name === textName);
  if (!textFile) return found.add(problem('text-missing', place, { expected: textName }));
  const contents = contentsOf(file, found);
  const article = readArticle(textFile, context.now, found);
  if (article) keepFirst(gathered.articles, article, place, found);
  if (!article || !contents) return;
  if (contents.text_sha256 !== article.fingerprint) return found.add(problem('fingerprint-wrong', { ...place, field: 'text_sha256' }));
  const head = headOf(article, context.annotator);
  if (gathered.sets.has(head.id)) return found.add(problem('set-twice', { ...place, record: head.id }, { id: head.id }));
  const { set, entities } = readPair(contents, article.text, head, place, found);
  for (const entity of entities) keepFirst(gathered.entities, entity, place, found);
  const known = new Set([...gathered.entities.values()].map(({ id }) => id));
  gathered.sets.set(head.id, soundSet(set, { schema: context.schemas[0], article, entities: known, place }, found));
}

function contentsOf(file: NamedBytes, found: Findings): StandoffFile | null {
  const value = readJson(file, found);
  if (value === undefined) return null;
  const parsed = standoffShape.safeParse(value);
  if (parsed.success) return parsed.data;
  found.add(...at({ file: file.name }, shapeProblems(parsed.error, value)));
  return null;
}

/** The file gives its set no id; this one is the same wherever the file is read. */
function headOf(article: Article, annotator: Annotator): SetHead {
  const id = makeId('set', fingerprint(`${article.id} ${annotator.id} work`).slice(0, 16));
  return { id, article: article.id, annotator: annotator.id, role: 'work', status: 'done' };
}
