/** What our `.ann` files say beyond brat's own words: notes of these types, each on one line (docs/formats/brat.md). */
export const noteTypes = {
  /** For people; brat shows it and lets them edit it. */
  note: 'AnnotatorNotes',
  /** The note as JSON, where it would not fit on a line. */
  wholeNote: 'NaqlNote',
  /** The id in Naql of what brat numbers. */
  id: 'NaqlId',
  flag: 'NaqlFlag',
  origin: 'NaqlOrigin',
  /** The pieces in code points, where cutting at line ends hides them. */
  spans: 'NaqlSpans',
  /** Attributes of a relation as JSON: brat has none. */
  attributes: 'NaqlAttributes',
} as const;

/** The type of N lines that say whom a mention stands for; N lines of other types are relations to somebody who is not mentioned. */
export const reference = 'Reference';

/** Entity ids that do not begin with the name of a database stand in ours. */
const ownDatabase = 'naql';

export const referenceOf = (entity: string): string =>
  /^[^:]+:./u.test(entity) && !entity.startsWith(`${ownDatabase}:`) ? entity : `${ownDatabase}:${entity}`;

export const entityOfReference = (written: string): string =>
  written.startsWith(`${ownDatabase}:`) ? written.slice(ownDatabase.length + 1) : written;

/** A relation that bears the name of N lines' own type is written with one more `-`. */
export const writtenType = (type: string): string => (/^Reference-*$/.test(type) ? `${type}-` : type);
export const typeAsRead = (written: string): string => (/^Reference-+$/.test(written) ? written.slice(0, -1) : written);

/** Names as brat stores them; names of a Schema are such by its own rule. */
export const isName = (name: string): boolean => /^[a-zA-Z0-9_-]+$/.test(name);
