import { type Draws, drawsTogether } from './bootstrap.ts';
import { type Metric } from './metric.ts';
import { Counts, type Tally } from './tally.ts';

/** Amounts of one name, by Article; those that are 0 are not there. Arrays of one kind of number, with room to grow: they are summed thousands of times. */
interface Column {
  articles: Int32Array;
  amounts: Float64Array;
  size: number;
}

const newColumn = (): Column => ({ articles: new Int32Array(4), amounts: new Float64Array(4), size: 0 });

function put(column: Column, article: number, amount: number): void {
  const last = column.size - 1;
  if (last >= 0 && column.articles[last] === article) {
    column.amounts[last] = (column.amounts[last] ?? 0) + amount;
    return;
  }
  if (column.size === column.articles.length) {
    const [articles, amounts] = [new Int32Array(2 * column.size), new Float64Array(2 * column.size)];
    articles.set(column.articles);
    amounts.set(column.amounts);
    Object.assign(column, { articles, amounts });
  }
  column.articles[column.size] = article;
  column.amounts[column.size++] = amount;
}

function total({ amounts, size }: Column): number {
  let sum = 0;
  for (let place = 0; place < size; place++) sum += amounts[place] ?? 0;
  return sum;
}

/** A column's sum in each of four draws. Written out: the sums stay in registers, and this is the inner loop of every interval. */
function addDrawn({ articles, amounts, size }: Column, times: Float64Array, sums: Float64Array): void {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let place = 0; place < size; place++) {
    const first = (articles[place] ?? 0) * drawsTogether;
    const amount = amounts[place] ?? 0;
    one += (times[first] ?? 0) * amount;
    two += (times[first + 1] ?? 0) * amount;
    three += (times[first + 2] ?? 0) * amount;
    four += (times[first + 3] ?? 0) * amount;
  }
  sums.set([one, two, three, four]);
}

/** All that is asked of a Metric when it has counted. */
export type Measured = Pick<Metric, 'value' | 'coverage' | 'precision'>;

/** What one Metric counted of one subject, Article by Article, so that any choice of Articles can be added up. */
export class Series {
  /** Columns by name; for each pair of people its own where values of pairs are averaged. */
  private readonly groups = new Map<string, Map<string, Column>>();
  private readonly metric: Measured;
  private readonly subject: string | null;
  leftOut = 0;

  constructor(metric: Measured, subject: string | null) {
    this.metric = metric;
    this.subject = subject;
  }

  add(article: number, group: string, tally: Tally): void {
    const columns = this.groups.get(group) ?? new Map<string, Column>();
    this.groups.set(group, columns);
    for (const [name, amount] of tally) {
      if (amount === 0) continue;
      const column = columns.get(name) ?? newColumn();
      columns.set(name, column);
      put(column, article, amount);
    }
  }

  value(): number | null {
    return this.mean(this.sums());
  }

  /** As `Metric.coverage` and `Metric.precision`. */
  beside(name: 'coverage' | 'precision'): number | null {
    const { [name]: told } = this.metric;
    return told ? meanOf(this.sums().flatMap((tally) => told(tally) ?? [])) : null;
  }

  private sums(): readonly Tally[] {
    return [...this.groups.values()].map((columns) => {
      const sums = new Counts();
      for (const [name, column] of columns) {
        const sum = isTold(name) ? 0 : total(column);
        if (sum !== 0) sums.set(name, sum);
      }
      return sums;
    });
  }

  /** The value in each draw of the block. */
  drawn({ times, size }: Draws): readonly (number | null)[] {
    const draws = Array.from({ length: size }, (): Counts[] => []);
    const four = new Float64Array(drawsTogether);
    for (const columns of this.groups.values()) {
      for (const tallies of draws) tallies.push(new Counts());
      for (const [name, column] of columns) {
        if (isTold(name)) continue;
        addDrawn(column, times, four);
        draws.forEach((tallies, draw) => {
          const sum = four[draw] ?? 0;
          if (sum !== 0) tallies.at(-1)?.set(name, sum);
        });
      }
    }
    return draws.map((tallies) => this.mean(tallies));
  }

  /** Of what pairs of people say, where they are asked one by one. */
  private mean(tallies: readonly Tally[]): number | null {
    return meanOf(tallies.flatMap((tally) => this.metric.value(tally, this.subject) ?? []));
  }

  total(name: string): number {
    return this.columns(name).reduce((sum, column) => sum + total(column), 0);
  }

  /** Articles that have something of this name. */
  articlesWith(name: string): number {
    return new Set(this.columns(name).flatMap(({ articles, size }) => [...articles.subarray(0, size)])).size;
  }

  private columns(name: string): readonly Column[] {
    return [...this.groups.values()].flatMap((columns) => columns.get(name) ?? []);
  }
}

const meanOf = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** Told beside values and not needed for them. */
const isTold = (name: string): boolean => name === 'n' || name === 'approached';
