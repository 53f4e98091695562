import { type RelationType } from '../../model/id.ts';
import { finding, type FindingCode } from '../finding.ts';
import { type SetRule } from '../rule.ts';

interface Mirror {
  readonly attribute: string;
  /** The value that says there is none. */
  readonly none: string;
  readonly relation: string;
  readonly unlinked: FindingCode;
  readonly unsaid: FindingCode;
}

/** E5: what an attribute of a commitment says about its deadline or condition, the relation says too, and the other way round. */
const mirrored = ({ attribute, none, relation, unlinked, unsaid }: Mirror): SetRule => ({
  needs: { relations: [relation], values: [{ label: 'COMMITMENT', attribute, values: [none] }] },
  find: (task) =>
    task.labelled('COMMITMENT').flatMap(({ id, attributes }) => {
      const isSaid = (attributes[attribute] ?? none) !== none;
      const isLinked = task.from(id, relation).length > 0;
      return isSaid === isLinked ? [] : [finding(isSaid ? unlinked : unsaid, [id], { relation: relation as RelationType })];
    }),
});

export const deadline = mirrored({
  attribute: 'deadline', none: 'none', relation: 'HAS_DEADLINE', unlinked: 'E5.deadline-unlinked', unsaid: 'E5.deadline-unsaid',
});
export const condition = mirrored({
  attribute: 'condition', none: 'unconditional', relation: 'HAS_CONDITION', unlinked: 'E5.condition-unlinked', unsaid: 'E5.condition-unsaid',
});
