import { createRequire } from 'node:module';
import { flatPage } from '../../shared/codecs/page/flat-page.ts';
import { type PageDocument, type ParsePage } from '../../shared/codecs/page/page-tree.ts';

interface PageParser {
  parseFromString(markup: string, type: 'text/html'): PageDocument;
}
type JsdomModule = { readonly JSDOM: new (markup: string) => { readonly window: { readonly DOMParser: new () => PageParser } } };

let loaded: PageParser | null = null;

const parser = (): PageParser => {
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as JsdomModule;
  return new (new JSDOM('').window.DOMParser)();
};

/**
 * Without options it runs no script and fetches nothing. Loaded when the first page comes: most calls meet none, and it is large.
 * One window parses all pages: one for each takes twenty times as long, and none of them is freed before all are read (a megabyte and more each).
 */
export const parsePage: ParsePage = (markup) => flatPage(parseWithJsdom(markup));

/** The parser's own tree. */
export const parseWithJsdom = (markup: string): PageDocument => (loaded ??= parser()).parseFromString(markup, 'text/html');
