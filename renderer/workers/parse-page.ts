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

const parse = (markup: string): Document => new DOMParser().parseFromString((policy ? policy.createHTML(markup) : markup) as string, 'text/html');

/** Without slices: for what is pasted, which is answered within its event. */
export const parsePageAtOnce = (markup: string): TreeDocument => pageFromFlat(flatPage(parse(markup)));

/** Milliseconds for which the window stands still at a time, but for the parser itself, which cannot be stopped. */
const slice = 12;

/** Parses a page and goes through its tree in slices, between which the window does what else is waiting. */
export async function parsePage(markup: string): Promise<FlatPage> {
  const flattening = flattened(parse(markup));
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const begun = performance.now();
    while (performance.now() - begun < slice) {
      const step = flattening.next();
      if (step.done) return step.value;
    }
  }
}
