import { type Metric } from './metric.ts';
import { Counts, type Tally } from './tally.ts';

/** Amounts of one name, by Article; those that are 0 are not there. */
interface Column {
  readonly articles: number[];
  readonly amounts: number[];
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
      const column = columns.get(name) ?? { articles: [], amounts: [] };
      columns.set(name, column);
      if (column.articles.at(-1) === article) column.amounts[column.amounts.length - 1] = (column.amounts.at(-1) ?? 0) + amount;
      else {
        column.articles.push(article);
        column.amounts.push(amount);
      }
    }
  }

  /** @param times how often each Article counts; once each, if not given */
  value(times?: Uint32Array): number | null {
    const values = [...this.groups.values()].flatMap((columns) => this.metric.value(sumsOf(columns, times), this.subject) ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  }

  total(name: string): number {
    return [...this.groups.values()].reduce((sum, columns) => sum + (columns.get(name)?.amounts.reduce((all, one) => all + one, 0) ?? 0), 0);
  }

  /** Articles that have something of this name. */
  articlesWith(name: string): number {
    return new Set([...this.groups.values()].flatMap((columns) => columns.get(name)?.articles ?? [])).size;
  }
}

/** Told beside values and not needed for them. */
const isTold = (name: string): boolean => name === 'n' || name === 'approached';

function sumsOf(columns: ReadonlyMap<string, Column>, times?: Uint32Array): Tally {
  const sums = new Counts();
  for (const [name, { articles, amounts }] of columns) {
    if (isTold(name)) continue;
    let sum = 0;
    for (let place = 0; place < articles.length; place++) sum += (times ? (times[articles[place] ?? 0] ?? 0) : 1) * (amounts[place] ?? 0);
    if (sum !== 0) sums.set(name, sum);
  }
  return sums;
}
