import { type Codec } from '../../../shared/codecs/codec.ts';
import { codecs } from '../../../shared/codecs/registry.ts';
import { catalogue, type MessageCode } from '../../../shared/messages/catalogue.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type Problem } from '../../../shared/result.ts';
import { formatName } from '../../messages/format-name.ts';
import { type Translator } from '../../messages/translate.ts';

export const families = ['keep', 'train', 'columns', 'tools', 'tables', 'web', 'other'] as const;
export type Family = (typeof families)[number];

/** By the first words of their ids: what their readers do with them. */
const members: Readonly<Record<Exclude<Family, 'other'>, readonly string[]>> = {
  keep: ['native'],
  train: ['hf', 'spacy', 'prodigy'],
  columns: ['conll', 'conll2003', 'conllu', 'webanno'],
  tools: ['label', 'doccano', 'brat', 'polnear', 'uima'],
  tables: ['csv', 'xlsx'],
  web: ['w3c'],
};

export const familyOf = (format: string): Family => {
  const [first = ''] = format.split('-');
  return families.find((family) => family !== 'other' && members[family].includes(first)) ?? 'other';
};

export const writableCodecs: readonly Codec[] = codecs.filter(({ write }) => write !== undefined);

/** What the format is for, in one line; `null` where nobody has said it yet. */
export const formatWords = (format: string): MessageCode | null => {
  const code = `format.${format}`;
  return code in catalogue ? (code as MessageCode) : null;
};

/** Families with formats, in the order of `families`. */
export const formatFamilies: readonly { readonly family: Family; readonly codecs: readonly Codec[] }[] = families
  .map((family) => ({ family, codecs: writableCodecs.filter(({ id }) => familyOf(id) === family) }))
  .filter((one) => one.codecs.length > 0);

/** A Problem that names formats by their ids, as the language calls them. */
export function withFormatNames(problem: Problem, words: Translator): Problem {
  const { code, values } = problem;
  if (code !== 'export-format-needs-text') return problem;
  const { format, formats } = values;
  const names = String(formats).split('; ').map((id) => isolate(formatName(id, words)));
  return { ...problem, values: { ...values, format: formatName(String(format), words), formats: names.join(words.language === 'fa' ? '؛ ' : '; ') } };
}
