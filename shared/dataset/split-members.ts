import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type ArticleId } from '../model/id.ts';
import { numberColumn, type NumberColumn } from './number-column.ts';
import { type SplitMember } from './split-group.ts';

/** What is to be known of many Articles when they are divided, in columns: some hundred bytes each, whatever they hold. */
export interface SplitMembers {
  readonly add: (article: Article, sets: readonly AnnotationSet[]) => void;
  /** In the order in which they came. */
  readonly all: () => readonly SplitMember[];
}

export function splitMembers(): SplitMembers {
  const ids: ArticleId[] = [];
  const [publishers, days] = [words(), words()];
  /** For each Label how many Annotations the Articles have, up to the last one that has any. */
  const counts = new Map<string, NumberColumn>();
  return {
    add({ id, source }, sets) {
      const place = ids.push(id) - 1;
      publishers.push(source.publisher);
      days.push(source.published);
      for (const [label, count] of tallied(sets)) {
        const column = counts.get(label) ?? numberColumn('int32');
        counts.set(label, column);
        while (column.length() < place) column.push(0);
        column.push(count);
      }
    },
    all() {
      const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
      const labelsOf = (place: number) =>
        Object.fromEntries(sorted.flatMap(([label, { length, at }]) => (place < length() && at(place) > 0 ? [[label, at(place)] as const] : [])));
      const columns: Columns = { id: (place) => ids[place] as ArticleId, publisher: publishers.at, published: days.at, labels: labelsOf };
      return ids.map((_, place) => new InColumns(columns, place));
    },
  };
}

type Columns = { readonly [Name in keyof SplitMember]: (place: number) => SplitMember[Name] };

/** Says what stands in the columns when it is asked: of a hundred thousand, nobody asks for all of everyone at one time. */
class InColumns implements SplitMember {
  readonly #columns: Columns;
  readonly #place: number;

  constructor(columns: Columns, place: number) {
    this.#columns = columns;
    this.#place = place;
  }

  get id() {
    return this.#columns.id(this.#place);
  }

  get publisher() {
    return this.#columns.publisher(this.#place);
  }

  get published() {
    return this.#columns.published(this.#place);
  }

  get labels() {
    return this.#columns.labels(this.#place);
  }
}

function tallied(sets: readonly AnnotationSet[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { annotations } of sets) for (const { label } of annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** A column of words of which there are few different ones: each is kept once. */
function words() {
  const places = new Map<string | null, number>();
  const distinct: (string | null)[] = [];
  const column = numberColumn('int32');
  return {
    push(word: string | null): void {
      const place = places.get(word) ?? distinct.push(word) - 1;
      places.set(word, place);
      column.push(place);
    },
    at: (place: number): string | null => distinct[column.at(place)] as string | null,
  };
}
