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

/** @param times how often each Article counts; once each, if not given */
function total({ articles, amounts, size }: Column, times?: Uint32Array): number {
  let sum = 0;
  if (times) for (let place = 0; place < size; place++) sum += (times[articles[place] ?? 0] ?? 0) * (amounts[place] ?? 0);
  else for (let place = 0; place < size; place++) sum += amounts[place] ?? 0;
  return sum;
}

/** What one Metric counted of one subject, Article by Article, so that any choice of Articles can be added up. */
export class Series {
  /** Columns by name; for each pair of people its own where values of pairs are averaged. */
  private readonly groups = new Map<string, Map<string, Column>>();
  private readonly metric: Metric;
  private readonly subject: string | null;
  leftOut = 0;

  constructor(metric: Metric, subject: string | null) {
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

  /** @param times how often each Article counts; once each, if not given */
  value(times?: Uint32Array): number | null {
    const values = [...this.groups.values()].flatMap((columns) => this.metric.value(sumsOf(columns, times), this.subject) ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
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

/** Told beside values and not needed for them. */
const isTold = (name: string): boolean => name === 'n' || name === 'approached';

function sumsOf(columns: ReadonlyMap<string, Column>, times?: Uint32Array): Tally {
  const sums = new Counts();
  for (const [name, column] of columns) {
    const sum = isTold(name) ? 0 : total(column, times);
    if (sum !== 0) sums.set(name, sum);
  }
  return sums;
}
