import { createRequire } from 'node:module';
import { type PageDocument, type ParsePage } from '../../shared/codecs/page/page-tree.ts';

type JsdomModule = { readonly JSDOM: new (markup: string) => { readonly window: { readonly document: PageDocument } } };

let loaded: JsdomModule | null = null;

/** Without options it runs no script and fetches nothing. Loaded when the first page comes: most calls meet none, and it is large. */
export const parsePage: ParsePage = (markup) => {
  loaded ??= createRequire(import.meta.url)('jsdom') as JsdomModule;
  return new loaded.JSDOM(markup).window.document;
};
