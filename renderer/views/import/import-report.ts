import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type CopyChoice } from '../../../shared/dataset/copy-groups.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem } from '../../../shared/result.ts';

/**
 * Warnings that ask nothing: the text came in as it is, or as a person chose a moment ago (`text-cleaned`, `text-decoded`). Characters that set a direction are
 * part of many a text, lists of many a table, macros, linked pictures and numbers of lists of many a Word document; a long text is only slow.
 */
const noteCodes: ReadonlySet<string> = new Set([
  'bidi-controls', 'byte-order-mark', 'column-left-out', 'column-name-wrong', 'docx-macros', 'docx-numbers', 'docx-outside', 'text-cleaned', 'text-decoded', 'text-long', 'text-mark-dropped',
]);
/** Every program of Windows and of old Macs writes them: to be shown each such text before it comes in would teach to look at nothing. */
const usualLineEnds: ReadonlySet<unknown> = new Set(['CRLF', 'CR']);

/** Of many alike some are told, and how many more there were. */
export function isNote({ code: own, severity, values }: Problem): boolean {
  const code = own === 'further-like' ? String(values['code']) : own;
  return severity === 'warning' && (noteCodes.has(code) || (code === 'line-ends-unified' && usualLineEnds.has(values['kind'])));
}

/** What became of all files together. */
export interface ImportReport {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  readonly duplicates: number;
  /** What storing had to say, and of many files what was wrong with them; of few that was said before. */
  readonly problems: readonly Problem[];
  /** The one new Article, when there is exactly one. */
  readonly onlyArticle: ArticleId | null;
  /** What of it a person need only know, with its file: it came in as it is, and nothing is to be done. */
  readonly notes: readonly Problem[];
  /** What was said beforehand of all that say the same as another; `null`: nothing, they are shown. */
  readonly copies: CopyChoice | null;
  /** Files that were not begun because a person stopped it. */
  readonly left: number;
}

export const emptyReport: ImportReport = { articles: 0, sets: 0, annotations: 0, duplicates: 0, problems: [], notes: [], onlyArticle: null, copies: null, left: 0 };

/** How many sets of another Schema there are is counted over all parts of a file. */
function summed(one: readonly Problem[], other: readonly Problem[]): readonly Problem[] {
  const all = [...one];
  for (const next of other) {
    const place = next.code === 'schema-of-another-project' ? all.findIndex((known) => saidOfAll(known) === saidOfAll(next)) : -1;
    const known = all[place];
    if (known) all[place] = { ...known, values: { ...known.values, count: Number(known.values['count']) + Number(next.values['count']) } };
    else all.push(next);
  }
  return all;
}

function saidOfAll({ code, place, values: all }: Problem): string {
  const { count: _, ...values } = all;
  return canonicalJson({ code, place: { ...place }, values });
}

export function joinedReports(one: ImportReport, other: ImportReport): ImportReport {
  const articles = one.articles + other.articles;
  return {
    articles,
    sets: one.sets + other.sets,
    annotations: one.annotations + other.annotations,
    duplicates: one.duplicates + other.duplicates,
    problems: summed(one.problems, other.problems),
    notes: [...one.notes, ...other.notes],
    copies: one.copies ?? other.copies,
    onlyArticle: articles === 1 ? (one.onlyArticle ?? other.onlyArticle) : null,
    left: one.left + other.left,
  };
}
