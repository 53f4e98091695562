import { type AnnotationSet, headOf, type SetHead } from '../../shared/model/annotation-set.ts';
import { type Change, type DataRecord, isEmptyChange } from '../../shared/model/change.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../../shared/model/id.ts';

/** What a command sees before the first Annotation: a set that is not stored yet. */
export const blankSet = (id: SetId, article: ArticleId, annotator: AnnotatorId): AnnotationSet => ({
  id, article, annotator, role: 'work', status: 'todo', annotations: [], relations: [],
});

/** Taking up work shows: a set that was to do is in progress from its first Change on. */
const takenUp = (head: SetHead): SetHead => (head.status === 'todo' ? { ...head, status: 'in-progress' } : head);

type SetRecord = Extract<DataRecord, { readonly kind: 'set' }>;

/**
 * A command's Change on the own set, with what belongs to it: the set's own record where it is not stored yet, and the
 * move from to do to in progress. A status that the command gives itself holds.
 */
export function withSetRecord(set: AnnotationSet, isStored: boolean, change: Change): Change {
  if (isEmptyChange(change)) return change;
  const isHead = (record: DataRecord): record is SetRecord => record.kind === 'set' && record.value.id === set.id;
  const given = change.updated.map(([, after]) => after).filter(isHead).at(-1);
  if (!isStored) {
    const value = given?.value ?? takenUp(headOf(set));
    return { ...change, added: [{ kind: 'set', value }, ...change.added], updated: change.updated.filter(([before]) => !isHead(before)) };
  }
  if (given || set.status !== 'todo') return change;
  const before: SetRecord = { kind: 'set', value: headOf(set) };
  return { ...change, updated: [...change.updated, [before, { kind: 'set', value: takenUp(before.value) }]] };
}
