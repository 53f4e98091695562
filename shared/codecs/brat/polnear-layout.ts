import { type AnnotatorId } from '../../model/id.ts';
import { fingerprint } from '../../text/fingerprint.ts';

/** Where PolNeAR's files name an annotator, this says that nobody has looked at the text. */
export const nobody = '0000';

/** What an annotator is called at the end of a name: hexadecimal digits, four in PolNeAR itself. */
export const annotatorSuffix = /_[0-9a-f]{4,16}$/;

/**
 * A pseudonym is such digits already and stays; every other id gives the first eight of its hash, so that two people who never met in
 * one slice are not called alike.
 */
export function digitsOf(annotator: AnnotatorId): string {
  const [, digits] = /^(?:per-)?([0-9a-f]{4,16})$/.exec(annotator) ?? [];
  return digits === undefined || digits === nobody ? fingerprint(annotator).slice(0, 8) : digits;
}

/** PolNeAR's own three compartments; whatever else an export is divided into keeps its name. */
const compartments: ReadonlyMap<string, string> = new Map([['validation', 'dev']]);

/** The folder of one split, which its readers call a compartment: archives unpacked in one place make the tree of the release. */
export function compartmentOf(stem: string) {
  const name = compartments.get(stem) ?? stem;
  const folder = `data/${name}`;
  return {
    name,
    text: (article: string): string => `${folder}/text/${article}.txt`,
    attributions: (article: string, digits: string): string => `${folder}/attributions/${article}_${digits}.ann`,
    configuration: `${folder}/attributions/annotation.conf`,
    table: `${folder}/${tableName}`,
  };
}

const tableName = 'metadata.tsv';
export const isTable = (name: string): boolean => /(?:^|\/)metadata\.tsv$/.test(name);

/** A document's name, whichever of its two folders a file stands in. */
export const documentOf = (name: string): string => name.replace(/(^|\/)(?:text|attributions)\/([^/]*)$/, '$1$2').replace(/\.[^./]*$/, '');

/** Attributions by where they lie, whatever stands in them. */
export const isAmongAttributions = (name: string): boolean => /(?:^|\/)attributions\/[^/]*\.ann$/i.test(name);

/** Texts for whose compartment there is a table of its own: PolNeAR itself has one for all, above them. */
export function ownTexts(names: readonly string[]): (text: string) => boolean {
  const folders = new Set(names.filter(isTable).map((name) => name.slice(0, -tableName.length)));
  return (text) => folders.has(text.replace(/text\/[^/]*$/, ''));
}

/** Columns without which PolNeAR's own reader stops. Source data has no place in the profile: they are empty, which it takes. */
const columns = [
  'compartment', 'filename', 'annotators', 'publisher', 'publication_date', 'title', 'author', 'credit', 'wire', 'level', 'trump_count', 'clinton_count',
] as const;

export const tableHead = columns.join('\t');

export const tableRow = (known: { readonly compartment: string; readonly filename: string; readonly annotators: readonly string[] }): string =>
  columns.map((column) => (column === 'annotators' ? known.annotators.join('|') : column === 'compartment' || column === 'filename' ? known[column] : '')).join('\t');
