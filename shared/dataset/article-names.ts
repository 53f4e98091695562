import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ArticleId, makeId } from '../model/id.ts';
import { type ExportOptions, type TextMode } from './export-options.ts';
import { type ExportPlan } from './export-plan.ts';
import { type Leak } from './leaks.ts';
import { type LockedSplit } from './split-options.ts';

/** Do Articles leave under pseudonyms, without what leads to their whole text? */
export const hidesArticles = (text: TextMode): boolean => text.kind === 'windows' && !text.named;

/** What Articles are called in an export. */
export interface ArticleNamer {
  readonly nameOf: (id: ArticleId) => ArticleId;
  /** All that were asked for so far. */
  readonly names: () => ReadonlyMap<ArticleId, ArticleId>;
}

/** Hexadecimal digits: two of a million Articles are called the same once in ten million projects. */
const digits = 16;

/**
 * Names each Article by HMAC-SHA-256(secret, release and id), as Annotators are named; the same release gives the same names.
 * @throws when two Articles would be called the same.
 */
export function articleNamer(secret: Uint8Array, release: string): ArticleNamer {
  const names = new Map<ArticleId, ArticleId>();
  const taken = new Map<ArticleId, ArticleId>();
  return {
    names: () => names,
    nameOf(id) {
      const known = names.get(id);
      if (known) return known;
      const name = makeId('article', bytesToHex(hmac(sha256, secret, utf8ToBytes(`article\n${release}\n${id}`))).slice(0, digits));
      const other = taken.get(name);
      if (other) throw new Error(`articles ${other} and ${id} would both be called ${name}`);
      names.set(id, name);
      taken.set(name, id);
      return name;
    },
  };
}

/** As a plan has named them. @throws for an Article that it has not met. */
export function plannedName(id: ArticleId, { articleNames, snapshot }: Pick<ExportPlan, 'articleNames' | 'snapshot'>): ArticleId {
  if (!articleNames) return id;
  const name = articleNames.get(id);
  if (!name) throw new Error(`the plan of ${snapshot} has no name for article ${id}`);
  return name;
}

/** The slice without what leads to its whole text: id, title, address, file and foreign fields of its Article. */
export function unnamed(slice: Dataset, nameOf: ArticleNamer['nameOf']): Dataset {
  return {
    ...slice,
    articles: slice.articles.map((article): Article => ({
      ...article,
      id: nameOf(article.id),
      title: '',
      group: article.group === null ? null : nameOf(article.group as ArticleId),
      source: { ...article.source, url: null, file: null },
      extra: {},
    })),
    sets: slice.sets.map((set): AnnotationSet => ({ ...set, article: nameOf(set.article) })),
  };
}

/** The closest pairs as files tell them: without titles where those do not leave. */
export const toldLeaks = (plan: Pick<ExportPlan, 'leaks' | 'options' | 'articleNames' | 'snapshot'>): readonly Leak[] =>
  plan.options.text.kind === 'full' || (plan.options.text.kind === 'windows' && plan.options.text.named)
    ? plan.leaks
    : plan.leaks.map((leak) => ({
      ...leak, titles: ['', ''], articles: [plannedName(leak.articles[0], plan), plannedName(leak.articles[1], plan)],
    }));

export const toldLock = (lock: readonly LockedSplit[], plan: Pick<ExportPlan, 'articleNames' | 'snapshot'>): readonly LockedSplit[] =>
  lock.map(({ article, split, group }) => ({
    article: plannedName(article as ArticleId, plan), split, group: plannedName(group as ArticleId, plan),
  }));

export function toldChanges(plan: Pick<ExportPlan, 'changes' | 'articleNames' | 'snapshot'>): ExportPlan['changes'] {
  const told = (ids: readonly string[]): readonly string[] => ids.map((id): string => plannedName(id as ArticleId, plan)).sort();
  return plan.changes && { ...plan.changes, added: told(plan.changes.added), changed: told(plan.changes.changed), removed: told(plan.changes.removed) };
}

export const toldArticles = (
  articles: ExportOptions['selection']['articles'], plan: Pick<ExportPlan, 'articleNames' | 'snapshot'>,
): ExportOptions['selection']['articles'] => articles && articles.map((id) => plannedName(id, plan));
