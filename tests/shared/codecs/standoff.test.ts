import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { sampleAnnotator } from '../../../shared/codecs/standoff/sample-annotator.ts';
import { standoff } from '../../../shared/codecs/standoff/standoff.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { checkDataset } from '../../../shared/model/check.ts';
import { makeId } from '../../../shared/model/id.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const file = (name: string, content: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const read = (files: readonly NamedBytes[], more: Partial<DecodeContext> = {}): Decoded =>
  standoff.decode?.(files, { ...context, ...more }) ?? { dataset: null, problems: [] };

describe('the sample', () => {
  const seed = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../../seeds/sample', name), 'utf8');
  const source = JSON.parse(seed('seed.json')) as {
    spans: { id: string; text: string; type: string; attributes: Record<string, string> }[];
    relations: { type: string; from: string; to: string }[];
    entities: { id: string; mentions: string[] }[];
  };
  const { dataset, problems } = read([file('seed.txt', seed('seed.txt')), file('seed.json', seed('seed.json'))]);
  const [set] = dataset?.sets ?? [];
  const [article] = dataset?.articles ?? [];

  it('is read whole and sound', () => {
    expect(problems).toEqual([]);
    expect(dataset && checkDataset(dataset)).toEqual([]);
  });

  it('is an article with an id made from its text', () => {
    expect(article?.text).toBe(seed('seed.txt'));
    expect(article?.id).toBe('art-fc2f89113fcbbbea');
    expect(article?.source.file).toBe('seed.txt');
    expect(article?.added).toBe('2024-01-01T00:00:00.000Z');
  });

  it('has the finished set of the sample annotator', () => {
    expect(dataset?.annotators).toEqual([sampleAnnotator]);
    expect(set).toMatchObject({ annotator: sampleAnnotator.id, role: 'work', status: 'done' });
  });

  it('has every span with its label, text and attributes', () => {
    const found = set?.annotations.map(({ id, label, spans, attributes }) => {
      const text = spans.map(({ start, end }) => article?.text.slice(start, end)).join('');
      return { id, type: label, text, attributes };
    });
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    const expected = source.spans.map(({ id, type, text, attributes }) => ({ id, type, text, attributes }));
    expect(found?.toSorted(byId)).toEqual(expected.toSorted(byId));
  });

  it('has every relation, numbered in the order of the file', () => {
    const found = set?.relations.map(({ id, type, from, to }) => `${id} ${type} ${from} ${to.id}`);
    const expected = source.relations.map(({ type, from, to }, index) => `r${index + 1} ${type} ${from} ${to}`);
    expect(found?.toSorted()).toEqual(expected.toSorted());
    expect(set?.relations.find(({ to }) => to.id === 'e1')?.to.kind).toBe('entity');
  });

  it('links every mention to its entity', () => {
    const found = new Map(set?.annotations.flatMap(({ id, entity }) => (entity === null ? [] : [[String(id), String(entity)] as const])));
    expect(found).toEqual(new Map(source.entities.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id] as const))));
  });
});

const text = '🔴 وزیر گفت: «می‌سازیم» و افزود: «می‌فروشیم».';
const point = (part: string): { start: number; end: number; text: string } => {
  const points = (some: string): number => Array.from(some).length;
  const start = points(text.slice(0, text.indexOf(part)));
  return { start, end: start + points(part), text: part };
};
const direct = { mode: 'direct' };
const quote = (id: string, part: string, more: object = {}) => ({ id, type: 'QUOTE', ...point(part), attributes: direct, ...more });
const pair = (contents: object): readonly NamedBytes[] => [
  file('a.txt', text),
  file('a.json', JSON.stringify({ text_sha256: fingerprint(text), spans: [], relations: [], entities: [], ...contents })),
];
const speaker = { id: 's1', type: 'SPEAKER', ...point('وزیر'), attributes: {} };

const q1 = quote('q1', 'می‌سازیم');

