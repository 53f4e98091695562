import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type DateRange, type Selection, type SetChoice } from '../../../shared/dataset/selection.ts';
import { type SplitOptions } from '../../../shared/dataset/split-options.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { formatName } from '../../messages/format-name.ts';
import { personName } from '../../messages/person-name.ts';
import { type Translator } from '../../messages/translate.ts';
import { writtenDate } from '../../ui/written-date.ts';
import { peopleOf } from './choices.ts';

export function whoseWords(choice: SetChoice, annotators: readonly Annotator[], { t }: Translator): string {
  if (choice.kind !== 'annotator') return t(`export.whose.${choice.kind}`);
  const name = personName(annotators, choice.annotator, { t });
  return t('export.whose.annotator', { name });
}

const joined = (words: readonly (string | null)[], { language }: Translator): string =>
  words.filter((word) => word !== null).join(language === 'fa' ? '، ' : ', ');

/** What was chosen to be exported, in one line. */
export function whatWords(
  { sets, states, labels, published, publishers, further }: Selection, schema: Schema, annotators: readonly Annotator[], words: Translator,
): string {
  const { t, language, list } = words;
  const stateWords = states === null
    ? t('export.states.all')
    : states.length === 0 ? t('export.states.none') : list(states.map((state) => t(`status.${state}`)));
  const labelWords = labels === null
    ? t('export.labels.all')
    : labels.length === 0 ? t('export.labels.none') : list(labels.map((label) => labelDef(schema, label)?.name[language] ?? label));
  const publisherWords = publishers && (publishers.length === 0 ? t('export.publishers.none') : list(publishers.map(isolate)));
  return joined([whoseWords(sets, annotators, words), stateWords, labelWords, published && rangeWords(published, words), publisherWords, further ? t('export.further') : null], words);
}

function rangeWords({ from, to }: DateRange, { t, language }: Translator): string {
  const open = from === null ? 'until' : to === null ? 'from' : 'no';
  return t('export.range', { open, from: writtenDate(from, language), until: writtenDate(to, language) });
}

/** How it is written, in one line. */
export function howWords({ format, text, split, pseudonyms, release }: ExportOptions, words: Translator): string {
  const { t } = words;
  return joined([
    isolate(formatName(format, words)),
    text.kind === 'windows' ? t('export.text.windows.said', { n: text.codePoints, named: text.named ? 'yes' : 'no' }) : t(`export.text.${text.kind}`),
    split ? splitWords(split, words) : null,
    t(`export.people.${peopleOf(pseudonyms)}`),
    release && release.version !== '' ? `${t('export.release.version')} ${isolate(release.version)}` : null,
  ], words);
}

function splitWords({ method }: SplitOptions, { t, number }: Translator): string {
  if (method.kind === 'time') return `${t('export.split')} ${t('export.split.method.time')}`;
  const { train, validation, test } = method.shares;
  return `${t('export.split')} ${isolate([train, validation, test].map((share) => number(share)).join('/'))}`;
}
