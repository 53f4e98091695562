import { describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { longArticle } from '../fixtures/long-article.ts';
import { upToIds } from './up-to-ids.ts';

const whole = longArticle();

/** Labels with what stands under each piece of them. */
const slicesOf = ({ articles, sets }: Dataset): readonly string[] => {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return sets.flatMap(({ article, annotations }) =>
    annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => `${start} ${texts.get(article)?.slice(start, end) ?? ''}`).join(' | ')}`)).sort();
};

describe('an article of 200,000 characters with a thousand labels', { timeout: 60_000 }, () => {
  it('is as long as it says', () => {
    expect(whole.articles[0]?.text.length).toBeGreaterThan(200_000);
    expect(whole.sets[0]?.annotations).toHaveLength(1_000);
  });

  const both = codecs.flatMap(({ decode, ...codec }) => (decode && codec.write ? [{ codec: { ...codec, decode }, decode }] : []));
  it.each(both.map((one) => [one.codec.id, one] as const))('comes back from %s, every slice and every count', (_, { codec, decode }) => {
    const { dataset: fitted, report } = fit(whole, codec);
    const read = decode(encode(codec, fitted, 'long'), { schemas: [whole.schema], now: '2024-01-02T03:04:05.000Z' });
    expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.dataset && slicesOf(read.dataset)).toEqual(slicesOf(fitted));
    expect(report.annotationsOut).toBeGreaterThan(0);
    expect(read.dataset && upToIds(read.dataset, codec.capabilities)).toEqual(upToIds(fitted, codec.capabilities));
  });
});
