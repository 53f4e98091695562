import { flatPage, type FlatPage, flattened } from '../../shared/codecs/page/flat-page.ts';
import { pageFromFlat } from '../../shared/codecs/page/page-from-flat.ts';
import { type TreeDocument } from '../../shared/codecs/page/page-nodes.ts';

/** The part of Trusted Types used here; the DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createHTML: (markup: string) => string }): { createHTML(markup: string): unknown };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Named in the Content-Security-Policy: the one way in which markup becomes a tree. The tree belongs to no window: nothing in it runs, is drawn
 * or is fetched, and only its elements and words are taken over.
 */
const policy = trustedTypes?.createPolicy('naql-page', { createHTML: (markup) => markup });

const trusted = (markup: string): string => (policy ? policy.createHTML(markup) : markup) as string;

/** In one go: for what is pasted, which is answered within its event. */
export const parsePageAtOnce = (markup: string): TreeDocument => pageFromFlat(flatPage(new DOMParser().parseFromString(trusted(markup), 'text/html')));

/** UTF-16 code units that are parsed at a time; the parser goes on where it stood, be it in the middle of a tag. */
const piece = 32_768;
/** Milliseconds for which the window stands still at a time. */
const slice = 12;

/** Parses a page and goes through its tree in slices, between which the window does what else is waiting. */
export async function parsePage(markup: string): Promise<FlatPage> {
  const page = document.implementation.createHTMLDocument('');
  page.open();
  const parsing = parsed(page, markup);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const begun = performance.now();
    while (performance.now() - begun < slice) {
      const step = parsing.next();
      if (step.done) return step.value;
    }
  }
}

/** Written piece by piece into a document that belongs to no window, which is as good as parsing at once, and then taken over. */
function* parsed(page: Document, markup: string): Generator<void, FlatPage, void> {
  for (let from = 0; from < markup.length; from += piece) {
    page.write(trusted(markup.slice(from, from + piece)));
    yield;
  }
  page.close();
  return yield* flattened(page);
}
