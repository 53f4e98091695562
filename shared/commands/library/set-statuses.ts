import { headOf, type SetHead, type SetStatus } from '../../model/annotation-set.ts';
import { type DataRecord } from '../../model/change.ts';
import { ok } from '../../result.ts';
import { type Command } from '../command.ts';
import { type WorksContext } from './works-context.ts';

export interface SetStatusesInput {
  readonly status: SetStatus;
}

const record = (value: SetHead): DataRecord => ({ kind: 'set', value });

/** Says of the own work on several Articles how far it is; where it has not begun, a set is made that says so. Reasons of before are let go. */
export const setStatuses: Command<WorksContext, SetStatusesInput> = ({ articles, sets, by, newId }, { status }) => {
  const own = new Map(sets.filter(({ annotator, role }) => annotator === by && role === 'work').map((set) => [set.article, headOf(set)]));
  const added = articles
    .filter(({ id }) => !own.has(id) && status !== 'todo')
    .map(({ id }) => record({ id: newId('set'), article: id, annotator: by, role: 'work', status }));
  const updated = [...own.values()]
    .filter((head) => head.status !== status)
    .map((head) => {
      const { override: _, ...bare } = head;
      return [record(head), record({ ...bare, status })] as const;
    });
  return ok({ added, updated, removed: [] });
};
