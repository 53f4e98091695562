import { codePoint } from '../../text/offsets.ts';
import { type SpanRecord } from '../native/record.ts';
import { type ArticleView, tokensOf } from '../native/write-record.ts';
import { type Row } from './article-rows.ts';
import { type Layer } from './layers.ts';
import { taggedTokens } from './token-tags.ts';

/** The row of `bio`: the settled set once more, as one tag a token and Layer. */
export function bioRow(view: ArticleView, spans: readonly SpanRecord[], layers: readonly Layer[]): Row {
  const { article, offsets } = view;
  const at = (point: number): number => offsets.toUtf16(codePoint(point));
  const { tokens: cut, tags, leftOut } = taggedTokens(tokensOf(view), spans, layers);
  return {
    doc_id: article.id,
    tokens: cut.map(({ start, end }) => article.text.slice(at(start), at(end))),
    token_starts: cut.map(({ start }) => start),
    token_ends: cut.map(({ end }) => end),
    ...Object.fromEntries(layers.map(({ column }, place) => [column, tags[place] ?? []])),
    left_out: leftOut,
  };
}
