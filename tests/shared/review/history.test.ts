import { describe, expect, it, test } from 'vitest';
import { type Entry, genesis } from '../../../shared/exchange/log.ts';
import { type DataRecord } from '../../../shared/model/change.ts';
import { makeId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { handedInUnder, labelledBefore, lastWritten } from '../../../shared/review/history.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const one = articleOf('1');
const base = { schema, articles: [one], annotators: [], entities: [], sets: [] };

const entry = (wall: string, added: readonly DataRecord[], updated: Entry['change']['updated'] = []): Entry => ({
  device: makeId('device', 'a'), channel: 'work', sequence: 1, previous: genesis, lamport: 1, wall, annotator: makeId('annotator', 'a'), scope: null,
  action: { kind: 'do', command: 'x' }, change: { added, updated, removed: [] },
});

it('a colleague’s label was written when it was handed in at the latest, and not when it was taken in; one’s own when it was written', () => {
  const sara = new Laptop('sara', schema, { dataset: base });
  const set = setOf(sara, one.id, [0, 3]);
  const [annotation] = set.annotations;
  if (!annotation) throw new Error('one label');
  const record: DataRecord = { kind: 'annotation', set: set.id, value: annotation };
  const said = (at: string): DataRecord => ({
    kind: 'event', value: { id: makeId('event', at.slice(0, 10)), article: one.id, by: sara.me.id, at, kind: 'submitted', set: set.id, seal: '', turn: 1 },
  });
  const key = `${set.id} ${annotation.id}`;
  const takenIn = entry('2026-03-01T00:00:00.000Z', [record, said('2026-01-10T00:00:00.000Z'), said('2026-01-20T00:00:00.000Z')]);
  expect(lastWritten([takenIn]).get(key), 'the last time it was handed in').toBe('2026-01-20T00:00:00.000Z');
  const again = entry('2026-04-01T00:00:00.000Z', [said('2026-03-10T00:00:00.000Z')], [[record, { ...record, value: { ...annotation, note: 'x' } }]]);
  expect(lastWritten([takenIn, again]).get(key), 'altered since').toBe('2026-03-10T00:00:00.000Z');
  const own = entry('2026-05-01T00:00:00.000Z', [], [[record, record]]);
  expect(lastWritten([takenIn, own]).get(key), 'by hand').toBe('2026-05-01T00:00:00.000Z');
  expect(lastWritten([entry('2026-01-01T00:00:00.000Z', [record, said('2026-02-01T00:00:00.000Z')])]).get(key), 'a clock that is wrong').toBe('2026-01-01T00:00:00.000Z');

  sara.put(set);
  const { cases } = settlementOf(sara.review(one.id), [set.id]);
  const before = (at: string) => labelledBefore({ at, number: 1 }, cases, lastWritten([takenIn])).length;
  expect([before('2026-02-01T00:00:00.000Z'), before('2026-01-15T00:00:00.000Z')]).toEqual([1, 0]);
  expect(labelledBefore({ number: 1, at: '2026-02-01T00:00:00.000Z' }, cases, new Map()), 'the Log does not say').toEqual([]);
});

describe('under which guideline work was handed in', () => {
  const handedIn = (id: string, turn: number, guideline?: number) =>
    ({ id: makeId('event', id), article: null, by: makeId('annotator', 'a'), at: '', kind: 'submitted', set: 'set-x' as SetId, seal: '', turn, ...(guideline !== undefined && { guideline }) }) as ReviewEvent;
  test('the last time it was handed in counts, whichever was heard first', () => {
    const twice = [handedIn('b', 2, 3), handedIn('a', 1, 1)];
    expect([...handedInUnder(twice)]).toEqual([['set-x', 3]]);
    expect([...handedInUnder([...twice].reverse())]).toEqual([['set-x', 3]]);
  });
  test('an older file says nothing of it', () => expect(handedInUnder([handedIn('a', 1)]).size).toBe(0));
});
