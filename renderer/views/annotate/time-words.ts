import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type AttributeDef, type LabelDef } from '../../../shared/model/schema.ts';
import { type BothCalendars, resolveTime } from '../../../shared/text/resolve-time.ts';
import { type Translator } from '../../messages/translate.ts';

/** The attribute by which a Label says a time, whatever its name; `undefined` for one that stands for none. */
export const timeDefOf = ({ attributes }: LabelDef): AttributeDef | undefined => attributes.find(({ kind }) => attributeKinds[kind].widget === 'time');

/** In the time zone of whoever reads: midnight elsewhere may be another day here. */
const noonOf = (gregorian: string): string => `${gregorian}T12:00:00`;

/** The long form of the calendar that the language lives in, and the short form of the other one. */
const dayWords = ({ gregorian, jalali }: BothCalendars, { t, date, language }: Translator): string =>
  t('time.day', { day: date(noonOf(gregorian)), other: language === 'fa' ? gregorian : jalali });

/** The day or days that a stored time means in an Article of that date, or why that cannot be said. */
export function resolvedWords(value: string, published: string | null, translator: Translator): string {
  const { t } = translator;
  const resolved = resolveTime(value, published);
  switch (resolved.kind) {
    case 'day':
      return dayWords(resolved.day, translator);
    case 'range':
      return t('time.range', { from: dayWords(resolved.from, translator), to: dayWords(resolved.to, translator) });
    case 'article-undated':
      return t('time.article-undated');
    case 'no-such-day':
      return t('time.no-such-day');
  }
}
