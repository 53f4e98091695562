import { type GoldValue } from '../../../shared/agreement/gold-value.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { metricById } from '../../../shared/agreement/registry.ts';
import { type Translator } from '../../messages/translate.ts';

type Words = Pick<Translator, 't' | 'number'>;

/** A value with two decimals, never rounded up to 1 or away from it; what is undefined is said to be. */
export function valueText({ t, number }: Words, value: number | null): string {
  if (value === null) return t('agreement.undefined');
  // 0.997 is not 1: a hundred per cent is said of what is one.
  const shown = value < 1 && value > 0.994 ? 0.99 : value;
  // A minus before nothing says nothing.
  return number(Math.abs(shown) < 0.005 ? 0 : shown, 2);
}

export const intervalText = (words: Words, interval: Score['interval']): string =>
  (interval === null ? words.t('agreement.no-interval')
    : words.t('agreement.interval', { low: valueText(words, interval[0]), high: valueText(words, interval[1]) }));

/** A part of all there was, per cent, with its interval. Of nothing there is none. */
export function shareText({ t, number }: Words, { value, interval }: GoldValue): string | null {
  if (value === null) return null;
  const [share, low, high] = [value, ...(interval ?? [value, value])].map((part) => number(100 * part, 0)) as [string, string, string];
  return low === high ? t('agreement.quality.share', { share }) : t('agreement.quality.share.between', { share, low, high });
}

/** How many things were looked at, and what they are. */
export function countText({ t }: Words, { metric, n }: Pick<Score, 'metric' | 'n'>): string {
  const counts = metricById(metric)?.counts;
  if (!counts) throw new Error(`no measure called ${metric}`);
  return t(`agreement.n.${counts}`, { n });
}

export const scoreIn = (scores: readonly Score[], metric: Score['metric'], label: string | null = null): Score | undefined =>
  scores.find((one) => one.metric === metric && one.label === label);
