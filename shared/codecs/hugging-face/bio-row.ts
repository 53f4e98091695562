import { type SpanRecord } from '../native/record.ts';
import { type ArticleView } from '../native/write-record.ts';
import { type Row } from './article-rows.ts';
import { type Layer } from './layers.ts';
import { taggedTokens } from './token-tags.ts';

/** The row of `bio`: the settled set once more, as one tag a token and Layer. */
export function bioRow({ article, points, tokens }: ArticleView, spans: readonly SpanRecord[], layers: readonly Layer[]): Row {
  const { tokens: cut, tags, leftOut } = taggedTokens(tokens, spans, layers);
  return {
    doc_id: article.id,
    tokens: cut.map(({ start, end }) => points.slice(start, end).join('')),
    token_starts: cut.map(({ start }) => start),
    token_ends: cut.map(({ end }) => end),
    ...Object.fromEntries(layers.map(({ column }, place) => [column, tags[place] ?? []])),
    left_out: leftOut,
  };
}
