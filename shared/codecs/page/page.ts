import { Readability } from '@mozilla/readability';
import { type Article } from '../../model/article.ts';
import { fail, ok, type Place, problem, type Problem, type Result } from '../../result.ts';
import { detectEncoding, isNearlyUtf8, isTextEncoding, type TextEncoding } from '../../text/encoding.ts';
import { type DecodedSource, decodeSource } from '../../text/source-text.ts';
import { decodeBrokenUtf8 } from '../../text/utf8.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { gathering } from '../texts/gathered.ts';
import { encodingFor } from '../texts/reading-choices.ts';
import { textArticle } from '../texts/text-article.ts';
import { type FlatPage } from './flat-page.ts';
import { pageFacts } from './page-facts.ts';
import { pageFromFlat } from './page-from-flat.ts';
import { maximumMarkupBytes } from './page-limits.ts';
import { type TreeDocument, type TreeElement } from './page-nodes.ts';
import { pageText } from './page-text.ts';

/** Saved web pages: of each the article in it, or all its words. Text only; nothing of a page is run or fetched. Read only. */
export const page: Codec = {
  id: 'page',
  title: 'HTML page',
  extensions: ['html', 'htm', 'xhtml'],
  offsetUnit: 'none',
  capabilities: nothing,
  bytes: 'utf-8',
  textsOnly: true,
  decode,
};

/** Elements among which an article is looked for; of more, all words are taken. */
const mostElements = 60_000;

/** Open elements in one another. The window's own parser stops at as many; others take seconds and then break. */
const deepestMarkup = 512;

/** UTF-16 code units: less than this is a caption that was taken for the article. */
const shortestArticle = 80;

/** @throws if there are pages and nobody to parse them: who calls must bring `parsePage`. */
function decode(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const gathered = gathering(context);
  for (const file of files) gathered.add(articleIn(file, context, gathered.found), { file: file.name });
  return gathered.decoded();
}

function articleIn(file: NamedBytes, context: DecodeContext, found: Findings): Article | null {
  const { name, bytes } = file;
  const { parsePage, reading = {} } = context;
  if (!parsePage) throw new Error(`"${name}" is a page, and no parser of pages was given`);
  const place: Place = { file: name };
  const source = markupOf(file, context);
  found.add(...(source.ok ? source.value.warnings : source.problems));
  if (!source.ok) return null;
  const { markup, encoding } = source.value;
  const parsed = parsePage(markup);
  const tree = pageFromFlat(parsed);
  const { direction, language, title, ...facts } = pageFacts(tree);
  const article = reading.isWholePage ? null : articleText(parsed);
  const isWhole = article === null;
  const written = article ?? (tree.body ? pageText(tree.body) : '');
  const text = written.replaceAll('\u00ad', '');
  if (text.trim() === '') {
    found.add(problem('page-empty', place));
    return null;
  }
  const { broken } = source.value;
  if (broken && (text.includes('\ufffd') || title?.includes('\ufffd'))) {
    found.add(broken);
    return null;
  }
  if (broken) found.add(problem('page-bytes-broken', broken.place, {}, 'warning'));
  if (isWhole && !reading.isWholePage) found.add(problem('page-whole', place, {}, 'warning'));
  if (text !== written) found.add(problem('soft-hyphens-dropped', place, { count: written.length - text.length }, 'warning'));
  return textArticle(
    {
      text: withTitle(text, title), place, title, language, source: facts, ...(direction && { extra: { direction } }),
      bytes, origin: { encoding, page: isWhole ? 'whole' : 'article' },
    },
    context,
    found,
  );
}

/** What is to be parsed, where it can be: for whoever has a page parsed somewhere else before it is read. `warnings`: how its bytes became text. */
export function markupOf(file: NamedBytes, { reading = {} }: Pick<DecodeContext, 'reading'>): Result<Markup> {
  const { name, bytes } = file;
  const place: Place = { file: name };
  if (bytes.length > maximumMarkupBytes) return fail(problem('page-too-large', place, { megabytes: maximumMarkupBytes / (1024 * 1024) }));
  // A page whose encoding is not known at all may be UTF-8 with a broken character: what was said of others is not said of it.
  const { unknown: _, ...instead } = reading.instead ?? {};
  const asked = encodingFor(file, { ...reading, instead: {} }) ?? declaredEncoding(bytes) ?? encodingFor(file, { ...reading, instead });
  const decoded = decodeSource(bytes, place, asked);
  const source = decoded.ok ? ok({ ...decoded.value, broken: null }) : mended(bytes, decoded);
  if (!source.ok) return source;
  const { text: markup, encoding, warnings, broken } = source.value;
  return markupDepth(markup) > deepestMarkup ? fail(problem('page-too-deep', place, { maximum: deepestMarkup }), ...warnings) : ok({ markup, encoding, warnings, broken });
}

