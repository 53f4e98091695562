import { type RelationType } from '../../model/id.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

const relation = 'PROMISED_BY' as RelationType;

/** E4, first half: somebody makes the commitment. */
export const promiser: SetRule = {
  needs: { labels: ['COMMITMENT'], relations: [relation] },
  find: (task) =>
    task
      .labelled('COMMITMENT')
      .filter(({ id }) => task.from(id, relation).length === 0)
      .map(({ id }) => finding('E4.promiser', [id], { relation })),
};
