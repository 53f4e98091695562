import { type ParsePage } from '../../shared/codecs/page/page-tree.ts';

/** The part of Trusted Types used here; the DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createHTML: (markup: string) => string }): { createHTML(markup: string): unknown };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Named in the Content-Security-Policy: the one way in which markup becomes a tree. The tree belongs to no window: nothing in it runs, is drawn
 * or is fetched, and only its words are taken.
 */
const policy = trustedTypes?.createPolicy('naql-page', { createHTML: (markup) => markup });

export const parsePage: ParsePage = (markup) =>
  new DOMParser().parseFromString((policy ? policy.createHTML(markup) : markup) as string, 'text/html');
