import { type Article } from '../../model/article.ts';
import { type SetHead } from '../../model/annotation-set.ts';
import { at, type Place, problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type Assembly } from '../assembly.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { type ForeignText, readForeignText } from '../foreign-text.ts';
import { annotatorFrom, articleFrom, entityFrom, entityShape, headFrom, isTextOf } from '../luggage.ts';
import { readLines } from '../native/read-lines.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { readRecords } from '../read-records.ts';
import { shapeProblems } from '../shape-problems.ts';
import { decoded, iri } from './iri.ts';
import { articleLineShape, articlesHeader, restLineShape } from './record.ts';

/** A text that annotations point into, and the sets that are known of it. */
export interface Source {
  readonly article: Article;
  readonly text: ForeignText;
  readonly heads: readonly SetHead[];
  readonly place: Place;
  /** A line of Naql's own. */
  readonly isOurs: boolean;
}

export interface Sources {
  /** By the IRI that a target names. */
  readonly find: (name: string | null) => Source | undefined;
  readonly all: readonly Source[];
  /** The Schema that the articles name. */
  readonly schema: { readonly id: string; readonly version: string } | null;
}

export const isArticles = ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith('.articles.jsonl');
export const isText = ({ name }: NamedBytes): boolean => name.toLowerCase().endsWith('.txt');

/** Texts of `.articles.jsonl` files of ours, and of `.txt` files, which a source names by the last part of its IRI. */
export function readSources(files: readonly NamedBytes[], added: string, gathered: Assembly, found: Findings): Sources {
  const named = new Map<string, Source>();
  let schema: Sources['schema'] = null;
  for (const line of files.filter(isArticles).flatMap((file) => readLines(file, found))) {
    const read = readArticleLine(line.value, line.place, gathered, found);
    schema ??= read.schema;
    if (read.source) named.set(iri('doc', read.source.article.id), read.source);
  }
  const ours = [...named.values()];
  const texts = files.filter(isText).flatMap((file) => readText(file, added, gathered, found));
  for (const [name, source] of texts) for (const one of textNames(name)) named.set(one, source);
  const all = [...ours, ...texts.map(([, source]) => source)];
  const [only] = all;
  return {
    all,
    schema,
    find(name) {
      const known = name === null ? undefined : (named.get(name) ?? named.get(fileNameIn(name)));
      // A single text beside the annotations is what they are about, whatever the address it once had.
      return known ?? (all.length === 1 && ours.length === 0 ? only : undefined);
    },
  };
}

/** What the last part of an address may call a text in a file of this name. */
export function textNames(file: string): readonly [whole: string, bare: string] {
  const name = file.replace(/^.*\//, '');
  return [name, name.replace(/\.[^.]*$/, '')];
}

/** The last part of an address, without what is asked of it. */
const fileNameIn = (address: string): string => decoded(address.split(/[?#]/, 1).join('').split(/[/:]/).at(-1) ?? '') ?? '';

interface ReadLine {
  readonly source: Source | null;
  readonly schema: Sources['schema'];
}

function readArticleLine(value: Readonly<Record<string, unknown>>, place: Place, gathered: Assembly, found: Findings): ReadLine {
  const nothing: ReadLine = { source: null, schema: null };
  if (value['format'] !== articlesHeader.format) {
    found.add(problem('line-format-unknown', place, { found: String(value['format']).slice(0, 40), expected: articlesHeader.format }));
    return nothing;
  }
  const parsed = value['doc_id'] === null ? restLineShape.safeParse(value) : articleLineShape.safeParse(value);
  if (!parsed.success) {
    found.add(...at(place, shapeProblems(parsed.error, value)));
    return nothing;
  }
  const { data } = parsed;
  for (const entity of readRecords(entityShape, data.entities, place, found)) gathered.addEntity(entityFrom(entity), place);
  if (data.doc_id === null) {
    for (const one of data.annotators) gathered.addAnnotator(annotatorFrom(one), place);
    return { source: null, schema: data.schema };
  }
  const article = articleFrom(data, data.text);
  const text = readForeignText(data.text, place);
  if (!isTextOf(data, data.text)) found.add(problem('fingerprint-wrong', { ...place, record: article.id, field: 'text_sha256' }));
  else if (!text.ok) found.add(...text.problems);
  else if (gathered.addArticle(article, place)) {
    for (const { annotator } of data.heads) gathered.addAnnotator(annotatorFrom(annotator), place);
    return { source: { article, text: text.value, heads: data.heads.map((head) => headFrom(head, article.id)), place, isOurs: true }, schema: data.schema };
  }
  return nothing;
}

function readText({ name, bytes }: NamedBytes, added: string, gathered: Assembly, found: Findings): readonly (readonly [string, Source])[] {
  const place = { file: name };
  const utf8 = decodeUtf8(bytes);
  if (!utf8.ok) {
    found.add(problem('file-not-utf8', place, { encoding: 'unknown', byte: utf8.byte + 1 }));
    return [];
  }
  // A mark at the start belongs to the file and not to the text that offsets count in.
  const text = readForeignText(utf8.text.replace(/^\ufeff/, ''), place);
  if (!text.ok) {
    found.add(...text.problems);
    return [];
  }
  found.add(...text.value.warnings);
  const article = articleFromText(text.value.text, { file: name, added });
  return gathered.addArticle(article, place) ? [[name, { article, text: text.value, heads: [], place, isOurs: false }]] : [];
}
