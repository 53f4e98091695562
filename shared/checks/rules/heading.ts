import { type RelationType } from '../../model/id.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

const relation = 'RESTATES' as RelationType;

/** W6: a heading repeats what the body says, and says where. */
export const heading: SetRule = {
  needs: { relations: [relation], values: [{ label: 'QUOTE', attribute: 'position', values: ['heading'] }] },
  find: ({ labelled, from }) =>
    labelled('QUOTE')
      .filter(({ id, attributes }) => attributes['position'] === 'heading' && from(id, relation).length === 0)
      .map(({ id }) => finding('W6.heading', [id], { relation })),
};
