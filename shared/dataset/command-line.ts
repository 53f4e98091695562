import { setStatuses } from '../model/annotation-set.ts';
import { type AnnotatorId } from '../model/id.ts';
import { defaultOptions, type ExportOptions, type LicenceRule, type TextMode } from './export-options.ts';
import { type DateRange, type Selection, type SetChoice } from './selection.ts';
import { type SplitMethod, type SplitOptions } from './split-options.ts';

export interface CommandNames {
  /** The project's file or folder. */
  readonly project: string;
  readonly out: string;
  /** The file that the card's fields stand in, for a release. */
  readonly card: string;
  /** The file that the Selection stands in, where words cannot say it. */
  readonly selection: string;
  /** Whose work `mine` is, where the project has several people. */
  readonly annotator?: AnnotatorId;
}

/** The same export on the command line, for a shell: one line. What is not said is as in `defaultOptions`. */
export function exportCommand(options: ExportOptions, { project, out, card, selection: file, annotator }: CommandNames): string {
  const { format, selection, split, text, licences, notes, pseudonyms, release } = options;
  const words = [
    'naql', 'export', project, ...said('--to', format), ...said('--out', out),
    ...(isSayable(selection) ? selectionWords(selection) : said('--selection', file)),
    ...(selection.sets.kind === 'mine' && annotator !== undefined ? said('--annotator', annotator) : []),
    ...(split ? splitWords(split) : []),
    ...(text.kind === 'full' ? [] : said('--text', textWord(text))),
    ...(text.kind === 'windows' && text.named ? ['--article-names'] : []),
    ...(licences.kind === 'any' && !licences.chosen ? [] : said('--licences', licenceWord(licences))),
    ...(notes ? ['--notes'] : []),
    ...pseudonymWords(pseudonyms),
    ...(release ? said('--release', card) : []),
  ];
  return words.map(quoted).join(' ');
}

/** An option and its value. One that begins as an option does is told from an option by the sign between them. */
const said = (option: string, value: string): readonly string[] => (value.startsWith('-') ? [`${option}=${value}`] : [option, value]);

/** Ids of Articles, lists of nothing, and what else may be asked of an Article have no words. */
export const isSayable = ({ articles, labels, states, publishers, further }: Selection): boolean =>
  articles === null && further === undefined && [labels, states, publishers].every((list) => list === null || list.length > 0);

const selectionWords = ({ sets, states, labels, published, publishers }: Selection): readonly string[] => [
  ...said('--set', setWord(sets)),
  ...said('--state', (states ?? setStatuses).join(',')),
  ...(labels ? said('--label', labels.join(',')) : []),
  ...(published ? rangeWords(published) : []),
  ...(publishers ?? []).flatMap((publisher) => said('--publisher', publisher)),
];

const setWord = (choice: SetChoice): string => (choice.kind === 'annotator' ? choice.annotator : choice.kind);

const rangeWords = ({ from, to }: DateRange): readonly string[] => [...(from ? ['--since', from] : []), ...(to ? ['--until', to] : [])];

function splitWords({ method, unit, unseenPublishers }: SplitOptions): readonly string[] {
  return [...methodWords(method), '--by', unit, ...unseenPublishers.flatMap((publisher) => said('--unseen-publisher', publisher))];
}

function methodWords(method: SplitMethod): readonly string[] {
  if (method.kind === 'time') return ['--method', 'time', '--validation-from', method.validationFrom, '--test-from', method.testFrom];
  const { train, validation, test } = method.shares;
  return ['--split', `${train}/${validation}/${test}`, ...(method.kind === 'auto' ? [] : ['--method', method.kind]), ...said('--seed', method.seed)];
}

const textWord = (text: TextMode): string => (text.kind === 'windows' ? `windows:${text.codePoints}` : text.kind);

/** A licence's own commas and blanks are no end of it, and one that is called as a rule is a licence. */
function licenceWord(rule: LicenceRule): string {
  if (rule.kind !== 'listed') return rule.kind;
  const words = rule.licences.map((one) => one.replace(/[\\,]|^\s|\s$/gu, '\\$&')).join(',');
  return words === 'any' || words === 'stated' ? `\\${words}` : words;
}

function pseudonymWords(pseudonyms: ExportOptions['pseudonyms']): readonly string[] {
  if (!pseudonyms) return ['--names'];
  const series = pseudonyms.release === defaultOptions.pseudonyms?.release ? [] : said('--pseudonyms', pseudonyms.release);
  return [...series, ...(pseudonyms.merged ? ['--merge-people'] : [])];
}

/** Letters, digits and what no shell reads as more than itself stand bare; half-spaces and all else need quotes. */
const quoted = (word: string): string => (/^[\p{L}\p{N}_.,:=+@%/-]+$/u.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`);
