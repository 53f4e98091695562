import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editSchema } from '../../../../shared/commands/schema/edit-schema.ts';
import { losesData, previewOf, touchedBy } from '../../../../shared/commands/schema/preview.ts';
import { applyChange, reverse } from '../../../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Dataset, sameDataset } from '../../../../shared/model/dataset.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { schemaEdit } from '../../../arbitraries/schema-edit.ts';

const cases = dataset.chain((before) => schemaEdit(before.schema).map((edit) => ({ before, edit })));

const count = (before: Dataset, after: Dataset) => {
  const totals = ({ sets }: Dataset) => ({
    annotations: sets.reduce((sum, set) => sum + set.annotations.length, 0),
    relations: sets.reduce((sum, set) => sum + set.relations.length, 0),
  });
  const [was, is] = [totals(before), totals(after)];
  return { annotations: was.annotations - is.annotations, relations: was.relations - is.relations };
};

describe('any edit of a Schema', () => {
  test('leaves a sound Schema and sound data, or says why not', () => {
    forAll(cases, ({ before, edit }) => {
      const result = editSchema({ dataset: before }, edit);
      if (!result.ok) return expect(result.problems.length).toBeGreaterThan(0);
      const after = applyChange(before, result.value);
      expect(validateSchema(after.schema).ok).toBe(true);
      return expect(errorsOf(checkDataset(after))).toEqual([]);
    });
  });

  test('is undone without a trace', () => {
    forAll(cases, ({ before, edit }) => {
      const result = editSchema({ dataset: before }, edit);
      if (!result.ok) return;
      expect(sameDataset(applyChange(applyChange(before, result.value), reverse(result.value)), before)).toBe(true);
    });
  });

  test('alters the Schema in every Change, under another version or another name', () => {
    forAll(cases, ({ before, edit }) => {
      const result = editSchema({ dataset: before }, edit);
      if (!result.ok || touchedBy(result.value).annotations.altered === 0) return;
      const { schema } = applyChange(before, result.value);
      expect(edit.kind === 'replace' || schema.version !== before.schema.version).toBe(true);
    });
  });

  test('does what its preview counted, no more and no less', () => {
    forAll(cases, ({ before, edit }) => {
      const [preview, result] = [previewOf(before, edit), editSchema({ dataset: before }, edit)];
      if (!preview.ok || !result.ok) return expect(preview.ok).toBe(result.ok);
      const lost = count(before, applyChange(before, result.value));
      expect([preview.value.annotations.lost, preview.value.relations.lost]).toEqual([lost.annotations, lost.relations]);
      return expect(lost.annotations + lost.relations === 0 || losesData(preview.value)).toBe(true);
    });
  });

  test('touches no Article, Annotator, Entity or head of a set', () => {
    forAll(cases, ({ before, edit }) => {
      const result = editSchema({ dataset: before }, edit);
      if (!result.ok) return;
      const kinds = [...result.value.added, ...result.value.removed, ...result.value.updated.flat()].map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'schema' && kind !== 'annotation' && kind !== 'relation')).toEqual([]);
      expect(result.value.added).toEqual([]);
    });
  });

  test('is drawn well: most edits are made, many reach the data', () => {
    const drawn = fc.sample(cases, { numRuns: 400, seed: 7 });
    const made = drawn.filter(({ before, edit }) => editSchema({ dataset: before }, edit).ok);
    const reaching = made.filter(({ before, edit }) => {
      const preview = previewOf(before, edit);
      return preview.ok && losesData(preview.value);
    });
    expect(made.length).toBeGreaterThan(200);
    expect(reaching.length).toBeGreaterThan(20);
  });
});
