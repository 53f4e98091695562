/** What stands in one cell: words, a number, or nothing. */
export type Cell = string | number | null;

/** One column of a table over records of one kind. */
export interface Column<Subject> {
  /** Its name in files for programs; ASCII, lower case unless a Schema says otherwise. */
  readonly id: string;
  /** Its name for people, where it is not one of the messages. */
  readonly name?: string;
  /** Long words, to be broken over several lines. */
  readonly isLong?: true;
  readonly cell: (subject: Subject) => Cell;
}

/** A row with the record that it tells of: article id and, where there is one, the id of a record inside it. */
export interface Row {
  readonly where: readonly string[];
  readonly cells: readonly Cell[];
}

export const tableIds = ['annotations', 'relations', 'articles', 'sets', 'entities'] as const;
export type TableId = (typeof tableIds)[number];
