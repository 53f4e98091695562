/** Rows that are read at once: half-open in the list, whole pages, so that scrolling a little reads nothing anew. */
export interface RowWindow {
  readonly from: number;
  readonly limit: number;
}

const pageRows = 64;

/** More than a screen shows: read by themselves, so that the first rows do not wait for those that nobody sees yet. */
export const firstSight: RowWindow = { from: 0, limit: pageRows };

/** The page of the first visible row, one page before it and two after. */
export function windowAround(firstVisible: number): RowWindow {
  const from = Math.max(0, Math.floor(firstVisible / pageRows) * pageRows - pageRows);
  return { from, limit: pageRows * 4 };
}

/**
 * How many rows are drawn of a list of `count`. While thousands come in, the count is ahead of the rows that were read: where those end before their
 * window does, the list ends with them, and no row stands there empty.
 */
export const drawnRows = (count: number, read: (RowWindow & { readonly rows: readonly unknown[] }) | undefined): number =>
  read && read.rows.length < read.limit ? Math.min(count, read.from + read.rows.length) : count;

/** Where the keys lead in a list of `count` rows with `page` of them in sight; `null` for other keys. */
export function movedRow(key: string, active: number, count: number, page: number): number | null {
  const to = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return to(active + 1);
    case 'ArrowUp':
      return to(active - 1);
    case 'PageDown':
      return to(active + page);
    case 'PageUp':
      return to(active - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(count - 1);
    default:
      return null;
  }
}
