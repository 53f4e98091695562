import { type Utf16Offset } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { numberRows, placesOf } from '../number-rows.ts';
import { type ArticleView } from './write-record.ts';

/** The items of `tokensOf` as JSON in UTF-8, with commas between them. They are half of a line: to make an object of each only to print it would take longer. */
export function tokenBytes({ article, offsets }: ArticleView): Uint8Array {
  const places = placesOf(tokens(article.text));
  if (offsets.codePointLength !== article.text.length)
    for (const column of places) for (let row = 0; row < column.length; row++) column[row] = offsets.toCodePoint(column[row] as Utf16Offset);
  return numberRows([',{"start":', ',"end":', '}'], places).subarray(','.length);
}
