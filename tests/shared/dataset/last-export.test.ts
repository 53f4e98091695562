import { describe, expect, it, test } from 'vitest';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { earlierRelease } from '../../../shared/dataset/earlier-release.ts';
import { fittingOptions } from '../../../shared/dataset/fitting-options.ts';
import { type LastExport, readLastExport } from '../../../shared/dataset/last-export.ts';
import { emptyRelease, type Release } from '../../../shared/dataset/release.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const release: Release = { ...emptyRelease, version: '1.2.0', date: '2025-03-21', definitions: { EVENT: { fa: 'رویداد', en: '' } } };
const rich: ExportOptions = {
  format: 'native',
  selection: {
    states: ['done', 'needs-review'], sets: { kind: 'annotator', annotator: 'per-a' as AnnotatorId }, labels: ['QUOTE' as LabelId],
    published: { from: '2024-01-01', to: null }, publishers: ['ایرنا'], articles: null,
  },
  split: { method: { kind: 'time', validationFrom: '2024-05-01', testFrom: '2024-06-01' }, unit: 'publisher', unseenPublishers: ['ایرنا'] },
  text: { kind: 'windows', codePoints: 120, named: true },
  pseudonyms: null,
  licences: { kind: 'listed', licences: ['CC-BY-4.0'] },
  notes: true,
  release,
};

describe('what was chosen last', () => {
  it.each<[string, LastExport]>([
    ['the defaults', { options: defaultOptions, release: null, selections: [] }],
    ['everything said', { options: rich, release, selections: [{ name: 'بهار ۱۴۰۳', selection: rich.selection }] }],
    ['a card that was not a release', { options: defaultOptions, release, selections: [] }],
  ])('comes back from JSON: %s', (_, last) => {
    expect(readLastExport(JSON.parse(JSON.stringify(last)))).toEqual(last);
  });

  it('keeps what an earlier version knew of: a card without the words that came later, and windows that did not say whether they are named', () => {
    const { definitions: _, words: { agreement: __, ...words }, ...rest } = release;
    const old = { options: { ...rich, text: { kind: 'windows', codePoints: 120 }, release: null }, release: { ...rest, words } };
    const text = { kind: 'windows', codePoints: 120, named: false };
    expect(readLastExport(old)).toEqual({ options: { ...rich, text, release: null }, release: { ...release, definitions: {} }, selections: [] });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['options alone, as they are', defaultOptions],
    ['no card', { options: defaultOptions }],
    ['a choice of a later version', { options: { ...defaultOptions, text: { kind: 'summary' } }, release: null }],
    ['a field of a later version', { options: { ...defaultOptions, colour: 'red' }, release: null }],
    ['a field that is missing', { options: { ...defaultOptions, notes: undefined }, release: null }],
    ['a field beside them', { options: defaultOptions, release: null, more: 1 }],
    ['a share that is none', { options: { ...rich, split: { ...rich.split, method: { kind: 'hash', seed: '7', shares: { train: -1, validation: 0, test: 0 } } } }, release: null }],
    ['a card with an unknown part', { options: defaultOptions, release: { ...release, words: { ...release.words, motto: '' } } }],
    ['a label that is no id', { options: { ...rich, selection: { ...rich.selection, labels: ['a b'] } }, release: null }],
  ])('is let go when it is damaged or of another version: %s', (_, value) => {
    expect(readLastExport(value)).toBeNull();
  });
});

describe('remembered options in a project that has changed', () => {
  const annotators: readonly Annotator[] = [{ id: 'per-a' as AnnotatorId, kind: 'person', name: 'سارا', version: null }];
  const inProject = { schema: seedSchema, annotators };

  it('stay where everything is still there', () => {
    expect(fittingOptions(rich, inProject)).toEqual(rich);
    expect(fittingOptions(defaultOptions, inProject)).toEqual(defaultOptions);
  });

  it('let go of a label that is gone; without any left there is no condition', () => {
    const of = (...labels: readonly string[]) => fittingOptions({ ...rich, selection: { ...rich.selection, labels: labels as readonly LabelId[] } }, inProject).selection.labels;
    expect(of('QUOTE', 'GONE')).toEqual(['QUOTE']);
    expect(of('GONE')).toBeNull();
  });

  it('let go of a person who is gone, and of a format that is none', () => {
    expect(fittingOptions(rich, { ...inProject, annotators: [] }).selection.sets).toEqual({ kind: 'mine' });
    expect(fittingOptions({ ...rich, format: 'plain-text' }, inProject).format).toBe('native');
    expect(fittingOptions({ ...rich, format: 'of-tomorrow' }, inProject).format).toBe('native');
  });
});

describe('whose splits an export keeps', () => {
  const lock = (article: string) => [{ article: article as ArticleId, split: 'train' as const, group: article }];
  const kept = [{ version: '1.0.0', lock: lock('a') }, { version: '1.10.0', lock: lock('b') }, { version: '1.11.0', lock: null }, { version: '2.0.0', lock: lock('c') }];

  test.each([
    ['the latest of the same major version that was split', '1.12.0', '1.10.0'],
    ['the same for a later major version', '2.0.1', '2.0.0'],
    ['none for a new major version', '3.0.0', undefined],
    ['the latest of all for what is no release', null, '2.0.0'],
  ])('%s', (_, version, expected) => {
    expect(earlierRelease(kept, version === null ? null : { ...release, version })?.version).toBe(expected);
  });

  test('none where nothing was released', () => expect(earlierRelease([], null)).toBeNull());
});
