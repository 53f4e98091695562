import { describe, expect, it } from 'vitest';
import { cardText } from '../../../shared/dataset/card-text.ts';
import { cardFacts } from '../../../shared/dataset/card-facts.ts';
import { releaseBefore } from '../../../shared/dataset/earlier-release.ts';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { exportCodec } from '../../../shared/dataset/export-codec.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { planExport } from '../../../shared/dataset/plan-export.ts';
import { changesSince, nextVersion, type ReleaseBefore } from '../../../shared/dataset/release-changes.ts';
import { type ReleaseContents } from '../../../shared/dataset/release-contents.ts';
import { type LockedSplit } from '../../../shared/dataset/split-options.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { goldenCorpus } from '../../fixtures/golden-corpus.ts';
import { memorySource, nobody, testSecret } from '../../fixtures/memory-export.ts';
import { wholeRelease } from '../../fixtures/whole-release.ts';

const contents: ReleaseContents = { schema: 's', labels: ['CUE', 'QUOTE'], attributes: ['QUOTE.mode'], unit: 'code-point', articles: { a: '1', b: '2' } };
const lock: readonly LockedSplit[] = [{ article: 'a', split: 'train', group: 'a' }, { article: 'b', split: 'test', group: 'b' }];
const before: ReleaseBefore = { version: '1.2.3', contents, lock };

describe('the step that a version must take', () => {
  it.each<[string, Partial<ReleaseContents>, readonly LockedSplit[] | null, ReturnType<typeof changesSince>['step']]>([
    ['none where nothing is different', {}, lock, null],
    ['patch where an article is another', { articles: { a: '1', b: '3' } }, lock, 'patch'],
    ['minor where an article is new', { articles: { a: '1', b: '3', c: '4' } }, lock, 'minor'],
    ['minor where an attribute is new', { attributes: ['QUOTE.marking', 'QUOTE.mode'] }, lock, 'minor'],
    ['major where an attribute is gone', { attributes: [] }, lock, 'major'],
    ['major where an article is gone', { articles: { a: '1' } }, lock, 'major'],
    ['major where labels are others', { labels: ['QUOTE'] }, lock, 'major'],
    ['major where another unit counts', { unit: 'utf-16' }, lock, 'major'],
    ['major where an article stands in another split', {}, lock.map((line) => ({ ...line, split: 'train' as const })), 'major'],
    ['major where it is not split any more', {}, null, 'major'],
    ['minor where the new article stands in any split', { articles: { a: '1', b: '2', c: '3' } }, [...lock, { article: 'c', split: 'test', group: 'c' }], 'minor'],
  ])('%s', (_, more, now, step) => expect(changesSince(before, { ...contents, ...more }, now).step).toBe(step));

  it('leads to the next version', () =>
    expect((['major', 'minor', 'patch'] as const).map((step) => nextVersion('1.2.3', step))).toEqual(['2.0.0', '1.3.0', '1.2.4']));
});

describe('the release before', () => {
  const release = { ...wholeRelease(goldenCorpus.schema), version: '1.10.0' };
  const kept = ['2.0.0', '1.2.0', '1.9.0'].map((version) => ({ version, lock: null, contents }));
  it('is the last one of a smaller version', () => expect(releaseBefore(kept, release)?.version).toBe('1.9.0'));
  it('is not known where an older version of the app kept it', () => expect(releaseBefore([...kept, { version: '1.9.5', lock: null }], release)).toBeNull());
  it('is none for a first one, and for what is no release', () => expect([releaseBefore([], release), releaseBefore(kept, null)]).toEqual([null, null]));
});

describe('a release after another', () => {
  const optionsOf = (version: string): ExportOptions => ({
    ...defaultOptions, selection: { ...defaultOptions.selection, sets: { kind: 'everything' }, states: null }, release: { ...wholeRelease(goldenCorpus.schema), version },
  });
  async function planned(whole: Dataset, version: string, last: ReleaseBefore | null): Promise<ExportPlan> {
    const found = await planExport(memorySource(whole), optionsOf(version), { annotator: nobody, secret: testSecret, before: last });
    if (found.outcome !== 'planned') throw new Error('the plan was stopped');
    return found.plan;
  }
  const corrected: Dataset = {
    ...goldenCorpus,
    sets: goldenCorpus.sets.map((set) => (set.id === 'set-awkward' ? { ...set, annotations: set.annotations.map((one) => ({ ...one, flagged: false })) } : set)),
  };
  const [first] = corrected.articles;
  const smaller: Dataset = { ...corrected, articles: corrected.articles.slice(1), sets: corrected.sets.filter(({ article }) => article !== first?.id) };

  it('says in its card which articles are others, and takes a version that says so', async () => {
    const { contents: then } = await planned(goldenCorpus, '1.0.0', null);
    if (!then) throw new Error('a release keeps its contents');
    const last: ReleaseBefore = { version: '1.0.0', contents: then, lock: null };
    const same = await planned(goldenCorpus, '1.0.1', last);
    expect([same.changes?.step, same.problems.filter(({ severity }) => severity === 'error')]).toEqual([null, []]);
    const plan = await planned(corrected, '1.0.1', last);
    expect(plan.changes).toEqual({ since: '1.0.0', added: [], changed: ['d2_&_<x>'], removed: [], step: 'patch' });
    const codec = exportCodec(plan.options);
    if (!codec) throw new Error('no codec');
    expect(cardText(cardFacts(plan, memorySource(corrected), codec))).toContain('Articles, compared with 1.0.0:\n\n- changed (1): `d2_&_<x>`');
    expect(plan.problems.map(({ code }) => code)).not.toContain('export-version-too-small');
  });

  it('is refused where its version is too small', async () => {
    const { contents: then } = await planned(goldenCorpus, '1.0.0', null);
    const plan = await planned(smaller, '1.1.0', then && { version: '1.0.0', contents: then, lock: null });
    expect(plan.problems.filter(({ code }) => code === 'export-version-too-small')).toEqual([
      expect.objectContaining({ severity: 'error', values: { version: '1.1.0', since: '1.0.0', least: '2.0.0', step: 'major', added: 0, changed: 1, removed: 1 } }),
    ]);
  });

  it('keeps nothing of what is no release', async () => {
    const found = await planExport(memorySource(goldenCorpus), { ...optionsOf(''), release: null }, { annotator: nobody, secret: testSecret, before });
    expect(found).toMatchObject({ plan: { contents: null, changes: null } });
  });
});
