/** What a person has told, or that nobody has. */
export const todo = (text: string | null | undefined): string => (text === null || text === undefined || text.trim() === '' ? 'TODO' : text.trim());

/** A table as GitHub and the Hub draw it. A bar or a line end in a cell would break it. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`).join('\n');

const escaped = (cell: string): string => cell.replace(/\r\n?|\n/g, ' ').replace(/\|/g, '\\|');
