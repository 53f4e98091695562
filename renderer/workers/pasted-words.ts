import { maximumMarkupBytes } from '../../shared/codecs/page/page-limits.ts';
import { pageText } from '../../shared/codecs/page/page-text.ts';
import { parsePageAtOnce } from './parse-page.ts';

/** What was copied from a page comes with its markup: its words are taken as those of a saved page are, a line for each block. */
export function pastedWords(data: DataTransfer | null): string {
  const markup = data?.getData('text/html') ?? '';
  const { body } = markup === '' || markup.length > maximumMarkupBytes ? { body: null } : parsePageAtOnce(markup);
  const words = body ? pageText(body) : '';
  return words === '' ? (data?.getData('text/plain') ?? '') : words;
}
