import { describe, expect, it } from 'vitest';
import { type PastReading, type PastStep } from '../../../../shared/exchange/past.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { noChange } from '../../../../shared/model/change.ts';
import { type AnnotatorId, type DeviceId, makeId } from '../../../../shared/model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../../../../shared/model/review-event.ts';
import { sealOf } from '../../../../shared/model/seal.ts';
import { translator } from '../../../../renderer/messages/translate.ts';
import { peopleAt, stepWords } from '../../../../renderer/views/past/people.ts';

const [me, reza, sara] = ['me', 'reza', 'sara'].map((token) => makeId('annotator', token)) as [AnnotatorId, AnnotatorId, AnnotatorId];
const article = makeId('article', '1');
const annotators = [{ id: me, kind: 'person' as const, name: 'من', version: null }, { id: reza, kind: 'person' as const, name: 'رضا', version: null }];
const set = (annotator: AnnotatorId, role: AnnotationSet['role'] = 'work', status: AnnotationSet['status'] = 'in-progress'): AnnotationSet => ({
  id: makeId('set', `${role}-${annotator}`), article, annotator, role, status, annotations: [], relations: [],
});
const readingOf = ({ annotator, role, id }: AnnotationSet): PastReading => ({ annotator, role, sets: [id] });
/** Without the signs that keep a name's direction to itself. */
const bare = (words: string): string => words.replace(/[\u2066-\u2069]/g, '');
let said = 0;
const event = (by: AnnotatorId, act: ReviewAct): ReviewEvent => ({ id: makeId('event', `e${(said += 1)}`), article, by, at: '2026-01-01T00:00:00.000Z', ...act });
const given = (annotator: AnnotatorId, name: string) => event(me, { kind: 'assigned', annotator, name, round: 'یک', blind: true });

const [own, his, gold] = [set(me), set(reza), set(me, 'adjudicated', 'done')];
const handedIn = event(reza, { kind: 'submitted', set: his.id, seal: sealOf(his), turn: 1 });
const sealed = event(me, { kind: 'gold-sealed', set: gold.id, among: [his.id], version: 2, hash: sealOf(gold) });

describe('who worked on an article, and how far they were', () => {
  it.each<readonly [string, readonly AnnotationSet[], readonly ReviewEvent[], readonly string[]]>([
    ['one who works alone', [own], [], ['برچسب‌های من: بی‌برچسب · در دست کار']],
    ['before anything of theirs came', [own], [given(reza, 'رضا')], ['برچسب‌های من: بی‌برچسب · در دست کار', 'رضا: بی‌برچسب · داده شده']],
    ['handed in', [own, his], [given(reza, 'رضا'), handedIn], ['برچسب‌های من: بی‌برچسب · در دست کار', 'رضا: بی‌برچسب · تحویل شده']],
    ['altered since', [{ ...his, status: 'done', annotations: [{ id: makeId('annotation', 'a'), label: 'QUOTE' as never, spans: [], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual' }] }], [given(reza, 'رضا'), handedIn], ['برچسب‌های من: بی‌برچسب', 'رضا: ۱ برچسب · تحویل شده · پس از تحویل دگرگون شده']],
    ['given back', [his], [given(reza, 'رضا'), handedIn, event(me, { kind: 'returned', set: his.id, seal: sealOf(his), reason: 'کوتاه', turn: 2 })], ['برچسب‌های من: بی‌برچسب', 'رضا: بی‌برچسب · برگشته']],
    ['somebody who was never heard of', [own], [given(sara, 'سارا')], ['برچسب‌های من: بی‌برچسب · در دست کار', 'رضا: بی‌برچسب', 'سارا: داده شده']],
  ])('%s', (_what, sets, events, expected) => {
    const ground = { moment: { sets, events }, readings: [own, his].map(readingOf), annotators, answersTo: new Map(), me };
    const people = peopleAt(ground, translator('fa'));
    expect(people.map(({ name, state }) => bare(`${name}: ${state}`)).filter((line) => line !== 'رضا: بی‌برچسب' || expected.includes(line))).toEqual(expected);
    // Who can be chosen comes first, in the order of the readings.
    expect(people.map(({ isReading }) => isReading).lastIndexOf(true)).toBe(1);
  });

  it.each<readonly [string, readonly ReviewEvent[], string]>([
    ['not closed yet', [], 'هنوز باز'],
    ['closed', [sealed], 'نسخهٔ طلایی ۲ بسته است'],
  ])('gold that is %s', (_what, events, expected) => {
    const ground = { moment: { sets: [gold], events }, readings: [readingOf(gold)], annotators, answersTo: new Map(), me };
    expect(peopleAt(ground, translator('fa')).map(({ name, state }) => bare(`${name}: ${state}`))).toEqual([`طلایی (من): بی‌برچسب · ${expected}`]);
  });

  it('who took up a name that work was given out to is one person', () => {
    const place = makeId('annotator', 'place') as AnnotatorId;
    const ground = { moment: { sets: [his], events: [given(place, 'رضا الف')] }, readings: [readingOf(his)], annotators, answersTo: new Map([[place, reza]]), me };
    expect(peopleAt(ground, translator('fa')).map(({ name }) => name)).toEqual(['رضا']);
  });
});

describe('what a step did', () => {
  const step = (name: string, ...sets: readonly AnnotationSet[]): PastStep => ({
    sequence: 1, at: '2026-01-01T00:00:00.000Z', by: me, device: 'dev-1' as DeviceId, app: null, name, change: { ...noChange, added: sets.map((value) => ({ kind: 'set' as const, value })) },
  });
  it.each<readonly [string, PastStep, act: string, names: string]>([
    ['the own hand', step('annotate', own), 'label', ''],
    ['taken back', step('undo', own), 'Undo', ''],
    ['a colleague’s work came', step('take-in', his), 'labels brought in', 'رضا'],
    ['two came at once', step('take-in', his, gold), 'labels brought in', 'رضا and Gold (من)'],
    ['news without labels', step('take-in'), 'news of the work', ''],
  ])('%s', (_what, one, act, names) => {
    const words = stepWords(one, { readings: [own, his, gold].map(readingOf), annotators, me }, translator('en'));
    expect({ act: words.act, names: bare(words.names) }).toEqual({ act, names });
  });
});
