import { expect, test } from 'vitest';
import { exportCommand } from '../../../shared/dataset/command-line.ts';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { emptyRelease, type Release } from '../../../shared/dataset/release.ts';
import { type AnnotatorId, type LabelId, type ArticleId } from '../../../shared/model/id.ts';

const { selection } = defaultOptions;
const seeded = { seed: '7', shares: { train: 80, validation: 10, test: 10 } };
const release: Release = { ...emptyRelease, version: '1.0.0', date: '2025-03-21' };

test.each<[string, Partial<ExportOptions>, string]>([
  ['the defaults: whose work and its state are always said', {}, ''],
  ['any state is all four', { selection: { ...selection, states: null } }, '--state todo,in-progress,needs-review,done'],
  ['everybody’s, side by side', { selection: { ...selection, sets: { kind: 'judgements' } } }, '--set judgements --state done'],
  ['one annotator by id', { selection: { ...selection, sets: { kind: 'annotator', annotator: 'per-a' as AnnotatorId } } }, '--set per-a --state done'],
  ['labels', { selection: { ...selection, labels: ['QUOTE', 'CUE'] as unknown as readonly LabelId[] } }, '--label QUOTE,CUE'],
  ['published from a day', { selection: { ...selection, published: { from: '2024-01-01', to: null } } }, '--since 2024-01-01'],
  ['published between days', { selection: { ...selection, published: { from: '2024-01-01', to: '2024-02-01' } } }, '--since 2024-01-01 --until 2024-02-01'],
  ['splits', { split: { method: { kind: 'auto', ...seeded }, unit: 'group', unseenPublishers: [] } }, '--split 80/10/10 --seed 7 --by group'],
  ['a method of choice', { split: { method: { kind: 'stratified', ...seeded }, unit: 'publisher', unseenPublishers: [] } }, '--split 80/10/10 --method stratified --seed 7 --by publisher'],
  ['by time', { split: { method: { kind: 'time', validationFrom: '2024-05-01', testFrom: '2024-06-01' }, unit: 'group', unseenPublishers: [] } },
    '--method time --validation-from 2024-05-01 --test-from 2024-06-01 --by group'],
  ['unseen publishers, each by itself; a name with blanks is quoted', { split: { method: { kind: 'auto', ...seeded }, unit: 'group', unseenPublishers: ['ایرنا', 'خبرگزاری مهر'] } },
    '--by group --unseen-publisher ایرنا --unseen-publisher "خبرگزاری مهر"'],
  ['offsets alone', { text: { kind: 'offsets' } }, '--text offsets'],
  ['windows', { text: { kind: 'windows', codePoints: 120, named: false } }, '--text windows:120'],
  ['windows of articles that are named', { text: { kind: 'windows', codePoints: 120, named: true } }, '--text windows:120 --article-names'],
  ['any licence, chosen', { licences: { kind: 'any', chosen: true } }, '--licences any'],
  ['stated licences', { licences: { kind: 'stated' } }, '--licences stated'],
  ['listed licences', { licences: { kind: 'listed', licences: ['CC-BY-4.0', 'ODbL 1.0'] } }, '--licences "CC-BY-4.0,ODbL 1.0"'],
  ['notes', { notes: true }, '--notes'],
  ['names', { pseudonyms: null }, '--names'],
  ['another series of pseudonyms', { pseudonyms: { release: 'v2', merged: false } }, '--pseudonyms v2'],
  ['one pseudonym for all', { pseudonyms: { release: '', merged: true } }, '--merge-people'],
  ['publishers', { selection: { ...defaultOptions.selection, publishers: ['ایرنا', 'مهر نیوز'] } }, '--publisher ایرنا --publisher "مهر نیوز"'],
  ['articles by id, which words cannot say', { selection: { ...defaultOptions.selection, articles: ['art-1' as ArticleId] } }, '--selection selection.json'],
  ['no label at all, which words cannot say', { selection: { ...defaultOptions.selection, labels: [] } }, '--selection selection.json'],
  ['a release', { release }, '--release release.json'],
])('%s', (_, part, words) => {
  const options = { ...defaultOptions, ...part };
  const command = exportCommand(options, { project: 'in.jsonl', out: 'out', card: 'release.json', selection: 'selection.json' });
  expect(command.startsWith('naql export in.jsonl --to native --out out --se')).toBe(true);
  expect(command.endsWith(words)).toBe(true);
  if (words === '') expect(command).toBe('naql export in.jsonl --to native --out out --set mine --state done');
});

test.each([
  ['a half-space', 'می\u200cرود', '"می\u200cرود"'],
  ['quotes and what a shell replaces', 'a"$b`c\\', '"a\\"\\$b\\`c\\\\"'],
  ['nothing', '', '""'],
])('what a shell would read in its own way is quoted: %s', (_, out, quoted) => {
  expect(exportCommand(defaultOptions, { project: 'p', out, card: '', selection: '' })).toContain(`--out ${quoted} `);
});

test('it says whose work mine is, and only then', () => {
  const names = { project: 'p', out: 'o', card: 'c', selection: 's', annotator: 'per-a' as AnnotatorId };
  expect(exportCommand(defaultOptions, names)).toContain('--set mine --state done --annotator per-a');
  expect(exportCommand({ ...defaultOptions, selection: { ...defaultOptions.selection, sets: { kind: 'everything' } } }, names)).not.toContain('--annotator');
});
