import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cardText } from '../../shared/dataset/card-text.ts';
import { defaultOptions, type ExportOptions } from '../../shared/dataset/export-options.ts';
import { planExport } from '../../shared/dataset/plan-export.ts';
import { type Release } from '../../shared/dataset/release.ts';
import { cardWords } from '../../shared/dataset/required-facts.ts';
import { runExport } from '../../shared/dataset/run-export.ts';
import { type SplitOptions } from '../../shared/dataset/split-options.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { runs } from '../arbitraries/runs.ts';
import { memorySink, memorySource, nobody, testSecret } from '../fixtures/memory-export.ts';

const split: SplitOptions = { method: { kind: 'hash', seed: '7', shares: { train: 2, validation: 1, test: 1 } }, unit: 'group', unseenPublishers: [] };
const written = fc.constantFrom('گفته شد', 'told', '', ' \n', 'TODO', 'TODO: ask the publisher');
/** Mostly said, so that some are admitted. */
const word = fc.oneof({ weight: 60, arbitrary: fc.constantFrom('گفته شد', 'told | twice\nand more') }, { weight: 1, arbitrary: written });

const releaseOf = ({ schema: { labels } }: Dataset): fc.Arbitrary<Release> =>
  fc.record({
    version: fc.constantFrom('1.0.0', '1.0.0', '1.0.0', '1.0', ''),
    date: fc.constantFrom('2025-03-21', '2025-03-21', '2025-03-21', 'today', ''),
    words: fc.record(Object.fromEntries(cardWords.map((name) => [name, word]))),
    definitions: fc.record(Object.fromEntries(labels.map(({ id }) => [id, fc.record({ fa: word, en: word })]))),
  });

const chosen = fc.record({ isSplit: fc.boolean(), format: fc.constantFrom('native', 'hf-jsonl', 'csv') });

it('law: a release is refused exactly while its card has a gap, and the card of an admitted one says neither TODO nor Draft', async () => {
  const seen = { admitted: 0, refused: 0 };
  const cases = dataset.chain((whole) => fc.tuple(fc.constant(whole), releaseOf(whole), chosen));
  await fc.assert(
    fc.asyncProperty(cases, async ([whole, release, { isSplit, format }]) => {
      const selection: ExportOptions['selection'] = { ...defaultOptions.selection, states: null, sets: { kind: 'everything' } };
      const options: ExportOptions = { ...defaultOptions, format, selection, split: isSplit ? split : null, release };
      const source = memorySource(whole);
      const planned = await planExport(source, options, { annotator: nobody, secret: testSecret });
      if (planned.outcome !== 'planned') throw new Error('stopped without being told to');
      const { plan } = planned;
      const sink = memorySink();
      const result = await runExport(source, options, plan, sink, { app: '1.0.0', card: cardText });
      const errors = plan.problems.filter(({ severity }) => severity === 'error');
      expect(result.outcome).toBe(errors.length > 0 ? 'refused' : 'written');
      if (result.outcome === 'written') {
        seen.admitted++;
        expect(sink.text('README.md').split('\n').filter((line) => /TODO|Draft/.test(line))).toEqual([]);
      } else seen.refused++;
      if (errors.length > 0 || whole.articles.length === 0) return;
      // The same without one of its words is a draft.
      const bare = { ...options, release: { ...release, words: { ...release.words, contact: '' } } };
      const refused = await planExport(source, bare, { annotator: nobody, secret: testSecret });
      expect(refused).toMatchObject({ plan: { problems: expect.arrayContaining([expect.objectContaining({ code: 'export-card-gap', values: { word: 'contact', labels: 'none' } })]) as unknown[] } });
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
  expect(seen.admitted).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);
});
