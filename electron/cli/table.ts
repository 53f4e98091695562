/** Lines with columns of equal width, the width counted in code points; nothing behind the last word. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (text: string): number => [...text].length;
  const widths = rows.reduce<readonly number[]>((all, row) => row.map((cell, column) => Math.max(all[column] ?? 0, width(cell))), []);
  return rows.map((row) => row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))).join('  ').trimEnd());
}
