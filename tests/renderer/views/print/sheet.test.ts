import { describe, expect, it } from 'vitest';
import { type Article } from '../../../../shared/model/article.ts';
import { laneBackground } from '../../../../renderer/views/print/lane-background.ts';
import { type Labelled, sheetOf } from '../../../../renderer/views/print/sheet.ts';
import { annotation, dams, entity, entityId, minister, relation, road, said, schema, text, toAnnotation, toEntity } from '../annotate/sample-scene.ts';

const labelled: Labelled = {
  article: { text, title: 'سدها' } as Article,
  schema,
  annotations: [{ ...minister, entity: entityId('e1') }, said, dams, road, annotation('vow', 'COMMITMENT', 'راه را می‌سازیم')],
  relations: [
    relation('r1', 'SAID_BY', 'dams', toAnnotation('minister')), relation('r2', 'CUED_BY', 'dams', toAnnotation('said')),
    relation('r3', 'SAID_BY', 'road', toEntity('e2')), relation('r4', 'RESTATES', 'road', toAnnotation('dams')),
  ],
  entities: [entity('e1', 'نرگس احمدی'), entity('e2', 'شهردار تهران')],
  directions: {},
};
const sheet = sheetOf(labelled);
const segment = (words: string) => sheet.paragraphs.flatMap(({ segments }) => segments).find((one) => one.text === words);

describe('sheetOf', () => {
  it('leaves every line as it is', () => expect(sheet.paragraphs.map(({ segments }) => segments.map((one) => one.text).join('')).join('\n')).toBe(text));

  it.each([
    ['a label has one lane', 'سدها پر می‌شود', ['QUOTE']],
    ['what is nested lies below', 'راه را می‌سازیم', ['QUOTE', 'COMMITMENT']],
    ['the second piece has the lane of the first', 'و باز می‌کنیم', ['QUOTE']],
    ['between the pieces there is none', '»، ', undefined],
  ])('%s', (_, words, labels) => expect(segment(words)?.lanes.map((label) => label?.id ?? null)).toEqual(labels));

  it('puts the badges where labels begin, with the numbers of the table', () =>
    expect(sheet.paragraphs.map(({ badges }) => badges.map(({ label, number }) => `${label.id} ${number ?? ''}`.trim()))).toEqual([
      ['SPEAKER', 'CUE', 'QUOTE 1'], ['QUOTE 2', 'COMMITMENT 3'],
    ]));

  it('lists quotes and commitments with whose they are; what has a row itself is called by its number', () =>
    expect(sheet.rows.map(({ number, words, source, links }) => [number, words, source, links.map(({ words: linked, row }) => row ?? linked)])).toEqual([
      [1, 'سدها پر می‌شود', ['نرگس احمدی (وزیر نیرو)'], ['گفت']],
      [2, 'راه را می‌سازیم … و باز می‌کنیم', ['شهردار تهران'], [1]],
      [3, 'راه را می‌سازیم', [], []],
    ]));

  it('says of a quote by nobody known that it is so, which is not the same as one that nobody has been asked about', () => {
    const unknown = { ...road, attributes: { source_status: 'unknown' } };
    const { rows } = sheetOf({ ...labelled, annotations: [dams, unknown], relations: [] });
    expect(rows.map(({ source, nobody }) => [source, nobody?.fa])).toEqual([[[], undefined], [[], 'نامعلوم']]);
  });

  it('lays a line out as the person has it in the editor', () =>
    expect(sheetOf({ ...labelled, directions: { 1: 'ltr' } }).paragraphs.map(({ direction }) => direction)).toEqual(['rtl', 'ltr']));

  it('has a legend of the labels that occur', () => expect(sheet.legend.map(({ id }) => id)).toEqual(['QUOTE', 'SPEAKER', 'CUE', 'COMMITMENT']));
});

describe('laneBackground', () => {
  it('is nothing where there is no lane', () => expect(laneBackground({ text: 'او', lanes: [] })).toEqual({}));
  it('makes room for each lane and draws the lowest one at the bottom', () => {
    const { paddingBlockEnd, backgroundPosition } = laneBackground(segment('راه را می‌سازیم') ?? { text: '', lanes: [] });
    expect(paddingBlockEnd).toBe(10);
    expect(backgroundPosition).toBe('0 calc(100% - 6px), 0 calc(100% - 1px)');
  });
  it('keeps the room of a lane that is not here', () => {
    const quote = schema.labels[0] ?? null;
    expect(laneBackground({ text: '', lanes: [null, quote] })).toMatchObject({ paddingBlockEnd: 10, backgroundPosition: '0 calc(100% - 1px)' });
  });
});
