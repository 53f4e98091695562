import { expect, test } from 'vitest';
import { concordanceIn, concordanceLine, type ConcordanceQuery, standsThere } from '../../../shared/model/concordance.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type EntityId, type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { fold } from '../../../shared/text/persian.ts';

const annotation = (id: string, label: string, start: number, entity: string | null = null, attributes: Record<string, string> = {}) =>
  ({ id, label, spans: [span(start, start + 2)], attributes, entity, note: '', flagged: false, origin: 'manual' });
const relation = (id: string, type: string, from: string, to: string, kind = 'annotation') => ({ id, type, from, to: { kind, id: to } });

const set = {
  id: 'set-1', article: 'art-1', annotator: 'ant-1', role: 'work', status: 'done',
  annotations: [
    { ...annotation('q1', 'QUOTE', 0, null, { mode: 'direct' }), note: 'شاید' }, annotation('s1', 'SPEAKER', 3, 'ent-1'), { ...annotation('q2', 'QUOTE', 6, null, { mode: 'indirect' }), flagged: true },
    annotation('c1', 'COMMITMENT', 9), annotation('d1', 'DEADLINE', 12), annotation('c2', 'COMMITMENT', 15),
  ],
  relations: [relation('r1', 'SAID_BY', 'q1', 's1'), relation('r2', 'SAID_BY', 'q2', 'ent-2', 'entity'), relation('r3', 'DUE', 'c1', 'd1')],
} as unknown as AnnotationSet;
const all: ConcordanceQuery = { label: 'QUOTE' as LabelId, person: null, relation: null, attribute: null, mark: null };
const person = (...ids: readonly string[]) => new Set(ids as readonly EntityId[]);

test.each<[string, Partial<ConcordanceQuery>, readonly string[]]>([
  ['a label', {}, ['q1', 'q2']],
  ['of a person who is mentioned', { person: person('ent-1') }, ['q1']],
  ['of a person whom no mention names', { person: person('ent-2', 'ent-9') }, ['q2']],
  ['the mentions themselves', { label: 'SPEAKER' as LabelId, person: person('ent-1') }, ['s1']],
  ['commitments with a deadline', { label: 'COMMITMENT' as LabelId, relation: 'DUE' as RelationType }, ['c1']],
  ['one value of an attribute', { attribute: { id: 'mode', value: 'direct' } }, ['q1']],
  ['any value of it', { attribute: { id: 'mode', value: null } }, ['q1', 'q2']],
  ['those that somebody is unsure of', { mark: 'flagged' }, ['q2']],
  ['those with a note', { mark: 'noted' }, ['q1']],
  ['none of another label', { label: 'COMMITMENT' as LabelId, mark: 'noted' }, []],
  ['an attribute that none has', { attribute: { id: 'other', value: null } }, []],
])('%s', (_, query, ids) => expect(concordanceIn(set, { ...all, ...query }).map(({ id }) => id)).toEqual(ids));

const text = `${'آغاز '.repeat(40)}وزير نيرو گفت برق گران نمی‌شود ${'پایان '.repeat(40)}`;
const label = { ...annotation('q', 'QUOTE', text.indexOf('برق')), spans: [span(text.indexOf('برق'), text.indexOf('برق') + 3)] } as unknown as AnnotationSet['annotations'][number];

test.each([
  ['in the label', 'برق', true], ['before it', 'گفت', true], ['behind it, over its border', 'برق گران', true], ['in another spelling', 'وزیر نیرو', true],
  ['further away than the line shows', 'آغاز '.repeat(30), false], ['nowhere', 'آب', false],
])('words that stand %s', (_, words, isThere) => expect(standsThere(text, label, fold(words).text)).toBe(isThere));

test('the line of a quote in pieces has them all, and behind them what stands behind the last', () => {
  const interrupted = '«برق گران نمی‌شود»، وزیر گفت، «و آب هم نه» و رفت.';
  const piece = (words: string) => span(interrupted.indexOf(words), interrupted.indexOf(words) + words.length);
  const quote = { ...label, spans: [piece('برق گران نمی‌شود'), piece('و آب هم نه')] };
  expect(concordanceLine(interrupted, quote)).toEqual({ before: '«', words: 'برق گران نمی‌شود … و آب هم نه', after: '» و رفت.' });
  expect(standsThere(interrupted, quote, 'وزیر'), 'what the line does not show is not found').toBe(false);
});
