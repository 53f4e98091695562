import { fingerprint } from '../../text/fingerprint.ts';
import { fold } from '../../text/persian.ts';

/** What a column of a table can be to an Article. */
export const columnRoles = ['text', 'title', 'published', 'publisher', 'url', 'licence', 'id'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** The column of each role, by its name; `null`: there is none. Without a text there is no Article. */
export type ColumnMapping = Readonly<Record<ColumnRole, string | null>>;

export const noMapping: ColumnMapping = { text: null, title: null, published: null, publisher: null, url: null, licence: null, id: null };

/** Tables with the same columns, in whatever order, are read in the same way. */
export const columnsKey = (columns: readonly string[]): string => fingerprint(JSON.stringify([...columns].sort())).slice(0, 16);

/** As `fold` writes them, without blanks and lines; the first that is there is taken. */
const namesOf: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: ['text', 'متن', 'متنخبر', 'متنکامل', 'متنکاملخبر', 'body', 'content', 'محتوا', 'fulltext', 'articlebody', 'articletext', 'newstext', 'newsbody', 'شرح', 'شرحخبر', 'story'],
  title: ['title', 'headline', 'عنوان', 'تیتر', 'عنوانخبر', 'تیترخبر', 'subject', 'newstitle'],
  published: ['published', 'date', 'تاریخ', 'تاریخانتشار', 'publishedat', 'publishdate', 'publicationdate', 'datepublished', 'pubdate', 'زمان', 'زمانانتشار', 'datetime', 'time'],
  publisher: ['publisher', 'source', 'منبع', 'خبرگزاری', 'رسانه', 'ناشر', 'منتشرکننده', 'site', 'sitename', 'agency', 'newsagency', 'outlet'],
  url: ['url', 'link', 'نشانی', 'لینک', 'پیوند', 'address', 'pageurl', 'newslink', 'permalink'],
  licence: ['licence', 'license', 'مجوز', 'پروانه'],
  id: ['id', 'شناسه', 'docid', 'newsid', 'articleid', 'uid', 'کد', 'کدخبر', 'ردیف'],
};

const plain = (name: string): string => fold(name).text.replaceAll(/[\s_.\-–/]+/gu, '');

/** What programs call a column that people call otherwise: `text` of «متن (text)», as our own tables for people have it. */
const programName = (column: string): string => / \(([a-z_]+)\)$/.exec(column)?.[1] ?? column;

/** Columns that stand together in our own tables (docs/formats/table.md) of labels, links, sets, people and articles without their texts, and in no table of articles. */
const forReading: readonly (readonly string[])[] = [
  ['doc_id', 'span_id', 'fragment'], ['doc_id', 'relation_id'], ['doc_id', 'set_id', 'annotations'], ['entity_id', 'merged_into'], ['doc_id', 'group_id', 'characters'],
];

/** Is it one of them? Its rows are no articles, whatever a column is called. */
export function isForReading(columns: readonly string[]): boolean {
  const names = new Set(columns.map(programName));
  const isWhole = names.has('text') && !names.has('span_id');
  return !isWhole && forReading.some((some) => some.every((name) => names.has(name)));
}

/** UTF-16 code units on average: shorter ones are names and headlines. */
const shortestText = 120;

/** What columns probably mean: by their names, and the text otherwise by its length. Each column has one role at most. */
export function guessedMapping(columns: readonly string[], rows: readonly ReadonlyMap<string, unknown>[]): ColumnMapping {
  const taken = new Set<string>();
  const mapping: Record<ColumnRole, string | null> = { ...noMapping };
  const give = (role: ColumnRole, column: string | undefined): void => {
    if (column === undefined) return;
    taken.add(column);
    mapping[role] = column;
  };
  const named = new Map([...columns].reverse().map((column) => [plain(column), column]));
  for (const role of columnRoles) give(role, namesOf[role].map((name) => named.get(name)).find((column) => column !== undefined && !taken.has(column)));
  if (mapping.text === null) give('text', longestColumn(columns.filter((column) => !taken.has(column)), rows));
  return mapping;
}

function longestColumn(columns: readonly string[], rows: readonly ReadonlyMap<string, unknown>[]): string | undefined {
  const lengthOf = (column: string): number =>
    rows.reduce((sum, row) => sum + (typeof row.get(column) === 'string' ? (row.get(column) as string).length : 0), 0) / Math.max(1, rows.length);
  const [longest] = columns.map((column) => ({ column, length: lengthOf(column) })).sort((a, b) => b.length - a.length);
  return longest && longest.length >= shortestText ? longest.column : undefined;
}

/** A mapping that names only columns that are there, and a text among them. */
export const fits = (mapping: ColumnMapping, columns: readonly string[]): boolean =>
  mapping.text !== null && columnRoles.every((role) => mapping[role] === null || columns.includes(mapping[role]));
