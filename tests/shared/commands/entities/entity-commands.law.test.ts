import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityContext } from '../../../../shared/commands/entities/entity-context.ts';
import { editEntity } from '../../../../shared/commands/entities/edit-entity.ts';
import { mergeEntities } from '../../../../shared/commands/entities/merge-entities.ts';
import { removeEntity } from '../../../../shared/commands/entities/remove-entity.ts';
import { type ChosenNaming, splitEntity } from '../../../../shared/commands/entities/split-entity.ts';
import { applyChange, type Change, isEmptyChange, reverse } from '../../../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Dataset, normalised } from '../../../../shared/model/dataset.ts';
import { type EntityId } from '../../../../shared/model/id.ts';
import { entityFinder, isStanding } from '../../../../shared/model/merged-entities.ts';
import { type Result } from '../../../../shared/result.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { shortText } from '../../../arbitraries/text.ts';
import { counting } from '../set-context.ts';

/** A project as its first annotator sees it, and two of its Entities, not always different ones. */
const cases = dataset
  .filter(({ entities }) => entities.length > 0)
  .chain((whole) => {
    const anyone = fc.constantFrom(...whole.entities.map(({ id }) => id));
    return fc.record({ whole: fc.constant(whole), one: anyone, other: anyone, name: shortText });
  });

function contextOf({ entities, sets, annotators }: Dataset): EntityContext {
  const isMine = ({ annotator, role }: Dataset['sets'][number]): boolean => annotator === annotators[0]?.id && role === 'work';
  return { entities, own: sets.filter(isMine), others: sets.filter((set) => !isMine(set)), newId: counting() };
}

const namings = ({ own }: EntityContext): readonly ChosenNaming[] =>
  own.flatMap((set) => [
    ...set.annotations.map(({ id }): ChosenNaming => ({ set: set.id, kind: 'annotation', id })),
    ...set.relations.map(({ id }): ChosenNaming => ({ set: set.id, kind: 'relation', id })),
  ]);

/** The laws of every command on the register; gives what it led to, or `null` when it was refused. */
function lawful(whole: Dataset, { others }: EntityContext, result: Result<Change>): Dataset | null {
  if (!result.ok) return null;
  const after = applyChange(whole, result.value);
  expect(errorsOf(checkDataset(after)), 'integrity is kept').toEqual([]);
  expect(applyChange(after, reverse(result.value)), 'undo is the way back').toEqual(normalised(whole));
  expect(after.sets.filter(({ id }) => others.some((set) => set.id === id)), 'a set has one writer').toEqual(normalised({ ...whole, sets: others }).sets);
  return after;
}

/** Whom everything in the sets means. */
const meanings = ({ entities, sets }: Dataset): readonly (EntityId | undefined)[] => {
  const find = entityFinder(entities);
  return sets.flatMap(({ annotations }) => annotations.map(({ entity }) => (entity === null ? undefined : find(entity)?.id)));
};

describe('commands on people', { timeout: 120_000 }, () => {
  it('merging: everything that meant the one means the other, and only that', () =>
    forAll(cases, ({ whole, one, other }) => {
      const context = contextOf(whole);
      const result = mergeEntities(context, { from: one, into: other });
      const after = lawful(whole, context, result);
      const standing = [one, other].every((id) => whole.entities.some((entity) => entity.id === id && isStanding(entity)));
      expect(after !== null).toBe(standing && one !== other);
      if (after) expect(meanings(after)).toEqual(meanings(whole).map((id) => (id === one ? other : id)));
    }));

  it('splitting: what was chosen means the other, the rest what it meant', () =>
    forAll(fc.tuple(cases, fc.boolean()), ([{ whole, one, other, name }, isNew]) => {
      const context = contextOf(whole);
      const chosen = namings(context);
      const after = lawful(whole, context, splitEntity(context, { entity: one, to: isNew ? { name, kind: 'person' } : other, chosen }));
      if (!after) return;
      const mine = new Set(context.own.map(({ id }) => id));
      const own = (of: Dataset): Dataset => ({ ...of, sets: of.sets.filter(({ id }) => mine.has(id)) });
      expect(meanings(own(after))).not.toContain(one);
    }));

  it('removing: only what nothing names', () =>
    forAll(cases, ({ whole, one }) => {
      const context = contextOf(whole);
      const after = lawful(whole, context, removeEntity(context, { entity: one }));
      if (after) expect(after.entities.some(({ id, mergedInto }) => id === one || mergedInto === one)).toBe(false);
    }));

  it('editing: the same again is no Change', () =>
    forAll(cases, ({ whole, one, name }) => {
      const context = contextOf(whole);
      const fields = { name, aliases: [name, ' ', `${name} `, 'دیگر', 'دیگر'] };
      const after = lawful(whole, context, editEntity(context, { entity: one, fields }));
      if (!after) return;
      const edited = after.entities.find(({ id }) => id === one);
      expect(edited?.aliases).toEqual(edited?.name === 'دیگر' ? [] : ['دیگر']);
      const again = editEntity(contextOf(after), { entity: one, fields });
      expect(again.ok && isEmptyChange(again.value)).toBe(true);
    }));
});
