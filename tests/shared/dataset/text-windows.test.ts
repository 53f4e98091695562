import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject } from '../../../shared/canonical-json.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { gap, textWindows } from '../../../shared/dataset/text-windows.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';

const [slice] = [...slices(interruptedQuote)] as [Dataset];
const wordsOf = ({ sets, articles }: Dataset): readonly string[] =>
  sets.flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans.map(({ start, end }) => articles[0]?.text.slice(start, end) ?? '')));

describe('windows of a text', () => {
  it('keep what stands so many code points around, and say where it stood', () => {
    const found = textWindows(slice, { codePoints: 2, named: true }) as Dataset;
    expect(found.articles[0]?.text).toBe('🔴 وزیر نیرو گفت: «برق را گران نمی‌کنیم» و افزود: «این را قول می‌دهم.»\n');
    expect(found.articles[0]?.extra['excerpt_of']).toEqual({
      text_sha256: slice.articles[0]?.fingerprint, code_points: 80, windows: [{ start: 0, end: 70, at: 0 }],
    });
  });

  it('put a line between two that do not meet', () => {
    const cuesOf = (set: AnnotationSet) => ({ ...set, relations: [], annotations: set.annotations.filter(({ label }) => label === 'CUE') });
    const cue = { ...slice, sets: slice.sets.map(cuesOf) };
    const found = textWindows(cue, { codePoints: 0, named: true }) as Dataset;
    expect(found.articles[0]?.text).toBe(`گفت${gap}افزود`);
    expect(found.articles[0]?.extra['excerpt_of']).toMatchObject({ windows: [{ start: 12, end: 15, at: 0 }, { start: 42, end: 47, at: 8 }] });
  });

  it('leave nothing of an article without an annotation', () => {
    expect(textWindows({ ...slice, sets: [] }, { codePoints: 100, named: true })).toBeNull();
  });

  it('keep the words under every span, keep every rule, and lead back to the whole text', () => {
    forAll(fc.tuple(dataset, fc.nat(6)), ([whole, width]) => {
      for (const one of slices(whole)) {
        const found = textWindows(one, { codePoints: width, named: true });
        const [before] = one.articles;
        if (!found || !before) continue;
        expect(wordsOf(found)).toEqual(wordsOf(one));
        expect(errorsOf(checkDataset(found))).toEqual([]);
        const points = [...before.text];
        const excerpt = [...(found.articles[0]?.text ?? '')];
        const [after] = found.articles as [Article];
        const { windows } = after.extra['excerpt_of'] as JsonObject & { windows: { start: number; end: number; at: number }[] };
        for (const { start, end, at } of windows) expect(excerpt.slice(at, at + end - start)).toEqual(points.slice(start, end));
        expect(excerpt.length).toBe(windows.reduce((sum, { start, end }) => sum + end - start, 0) + (windows.length - 1) * [...gap].length);
      }
    });
  });
});
