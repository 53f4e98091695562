import { numberColumn } from '../../../shared/dataset/number-column.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { lowerBound } from '../../../shared/text/lower-bound.ts';
import { type LineAt } from './line-file.ts';

/** Where the lines of each Article stand in a file. */
export interface Places {
  /** In order, each once. */
  readonly ids: readonly ArticleId[];
  /** In the order of the file; none for an Article that is not there. */
  readonly of: (id: ArticleId) => readonly LineAt[];
}

/** Takes lines in the order of the file and keeps two numbers of each. */
export function linePlaces(): { readonly add: (id: ArticleId, place: LineAt) => void; readonly sorted: () => Places } {
  const named: ArticleId[] = [];
  const [starts, lengths] = [numberColumn('float64'), numberColumn('float64')];
  return {
    add(id, { start, length }) {
      named.push(id);
      starts.push(start);
      lengths.push(length);
    },
    sorted() {
      const idOf = (line: number): ArticleId => named[line] as ArticleId;
      const order = Uint32Array.from(named.keys()).sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a - b));
      const ids: ArticleId[] = [];
      /** Of each Article, where its lines begin in the order. */
      const firsts: number[] = [];
      for (const [at, line] of order.entries()) {
        if (ids.at(-1) === idOf(line)) continue;
        ids.push(idOf(line));
        firsts.push(at);
      }
      return {
        ids,
        of(id) {
          const at = lowerBound(ids, (one) => one >= id);
          if (ids[at] !== id) return [];
          return Array.from(order.subarray(firsts[at], firsts[at + 1]), (line) => ({ start: starts.at(line), length: lengths.at(line) }));
        },
      };
    },
  };
}
