import { type Place, problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { columns as ownColumns } from './cells.ts';

/** A row that is a token of the text. */
export interface Row {
  readonly place: Place;
  readonly form: string;
  readonly misc: string;
  readonly span: string;
  readonly rel: string;
  /** A paragraph begins with it. */
  readonly isNewParagraph: boolean;
}

/** From one `# newdoc` to the next, or the whole file where there is none. */
export interface RowDocument {
  readonly place: Place;
  /** The JSON behind `# naql =`, as it is written. */
  readonly header: string | null;
  readonly rows: readonly Row[];
}

/** Columns of CoNLL-U, for files that do not name theirs. */
const standardColumns = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC'];

/** The rows of a CoNLL-U or CoNLL-U Plus file that are tokens: words of a multiword token and empty nodes are not in the text. */
export function readRows({ name, bytes }: NamedBytes, found: Findings): readonly RowDocument[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    found.add(problem('file-not-utf8', { file: name }, { encoding: 'unknown', byte: decoded.byte + 1 }));
    return [];
  }
  const hasMark = decoded.text.startsWith('\ufeff');
  if (hasMark) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  const lines = decoded.text.slice(hasMark ? 1 : 0).split('\n');
  const columns = columnsOf(lines[0] ?? '');
  if (!columns.includes('FORM')) {
    found.add(problem('columns-missing', { file: name, line: 1 }, { expected: 'FORM' }));
    return [];
  }
  const read = rowReader(columns, found);
  for (const [index, raw] of lines.entries()) {
    if (raw.endsWith('\r')) found.addOnce(problem('carriage-returns', { file: name }, {}, 'warning'));
    read.line(raw.endsWith('\r') ? raw.slice(0, -1) : raw, { file: name, line: index + 1 });
  }
  const documents = read.documents();
  if (documents.length === 0) found.add(problem('file-empty', { file: name }));
  else warnOfColumns(columns, name, found);
  return documents;
}

function columnsOf(first: string): readonly string[] {
  const named = /^# ?global\.columns *= *([^\r]*)/.exec(first)?.[1];
  return named === undefined ? standardColumns : named.split(' ').filter((column) => column !== '');
}

function warnOfColumns(columns: readonly string[], file: string, found: Findings): void {
  const others = columns.filter((column) => !(ownColumns as readonly string[]).includes(column));
  if (others.length > 0) found.add(problem('columns-not-kept', { file }, { columns: others.join(' ') }, 'warning'));
}

interface OpenDocument {
  place: Place;
  header: string | null;
  rows: Row[];
}

interface RowReader {
  readonly line: (text: string, place: Place) => void;
  readonly documents: () => readonly RowDocument[];
}

function rowReader(columns: readonly string[], found: Findings): RowReader {
  const all: OpenDocument[] = [];
  /** Last word of the multiword token that the sentence is in. */
  let coveredUntil = 0;
  let isNewParagraph = false;
  const document = (place: Place): OpenDocument => {
    const last = all.at(-1) ?? { place, header: null, rows: [] };
    if (all.length === 0) all.push(last);
    return last;
  };
  const comment = (text: string, place: Place): void => {
    if (/^# ?newdoc\b/.test(text)) all.push({ place, header: null, rows: [] });
    else if (/^# ?newpar\b/.test(text)) isNewParagraph = true;
    else if (text.startsWith('# naql = ')) document(place).header = text.slice('# naql = '.length);
  };
  const row = (text: string, place: Place): void => {
    const cells = text.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '_';
    const [, from, until] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(columns.includes('ID') ? cell('ID') : '1') ?? [];
    if (cells.length !== columns.length) return found.add(problem('row-columns-wrong', place, { count: cells.length, expected: columns.length }));
    if (from === undefined) return /^\d{1,9}\.\d{1,9}$/.test(cell('ID')) ? undefined : found.add(problem('row-id-wrong', place, { id: cell('ID').slice(0, 40) }));
    if (Number(from) <= coveredUntil && until === undefined) return;
    if (until !== undefined) coveredUntil = Number(until);
    document(place).rows.push({ place, form: cell('FORM'), misc: cell('MISC'), span: cell('NAQL:SPAN'), rel: cell('NAQL:REL'), isNewParagraph });
    isNewParagraph = false;
  };
  return {
    line(text, place) {
      if (text.trim() === '') coveredUntil = 0;
      else if (text.startsWith('#')) comment(text, place);
      else row(text, place);
    },
    documents: () => all.filter(({ rows, header }) => rows.length > 0 || header !== null),
  };
}