/** Programs that make pages cut descriptions in the middle of a character: a page of UTF-8 is read all the same, unless its article is what is broken. */
function mended(bytes: Uint8Array, failure: Extract<Result<DecodedSource>, { ok: false }>): Result<DecodedSource & Pick<Markup, 'broken'>> {
  const [wrong] = failure.problems;
  const decoded = wrong?.code === 'encoding-wrong' && isNearlyUtf8(bytes) && !bytes.includes(0) ? decodeBrokenUtf8(bytes) : null;
  if (!wrong || !decoded) return failure;
  return ok({ text: decoded.text.replace(/^\ufeff/, ''), encoding: 'utf-8', warnings: [], broken: wrong });
}

interface Markup {
  readonly markup: string;
  readonly encoding: TextEncoding;
  readonly warnings: readonly Problem[];
  /** What is wrong with its bytes, where U+FFFD stands for some of them: a text with that is none. */
  readonly broken: Problem | null;
}

/** A news page's heading stands above the article, and readers of markup leave it away: without it the text says less than the page. */
const withTitle = (text: string, title: string | null): string => {
  const first = text.slice(0, 1000).split('\n', 1)[0]?.trim() ?? '';
  return title === null || first === title || first.startsWith(title) ? text : `${title}\n${text}`;
};

const tag = /<(\/?)([a-z][^\s/>]*)/gi;
/** Elements without an end, and those whose end may be left out: many of them in a row are not deep. */
const endless = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|tbody|thead|tfoot|colgroup|option|optgroup|rp|rt)$/i;

/** How many elements stand open in one another at most, by their tags alone: markup is not parsed before it is known that it can be. */
function markupDepth(markup: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, end, name = ''] of markup.matchAll(tag)) {
    if (endless.test(name)) continue;
    depth = Math.max(0, depth + (end === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** What the markup says it is written in (WHATWG HTML, prescan of the first 1024 bytes), where its bytes do not contradict; `undefined`: it is to be found out. */
function declaredEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const detected = detectEncoding(bytes);
  if (detected?.isCertain) return detected.encoding;
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{1,40})/i.exec(head)?.[1]?.toLowerCase();
  const known: Readonly<Record<string, TextEncoding>> = { 'cp1256': 'windows-1256', 'x-cp1256': 'windows-1256', 'arabic': 'iso-8859-6', 'iso8859-6': 'iso-8859-6', 'iso_8859-6': 'iso-8859-6' };
  const encoding = named === undefined ? undefined : (known[named] ?? (isTextEncoding(named) ? named : undefined));
  // A page whose bytes are no UTF-8 is not UTF-8, whatever it says; UTF-16 cannot say so in ASCII.
  return encoding === undefined || encoding.startsWith('utf-') ? undefined : encoding;
}

/** What the encoding of a page is taken for where neither the page nor its bytes say it; `null` where they do, or where there is none. */
export const guessedEncoding = (bytes: Uint8Array): TextEncoding | null => {
  const detected = detectEncoding(bytes);
  return detected && !detected.isCertain && declaredEncoding(bytes) === undefined ? detected.encoding : null;
};

/** The article in a page; `null` where none was found. Its own tree, because looking for it takes the tree apart. */
function articleText(parsed: FlatPage): string | null {
  if (parsed.attributeEnds.length > mostElements) return null;
  const tree = pageFromFlat(parsed);
  // Their markup would be parsed anew from a string, for the sake of pictures.
  for (const element of tree.querySelectorAll('noscript,template,iframe,object,embed,svg,math,canvas')) element.remove();
  const found = readerOf(tree).parse()?.content;
  const text = found ? pageText(found) : '';
  return text.length < shortestArticle ? null : text;
}

/** The library's own types speak of the DOM, which `shared` does not have. `null`: it found nothing. */
const ArticleReader = Readability as unknown as new (
  tree: TreeDocument, options: { readonly charThreshold: number; readonly serializer: (found: TreeElement) => TreeElement },
) => { parse(): { readonly content?: TreeElement | null } | null };

/**
 * `charThreshold` below 0, for 0 means its default: a second try, after too short an article, would put the page together anew from a string,
 * which its tree refuses. `serializer`: the element itself, never markup.
 */
const readerOf = (tree: TreeDocument): InstanceType<typeof ArticleReader> => new ArticleReader(tree, { charThreshold: -1, serializer: (found) => found });
