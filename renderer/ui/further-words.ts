import { type Further, type NumberRange } from '../../shared/dataset/further.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type Translator } from '../messages/translate.ts';

/** What else was asked of articles, one phrase each. */
export function furtherWords(
  { tags, annotators, flagged, discussed, count, agreement }: Further, schema: Schema, people: readonly Annotator[], { t, list, number, language }: Translator,
): readonly string[] {
  const range = (what: string, { least, most }: NumberRange, scale = 1): string =>
    t('further.range', {
      what, open: least === null ? 'most' : most === null ? 'least' : 'both', least: number(Math.round((least ?? 0) * scale)), most: number(Math.round((most ?? 0) * scale)),
    });
  const nameOf = (label: string): string => schema.labels.find(({ id }) => id === label)?.name[language] ?? label;
  return [
    tags && t('further.tags', { tags: list(tags) }),
    annotators && t('further.people', { names: list(annotators.map((id) => people.find((one) => one.id === id)?.name ?? id)) }),
    flagged === undefined ? undefined : t('further.flagged', { some: flagged ? 'yes' : 'no' }),
    discussed === undefined ? undefined : t('further.discussed', { some: discussed ? 'yes' : 'no' }),
    count && range(count.label === null ? t('library.filter.count.all') : nameOf(count.label), count),
    agreement && range(t('library.filter.agreement'), agreement, 100),
  ].filter((words) => words !== undefined);
}
