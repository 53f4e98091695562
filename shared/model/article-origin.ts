import { type Json, type JsonObject } from '../canonical-json.ts';
import { type Cleaning, cleanings } from '../text/cleaning.ts';
import { type Article } from './article.ts';

/**
 * What an Article's text was before it became one: never needed to work on it, and the only way to prove later where it came from. It travels
 * in `Article.extra` under the name `origin`, so that no stored shape changes and every format that keeps foreign fields keeps it.
 */
export interface ArticleOrigin {
  /** IANA name of the encoding of the bytes; `docx`, `xlsx`: a file that has one of its own. */
  readonly encoding: string;
  /** SHA-256 of the whole file as it was, 64 hexadecimal digits; `null` for what came without a file. */
  readonly sha256: string | null;
  /** Line ends of other kinds that became LF. */
  readonly lineEnds: number;
  /** What was cleaned because a person wanted it, and how many places of each kind. Empty: the text is as it came. */
  readonly cleaned: Readonly<Partial<Record<Cleaning, number>>>;
  /** Of a web page: the article in it, or all its words. `null` for what is no page. */
  readonly page: 'article' | 'whole' | null;
  /** Of a table: the row, counted from 1 without the header. `null` for what is no table. */
  readonly row: number | null;
}

const key = 'origin';

export const plainOrigin: ArticleOrigin = { encoding: 'utf-8', sha256: null, lineEnds: 0, cleaned: {}, page: null, row: null };

export function withOrigin(article: Article, { encoding, sha256, lineEnds, cleaned, page, row }: ArticleOrigin): Article {
  const origin: JsonObject = {
    ...(Object.keys(cleaned).length > 0 && { cleaned: { ...cleaned } }),
    encoding,
    ...(lineEnds > 0 && { line_ends: lineEnds }),
    ...(page !== null && { page }),
    ...(row !== null && { row }),
    ...(sha256 !== null && { sha256 }),
  };
  return { ...article, extra: { ...article.extra, [key]: origin } };
}

/** `null` for an Article of which it is not known, or not in a form of ours. */
export function originOf({ extra }: Pick<Article, 'extra'>): ArticleOrigin | null {
  const origin = extra[key];
  if (typeof origin !== 'object' || origin === null || Array.isArray(origin)) return null;
  const { encoding, sha256, line_ends: lineEnds, cleaned, page, row } = origin as JsonObject;
  if (typeof encoding !== 'string') return null;
  return {
    encoding,
    sha256: typeof sha256 === 'string' ? sha256 : null,
    lineEnds: countOf(lineEnds) ?? 0,
    cleaned: cleanedOf(cleaned),
    page: page === 'article' || page === 'whole' ? page : null,
    row: countOf(row),
  };
}

const countOf = (value: Json | undefined): number | null => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null);

function cleanedOf(value: Json | undefined): ArticleOrigin['cleaned'] {
  const counts = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as JsonObject;
  return Object.fromEntries(cleanings.flatMap((kind) => (countOf(counts[kind]) === null ? [] : [[kind, countOf(counts[kind]) as number]])));
}
