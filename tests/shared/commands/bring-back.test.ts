import { describe, expect, test } from 'vitest';
import { bringBack, type BringBackInput, returnable } from '../../../shared/commands/bring-back.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { isEmptyChange } from '../../../shared/model/change.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { makeId } from '../../../shared/model/id.ts';
import { after, annotation, contextOf, minister, relation } from './set-context.ts';

const text = 'وزیر گفت: «برق گران نیست» و رفت.';
const speaker = annotation('s', 'SPEAKER', [[0, 4]]);
const quote = annotation('q', 'QUOTE', [[11, 24]]);
const saidBy = relation('r', 'SAID_BY', 'q', 's');
const spokesman: Entity = { id: makeId('entity', 'gone'), name: 'سخنگو', kind: 'person', aliases: [], offices: [], note: '' };

const context = contextOf(text, [annotation('new', 'CUE', [[5, 8]])]);
const from = (past: BringBackInput['past'], entities: readonly Entity[] = []): BringBackInput => ({ past, entities });
const brought = (input: BringBackInput, now: SetContext = context) => {
  const result = bringBack(now, input);
  const set = after(now, result);
  return { annotations: set.annotations, relations: set.relations, added: result.ok ? result.value.added : [] };
};

describe('bringing earlier labels back', () => {
  test('what was there is there again, what came since is gone, and the status stays', () => {
    const done: SetContext = { ...context, set: { ...context.set, status: 'done' } };
    expect(brought(from({ annotations: [speaker, quote], relations: [saidBy] }), done)).toMatchObject({ annotations: [speaker, quote], relations: [saidBy] });
    expect(after(done, bringBack(done, from({ annotations: [], relations: [] }))).status).toBe('done');
  });

  test('what has changed since is what it was', () => {
    const now = contextOf(text, [{ ...speaker, note: 'امروز' }, quote]);
    const result = bringBack(now, from({ annotations: [speaker, quote], relations: [] }));
    expect(result.ok && result.value).toMatchObject({ added: [], removed: [], updated: [[{ value: { note: 'امروز' } }, { value: { note: '' } }]] });
  });

  test('what stands there already is no Change', () => {
    const result = bringBack(context, from(context.set));
    expect(result.ok && isEmptyChange(result.value)).toBe(true);
  });

  test('whoever is gone since and is meant comes back too, and nobody else', () => {
    const other: Entity = { ...spokesman, id: makeId('entity', 'other') };
    const { annotations, added } = brought(from({ annotations: [{ ...speaker, entity: spokesman.id }], relations: [] }, [spokesman, other, minister]));
    expect(annotations).toMatchObject([{ entity: spokesman.id }]);
    expect(added.filter(({ kind }) => kind === 'entity')).toEqual([{ kind: 'entity', value: spokesman }]);
  });

  test('one who was merged into somebody that is gone comes back for themself', () => {
    const merged: Entity = { ...spokesman, mergedInto: makeId('entity', 'nowhere') };
    const { added } = brought(from({ annotations: [{ ...speaker, entity: merged.id }], relations: [] }, [merged]));
    expect(added).toContainEqual({ kind: 'entity', value: spokesman });
  });

  test.each([
    ['a label that the schema no longer has', { annotations: [annotation('x', 'GONE', [[0, 4]]), quote], relations: [] }, [quote], 1],
    ['the link of such a label', { annotations: [annotation('s', 'GONE', [[0, 4]]), quote], relations: [saidBy] }, [quote], 2],
    ['a link of a type that is gone', { annotations: [speaker, quote], relations: [relation('r', 'GONE', 'q', 's')] }, [speaker, quote], 1],
    ['an attribute that is gone goes, its label stays', { annotations: [{ ...speaker, attributes: { gone: 'x' } }], relations: [] }, [speaker], 0],
    ['somebody of whom nothing is known is nobody', { annotations: [{ ...speaker, entity: spokesman.id }], relations: [] }, [speaker], 0],
  ] as const)('%s', (_what, past, annotations, left) => {
    expect(brought(from(past)).annotations).toEqual(annotations);
    expect(returnable(context, from(past)).left).toBe(left);
  });
});
