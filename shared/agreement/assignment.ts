/**
 * Pairs rows with columns, each once, at the lowest sum of costs (the method of potentials for the assignment problem, Kuhn 1955).
 * @param costs one row each; no more rows than columns
 * @returns for each row its column
 */
export function assignment(costs: readonly (readonly number[])[]): readonly number[] {
  const [rows, columns] = [costs.length, costs[0]?.length ?? 0];
  if (rows > columns) throw new Error(`${rows} rows want a column each, and there are ${columns}`);
  const [rowPrice, columnPrice] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  /** Row of each column, counted from 1; 0 is free. Column 0 is where a search starts. */
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    while (rowOf[column] !== 0) {
      seen[column] = 1;
      const here = rowOf[column] ?? 0;
      const own = costs[here - 1] ?? [];
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= columns; other++) {
        if (seen[other] === 1) continue;
        const reduced = (own[other - 1] ?? 0) - (rowPrice[here] ?? 0) - (columnPrice[other] ?? 0);
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          cameFrom[other] = column;
        }
        if ((least[other] ?? 0) < step) [step, next] = [least[other] ?? 0, other];
      }
      for (let other = 0; other <= columns; other++) {
        if (seen[other] === 1) {
          rowPrice[rowOf[other] ?? 0] = (rowPrice[rowOf[other] ?? 0] ?? 0) + step;
          columnPrice[other] = (columnPrice[other] ?? 0) - step;
        } else least[other] = (least[other] ?? 0) - step;
      }
      column = next;
    }
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const columnOf = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column++) if ((rowOf[column] ?? 0) > 0) columnOf[(rowOf[column] ?? 0) - 1] = column - 1;
  return columnOf;
}
