import { publishedDate } from '../../text/published-date.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { type TreeDocument } from './page-nodes.ts';

/** What a page says of itself, in its head and in what it gives to search machines. `null`: it does not say. */
export interface PageFacts {
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  readonly direction: 'rtl' | 'ltr' | null;
}

/** UTF-16 code units: what is longer is no title, no name and no address. */
const longest = 2000;
const deepest = 20;

const sound = (value: string | null | undefined): string | null => {
  const text = (value ?? '').replaceAll(/\s+/gu, ' ').trim();
  return text === '' || text.length > longest || /\p{Surrogate}|\0/u.test(text) ? null : text;
};

export function pageFacts(page: TreeDocument): PageFacts {
  const meta = metaOf(page);
  const story = storyOf(page);
  const url = [page.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta('og:url'), textIn(story, 'url')].map(sound).find(isAddress) ?? null;
  const dates = [
    meta('article:published_time'), textIn(story, 'datePublished'), meta('datepublished'), meta('pubdate'), meta('publishdate'), meta('date'), meta('dc.date'), meta('dc.date.issued'), meta('dcterms.issued'), meta('dcterms.created'),
    page.querySelector('time[datetime]')?.getAttribute('datetime'), page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
    // Where it stands only as it is read: «۱۵ تیر ۱۴۰۵».
    page.querySelector('[itemprop="datePublished"]')?.textContent, page.querySelector('time')?.textContent,
  ];
  const root = page.documentElement;
  const direction = (root?.getAttribute('dir') ?? page.body?.getAttribute('dir') ?? '').trim().toLowerCase();
  return {
    title: [meta('og:title'), textIn(story, 'headline'), onlyHeading(page), page.querySelector('title')?.textContent, meta('title')].map(sound).find((one) => one !== null) ?? null,
    published: dates.map((one) => (one ? publishedDate(one) : null)).find((one) => one !== null) ?? null,
    publisher: [meta('og:site_name'), publisherOf(story), meta('application-name'), url && hostOf(url)].map(sound).find((one) => one !== null) ?? null,
    url,
    language: languageIn(root?.getAttribute('lang') ?? meta('og:locale') ?? null),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : null,
  };
}

const isAddress = (url: string | null): url is string => url !== null && /^https?:\/\/[^\s/]+/i.test(url);
const hostOf = (url: string): string | null => /^https?:\/\/(?:www\.)?([^\s/:?#@]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;

/** `fa_IR` and `fa-IR` are Persian. */
const languageIn = (tag: string | null): string | null => /^([A-Za-z]{2,3})(?:[-_]|$)/.exec((tag ?? '').trim())?.[1]?.toLowerCase() ?? null;

function onlyHeading(page: TreeDocument): string | null {
  const headings = page.querySelectorAll('h1');
  return headings.length === 1 ? (headings[0]?.textContent ?? null) : null;
}

function metaOf(page: TreeDocument): (name: string) => string | null {
  const values = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').trim().toLowerCase();
    const content = element.getAttribute('content');
    if (name !== '' && content !== null && !values.has(name)) values.set(name, content);
  }
  return (name) => values.get(name) ?? null;
}

type Story = Readonly<Record<string, unknown>> | null;

/** What schema.org says of the article, where it stands as JSON. */
function storyOf(page: TreeDocument): Story {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const value = parseJson(script.textContent ?? '');
    if (value === undefined || nestedDeeperThan(deepest, value)) continue;
    const listed = Array.isArray(value) ? value : isJsonObject(value) && Array.isArray(value['@graph']) ? value['@graph'] : [value];
    const story = listed.find((one) => isJsonObject(one) && /(?:Article|Posting|Report)$/.test(String(Array.isArray(one['@type']) ? one['@type'][0] : one['@type'])));
    if (isJsonObject(story)) return story;
  }
  return null;
}

const textIn = (story: Story, name: string): string | null => {
  const value = story && Object.hasOwn(story, name) ? story[name] : null;
  return typeof value === 'string' ? value : null;
};

const publisherOf = (story: Story): string | null => {
  const publisher = story?.['publisher'];
  return isJsonObject(publisher) ? textIn(publisher, 'name') : null;
};
