import { type Article } from '../../model/article.ts';
import { type Place, problem } from '../../result.ts';
import { maximumTextBytes } from '../../text/source-text.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { gathering } from '../texts/gathered.ts';
import { textArticle } from '../texts/text-article.ts';
import { zipDirectory } from '../zip-directory.ts';
import { unzipped, type ZipLimits } from '../zip.ts';
import { packageRelations } from './package-relations.ts';
import { wordText } from './word-text.ts';

/**
 * Documents of word processors, each an Article without annotations. Only the words of the page are read: macros, pictures and what
 * relations lead to are not even unpacked, but it is said that they are there. Read only.
 */
export const docx: Codec = {
  id: 'docx',
  title: 'Word document',
  extensions: ['docx', 'docm'],
  offsetUnit: 'none',
  capabilities: nothing,
  bytes: 'own',
  textsOnly: true,
  decode,
};

const usualMain = 'word/document.xml';
const rootRelations = '_rels/.rels';
const isRelations = (name: string): boolean => name === rootRelations || /^word\/_rels\/[^/]+\.rels$/.test(name);
const isMacro = (name: string): boolean => /(?:^|\/)vbaProject\.bin$/i.test(name);
/** Its markup is some ten times its words. */
const limits: ZipLimits = { entries: 10_000, bytes: 10 * maximumTextBytes, ratio: 1000 };

function decode(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const gathered = gathering(context);
  for (const file of files) gathered.add(articleIn(file, context, gathered.found), { file: file.name });
  return gathered.decoded();
}

function articleIn(file: NamedBytes, context: DecodeContext, found: Findings): Article | null {
  const place: Place = { file: file.name };
  const relations = unzipped(file, limits, isRelations).files.map((part) => ({ name: part.name, leads: packageRelations(part.bytes) }));
  // Word on the web calls its main part `document2.xml`.
  const main = relations.find(({ name }) => name === rootRelations)?.leads.find(({ type, isOutside }) => type === 'officeDocument' && !isOutside)?.target.replace(/^\//, '');
  const { files, problems } = unzipped(file, limits, (name) => name === (main ?? usualMain));
  found.add(...problems.filter(({ code }) => code !== 'zip-name-unsafe'));
  const [document] = files;
  if (!document) {
    if (problems.length === 0) found.add(problem('docx-no-text', place));
    return null;
  }
  const decoded = decodeUtf8(document.bytes);
  const read = decoded.ok ? wordText(decoded.text.replace(/^\ufeff/, '')) : null;
  if (!read) {
    found.add(problem('docx-broken', place));
    return null;
  }
  if (zipDirectory(file.bytes).some(({ name }) => isMacro(name))) found.add(problem('docx-macros', place, {}, 'warning'));
  const outside = relations.flatMap(({ leads }) => leads.filter(({ type, isOutside }) => isOutside && type !== 'hyperlink')).length;
  if (outside > 0) found.add(problem('docx-outside', place, { count: outside }, 'warning'));
  if (read.deleted > 0) found.add(problem('docx-deletions', place, { count: read.deleted }, 'warning'));
  if (read.hidden > 0) found.add(problem('docx-hidden', place, { count: read.hidden }, 'warning'));
  if (read.notes > 0) found.add(problem('docx-notes', place, { count: read.notes }, 'warning'));
  if (read.numbered > 0) found.add(problem('docx-numbers', place, { count: read.numbered }, 'warning'));
  if (read.symbols > 0) found.add(problem('docx-symbols', place, { count: read.symbols }, 'warning'));
  if (read.softHyphens > 0) found.add(problem('soft-hyphens-dropped', place, { count: read.softHyphens }, 'warning'));
  return textArticle({ text: read.text.replace(/^\n+|\n+$/g, ''), place, bytes: file.bytes, origin: { encoding: 'docx' } }, context, found);
}
