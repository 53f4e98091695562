import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { seenSets, type Viewer } from '../../shared/review/blind.ts';
import { handedInUnder, writtenLast } from '../../shared/review/history.ts';
import { eachPage, entriesPerStep, type ProjectDatabase } from './database.ts';
import { type EarlierLabel, type RuledEntry } from './project-store.ts';
import { readArticles } from './reads.ts';
import { setsFrom } from './set-rows.ts';

/** Characters of a label's words. */
const longestWords = 80;

/**
 * What people marked before there was an entry of the guideline, and did not touch since, in work and gold sets that may be seen: the own first, by
 * Article, in reading order. The own labels also from before it came to this laptop, others' from before it had come to theirs. Reads the whole Log.
 */
export async function readLabelledBefore(database: ProjectDatabase, viewer: Viewer, ruled: RuledEntry): Promise<readonly EarlierLabel[]> {
  const written = writtenLast();
  let arrived = ruled.at;
  await eachPage(database.entries, (rows) => {
    for (const { entry } of rows) {
      written.add(entry);
      if (entry.change.added.some((one) => one.kind === 'event' && one.value.id === ruled.id) && entry.wall > arrived) arrived = entry.wall;
    }
  }, entriesPerStep);
  const under = handedInUnder(await database.events.where('kind').equals('submitted').toArray());
  const earlier: AnnotationSet[] = [];
  await eachPage(database.sets, async (rows) => {
    for (const set of seenSets(viewer, await setsFrom(database, rows))) {
      if (set.role === 'suggestion') continue;
      const isOwn = set.annotator === viewer.me;
      const before = isOwn ? arrived : ruled.at;
      const isOfOlder = !isOwn && (under.get(set.id) ?? ruled.number) < ruled.number;
      const annotations = set.annotations.filter(({ id }) => isOfOlder || (written.at(set.id, id) ?? before) < before);
      if (annotations.length > 0) earlier.push({ ...set, annotations });
    }
  });
  const articles = new Map((await readArticles(database, [...new Set(earlier.map(({ article }) => article))])).map((one) => [one.id, one]));
  const titleOf = (id: ArticleId): string => articles.get(id)?.title ?? '';
  return earlier
    .sort((a, b) => Number(b.annotator === viewer.me) - Number(a.annotator === viewer.me) || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.id < b.id ? -1 : 1))
    .flatMap(({ id, article, annotator, annotations }) =>
      annotations.map((one) => {
        const words = one.spans.map(({ start, end }) => articles.get(article)?.text.slice(start, end) ?? '').join(' … ').slice(0, longestWords);
        return { article, title: titleOf(article), set: id, annotation: one.id, label: one.label, words, by: annotator };
      }));
}
