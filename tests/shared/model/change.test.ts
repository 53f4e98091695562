import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import {
  applyChange, applyToRecords, type Change, changeBetween, explode, implode, isEmptyChange, noChange, reverse,
} from '../../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Dataset, emptyDataset, normalised } from '../../../shared/model/dataset.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { makeId } from '../../../shared/model/id.ts';
import { changeFor, editedDataset } from '../../arbitraries/change.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const datasetAndChange = dataset.chain((before) => fc.tuple(fc.constant(before), changeFor(before)));
const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

describe('the laws of a Change', () => {
  test('apply, then reverse, is identity', () => {
    forAll(datasetAndChange, ([before, change]) => {
      const after = applyChange(before, change);
      expect(applyChange(after, reverse(change))).toEqual(before);
      expect(reverse(reverse(change))).toEqual(change);
    });
  });

  test('a Change goes through JSON and back unaltered', () => {
    forAll(datasetAndChange, ([, change]) => expect(JSON.parse(JSON.stringify(change))).toEqual(change));
  });

  test('between two Datasets lies the Change that leads from one to the other', () => {
    const pairs = dataset.chain((before) => fc.tuple(fc.constant(before), editedDataset(before)));
    forAll(pairs, ([before, after]) => {
      expect(applyChange(before, changeBetween(before, after))).toEqual(after);
      expect(isEmptyChange(changeBetween(before, after))).toBe(canonicalJson(before) === canonicalJson(after));
    });
  });

  test('a sound Dataset stays sound', () => {
    forAll(datasetAndChange, ([before, change]) => expect(errorsOf(checkDataset(applyChange(before, change)))).toEqual([]));
  });

  test('what it is applied to is untouched', () => {
    forAll(datasetAndChange, ([before, change]) => applyChange(freeze(before), freeze(change)));
  });

  test('records taken apart come together again', () => {
    forAll(dataset, (one) => expect(implode(explode(one))).toEqual(normalised(one)));
  });
});

describe('a Change that was made for another state is a bug', () => {
  const entity = (name: string): Entity => ({ id: makeId('entity', 'a'), name, kind: 'person', aliases: [], offices: [], note: '' });
  const record = (name: string) => ({ kind: 'entity', value: entity(name) }) as const;
  const here: Dataset = { ...emptyDataset(seedSchema), entities: [entity('مینا')] };

  test.each<readonly [string, Change, string]>([
    ['adding what is there', { ...noChange, added: [record('مینا')] }, 'cannot add entity ent-a: it is there already'],
    [
      'removing what is not there',
      { ...noChange, removed: [{ kind: 'entity', value: { ...entity('مینا'), id: makeId('entity', 'b') } }] }, 'it is not there',
    ],
    [
      'removing what has been altered',
      { ...noChange, removed: [record('رضا')] }, 'cannot remove entity ent-a: it is not as the change says',
    ],
    ['updating what has been altered', { ...noChange, updated: [[record('رضا'), record('سارا')]] }, 'cannot update entity ent-a'],
    [
      'updating one record into another',
      { ...noChange, updated: [[record('مینا'), { kind: 'schema', value: seedSchema }]] }, 'turns entity ent-a into schema',
    ],
  ])('%s', (_, change, message) => expect(() => applyChange(here, change)).toThrow(message));

  test('a Change that cannot be applied leaves the records as they were', () => {
    const records = explode(here);
    const change: Change = { ...noChange, updated: [[record('مینا'), record('رضا')]], added: [{ kind: 'schema', value: seedSchema }] };
    expect(() => applyToRecords(records, change)).toThrow('cannot add schema');
    expect(records).toEqual(explode(here));
  });

  test('two updates of one record are taken back in the opposite order', () => {
    const change = { ...noChange, updated: [[record('مینا'), record('رضا')] as const, [record('رضا'), record('سارا')] as const] };
    expect(applyChange(applyChange(here, change), reverse(change))).toEqual(here);
  });

  test('an annotation without its set', () => {
    const annotation = { kind: 'annotation', set: makeId('set', 'x'), value: { id: makeId('annotation', 'y') } as Annotation } as const;
    expect(() => applyChange(here, { ...noChange, added: [annotation] })).toThrow('annotation ann-y lies in set set-x, which is not there');
  });
});
