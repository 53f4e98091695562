import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type ArticleId, isId } from '../../model/id.ts';
import { emptyDataset, normalised } from '../../model/dataset.ts';
import { problem } from '../../result.ts';
import { hasForeignLineEnd } from '../../text/source-text.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { keepFirst } from '../keep-first.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { soundSet } from '../sound-set.ts';
import { expanded, isZip } from '../zip.ts';
import { readMarks } from './read-marks.ts';
import { readTable, type Table } from './read-rows.ts';

/** Reads `.tsv` files of version 3, loose or in archives: an Article for each. */
export function decodeWebannoTsv(given: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const { files, problems } = expanded(given);
  found.add(...problems);
  const annotator = context.annotator ?? unnamedAnnotator;
  const [schema] = context.schemas;
  const articles = new Map<string, Article>();
  const sets = new Map<string, AnnotationSet>();
  for (const file of files) {
    const table = readTable(file, found);
    const article = table && articleOf(table, file, context, found);
    if (!article) continue;
    const place = { file: file.name };
    const known = articles.get(article.id);
    keepFirst(articles, article, place, found);
    if (known && known.text !== article.text) continue;
    const head = unnamedHead(article.id, annotator.id);
    if (sets.has(head.id)) found.add(problem('set-twice', { ...place, record: head.id }, { id: head.id }));
    else if (table.layers.length > 0) sets.set(head.id, soundSet(readMarks(table, schema, head, found), { schema, article, entities: new Set(), place }, found));
  }
  // An archive without files is what a Dataset without articles looks like.
  const isEmpty = articles.size === 0 && !(given.length > 0 && given.every(({ bytes }) => isZip(bytes)) && found.all().length === 0);
  if (isEmpty && found.all().length === 0) found.add(problem('file-empty', { file: given[0]?.name ?? '' }));
  if (isEmpty) return { dataset: null, problems: found.all() };
  const annotators = sets.size > 0 ? [annotator] : [];
  return { dataset: normalised({ ...emptyDataset(schema), articles: [...articles.values()], annotators, sets: [...sets.values()] }), problems: found.all() };
}

function articleOf({ text: written, article: id }: Table, file: NamedBytes, { now }: DecodeContext, found: Findings): Article | null {
  const text = written.replace(/[\r\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\n');
  const place = { file: file.name };
  if (hasForeignLineEnd(written)) found.add(problem('line-ends-unified', place, { kind: 'CR, VT, FF, NEL, LS, PS', count: countOf(written, text) }, 'warning'));
  if (text.trim() === '' || text.startsWith('\ufeff')) {
    found.add(problem(text.trim() === '' ? 'file-empty' : 'text-byte-order-mark', place));
    return null;
  }
  const article = articleFromText(text, { file: id === null ? file.name.replace(/^.*\//, '') : null, added: now });
  return id !== null && isId(id) ? { ...article, id: id as ArticleId } : article;
}

const countOf = (before: string, after: string): number => {
  let count = 0;
  for (let at = 0; at < before.length; at++) if (before[at] !== after[at]) count++;
  return count;
};
