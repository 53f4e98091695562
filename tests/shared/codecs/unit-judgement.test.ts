import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeUnits, type UnitCase, unitsAgree } from '../../../shared/codecs/unit-judgement.ts';
import { offsetUnits, type OffsetUnit, unitMap } from '../../../shared/codecs/offset-unit.ts';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { tokens } from '../../../shared/text/segment.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { newsText } from '../../arbitraries/text.ts';

/** Whole words of a text, as a file that counts this unit has them. */
const marked = (text: string, unit: OffsetUnit, words: readonly string[]): UnitCase => {
  const { fromUtf16 } = unitMap(text, unit);
  return {
    text,
    spans: words.map((word) => {
      const at = text.indexOf(word);
      return { start: fromUtf16(utf16(at)), end: fromUtf16(utf16(at + word.length)) };
    }),
  };
};

const plain = 'وزیر نیرو گفت: «برق را گران نمی‌کنیم» و افزود که کتاب‌ها رسید.';
const astral = `🔴 ${plain}`;
const words = ['وزیر نیرو', 'گفت', 'افزود', 'رسید'];

describe('judgeUnits', () => {
  it.each(offsetUnits)('finds %s in a text with pictures and half-spaces', (unit) => {
    const { verdict, unit: best, scores } = judgeUnits([marked(astral, unit, words)]);
    expect([verdict, best]).toEqual(['clear', unit]);
    expect(scores.find((one) => one.unit === unit)?.score).toBe(1);
  });

  it('tells clusters from the others where half-spaces alone tell them apart', () => {
    expect(judgeUnits([marked(plain, 'grapheme', words)])).toMatchObject({ verdict: 'clear', unit: 'grapheme' });
    expect(judgeUnits([marked(plain, 'code-point', words)])).toMatchObject({ verdict: 'clear', unit: 'utf-16' });
  });

  it('scores only the units that a format admits, in their order', () => {
    const admitted: readonly OffsetUnit[] = ['code-point', 'utf-16'];
    const { verdict, unit, scores } = judgeUnits([marked(astral, 'utf-16', words)], admitted);
    expect([verdict, unit, scores.map((one) => one.unit)]).toEqual(['clear', 'utf-16', ['code-point', 'utf-16']]);
    expect(unitsAgree(marked(plain, 'grapheme', words), admitted), 'half-spaces alone').toBe(true);
  });

  it('does not ask where all units see the same', () => {
    const one = marked('وزیر گفت: نه', 'utf-16', ['گفت']);
    expect(unitsAgree(one)).toBe(true);
    expect(judgeUnits([one])).toEqual({ verdict: 'same', unit: 'utf-16', scores: offsetUnits.map((unit) => ({ unit, score: 1, samples: [] })) });
  });

  it('is not misled by the many articles in which the units agree', () => {
    const agreeing = Array.from({ length: 50 }, () => marked('وزیر گفت: نه', 'utf-16', ['گفت']));
    expect(judgeUnits([...agreeing, marked(astral, 'code-point', words)])).toMatchObject({ verdict: 'clear', unit: 'code-point' });
  });

  it('does not decide when no unit fits', () =>
    expect(judgeUnits([{ text: '🔴🔴🔴🔴 وزیرنیروگفتکهبرقگراننمیشودوافزود', spans: [{ start: 9, end: 14 }, { start: 11, end: 17 }] }]).verdict).toBe('unclear'));

  it('does not decide on half-hearted evidence: two files in one', () => {
    const both = [marked(astral, 'utf-16', words), marked(astral, 'grapheme', words)];
    expect(judgeUnits(both).verdict).toBe('unclear');
  });

  it('shows the same three spans in every unit, with the text around', () => {
    const { scores } = judgeUnits([marked(astral, 'utf-16', words)]);
    expect(scores.map(({ samples }) => samples.length)).toEqual([3, 3, 3]);
    expect(scores.map(({ samples }) => samples[1]?.marked)).toEqual(['گفت', 'فت:', 'فت:']);
    expect(scores[0]?.samples[1]).toEqual({ before: '🔴 وزیر نیرو ', marked: 'گفت', after: ': «برق را گران نمی‌کنیم»' });
  });

  it('never cuts a picture in a sample', () => {
    const text = `${'🔴'.repeat(30)} گفت ${'🔴'.repeat(30)}`;
    for (const { samples } of judgeUnits([marked(text, 'utf-16', ['گفت'])]).scores)
      for (const { before, after } of samples) expect([before, after].map((part) => /[\ud800-\udfff]/u.test(part))).toEqual([false, false]);
  });

  it('gives the best score to the unit that was meant, when whole words are marked', () => {
    const cases = fc.tuple(newsText, fc.constantFrom(...offsetUnits)).map(([text, unit]) => {
      const edges = unitMap(text, unit);
      const borders = new Set<number>([...graphemes(text).map(({ start }) => start), text.length]);
      const whole = tokens(text).filter(({ start, end }) => borders.has(start) && borders.has(end));
      const spans = whole.map(({ start, end }) => ({ start: edges.fromUtf16(start), end: edges.fromUtf16(end) }));
      return { one: { text, spans }, unit };
    });
    forAll(cases, ({ one, unit }) => {
      const { scores, verdict, unit: best } = judgeUnits([one]);
      expect(scores.find((score) => score.unit === unit)?.score).toBe(1);
      if (verdict === 'clear') expect(scores.find((score) => score.unit === best)?.score).toBe(1);
      for (const { score } of scores) expect(score).toBeGreaterThanOrEqual(0);
    });
  });

  it('takes any numbers', () => {
    const anyNumber = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double());
    forAll(fc.tuple(newsText, fc.array(fc.record({ start: anyNumber, end: anyNumber }), { maxLength: 5 })), ([text, spans]) =>
      expect(judgeUnits([{ text, spans }]).scores).toHaveLength(3));
  });
});