describe('pieces linked by CONTINUES', () => {
  const files = pair({
    spans: [speaker, quote('q2', 'می‌فروشیم'), quote('q1', 'می‌سازیم')],
    relations: [
      { type: 'CONTINUES', from: 'q2', to: 'q1' },
      { type: 'SAID_BY', from: 'q2', to: 's1' },
    ],
  });
  const decoded = read(files);
  const [set] = decoded.dataset?.sets ?? [];

  it('are one annotation with the id of the first piece', () => {
    expect(decoded.problems).toEqual([]);
    expect(set?.annotations.map(({ id, spans }) => [id, spans.map(({ start, end }) => text.slice(start, end))])).toEqual([
      ['s1', ['وزیر']],
      ['q1', ['می‌سازیم', 'می‌فروشیم']],
    ]);
  });

  it('hand their relations over to it', () => expect(set?.relations).toMatchObject([{ id: 'r1', type: 'SAID_BY', from: 'q1' }]));

  it('must have one label', () => {
    const relations = [{ type: 'CONTINUES', from: 'q1', to: 's1' }];
    const { problems } = read(pair({ spans: [speaker, q1], relations }));
    expect(problems).toMatchObject([{ code: 'pieces-do-not-fit', place: { file: 'a.json', record: 'q1' } }]);
  });

  it('may run in a circle: they are one all the same', () => {
    const links = [{ type: 'CONTINUES', from: 'q2', to: 'q1' }, { type: 'CONTINUES', from: 'q1', to: 'q2' }];
    const circle = read(pair({ spans: [quote('q1', 'می‌سازیم'), quote('q2', 'می‌فروشیم')], relations: links }));
    expect(circle.problems).toEqual([]);
    expect(circle.dataset?.sets[0]?.annotations.length).toBe(1);
  });

  it('are said to differ where their attributes do', () => {
    const spans = [quote('q1', 'می‌سازیم'), quote('q2', 'می‌فروشیم', { attributes: { mode: 'mixed' } })];
    const { problems } = read(pair({ spans, relations: [{ type: 'CONTINUES', from: 'q2', to: 'q1' }] }));
    expect(problems).toMatchObject([{ code: 'piece-attributes-differ', severity: 'warning' }]);
  });
});

describe('what is unsound is named and left out', () => {
  const ofSpeaker = (id: string) => ({ id, name: id, mentions: ['s1'] });
  it.each([
    ['no text beside it', pair({}).slice(1), 'text-missing', null],
    ['no annotations beside it', pair({}).slice(0, 1), 'annotations-missing', null],
    ['another text than the one it was made for', pair({ text_sha256: 'f'.repeat(64) }), 'fingerprint-wrong', 0],
    ['no JSON', [file('a.txt', text), file('a.json', '{')], 'file-not-json', 0],
    ['no spans', [file('a.txt', text), file('a.json', '{"text_sha256":""}')], 'field-wrong', 0],
    ['a span in UTF-16 offsets', pair({ spans: [{ ...q1, start: q1.start + 1 }] }), 'span-text-differs', 0],
    ['a span outside the text', pair({ spans: [quote('q1', 'می‌سازیم', { end: 900 })] }), 'span-outside-text', 0],
    ['a label that nobody knows', pair({ spans: [quote('q1', 'می‌سازیم', { type: 'TONE' })] }), 'label-unknown', 0],
    ['a relation to nothing', pair({ spans: [q1], relations: [{ type: 'SAID_BY', from: 'q1', to: 'zz' }] }), 'relation-end-missing', 1],
    ['a mention that is not there', pair({ entities: [{ id: 'e1', name: 'وزیر', mentions: ['zz'] }] }), 'mention-missing', 0],
    ['a mention of two', pair({ spans: [speaker], entities: ['e1', 'e2'].map(ofSpeaker) }), 'mention-twice', 1],
  ])('%s', (_, files, code, annotations) => {
    const { dataset, problems } = read(files);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.place.file).toBeDefined();
    expect(dataset && dataset.sets.flatMap((set) => set.annotations).length).toBe(annotations);
  });
});

it('gives the set to the annotator that the caller names, under an id that is always the same', () => {
  const me: Annotator = { id: makeId('annotator', 'me'), kind: 'person', name: 'من', version: null };
  const files = pair({ spans: [speaker] });
  expect(read(files, { annotator: me }).dataset?.annotators).toEqual([me]);
  expect(read(files, { annotator: me }).dataset?.sets[0]?.id).toBe(read(files, { annotator: me }).dataset?.sets[0]?.id);
  expect(read(files, { annotator: me }).dataset?.sets[0]?.id).not.toBe(read(files).dataset?.sets[0]?.id);
});
