import { type Annotation } from '../../model/annotation.ts';
import { type RelationType } from '../../model/id.ts';
import { type FindingCode, finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';
import { type Task } from '../task.ts';

const relation = 'SAID_BY' as RelationType;

/** The part of the rule that a quote of this status breaks. A quote that says nothing of its source has the Schema's first status. */
function broken(task: Task, { id, attributes }: Annotation): FindingCode | null {
  const kinds = task.from(id, relation).map(({ to }) => to.kind);
  switch (attributes['source_status'] ?? 'explicit') {
    case 'explicit':
      return kinds.includes('annotation') ? null : 'E3.explicit';
    case 'implicit':
      return kinds.includes('entity') ? null : 'E3.implicit';
    case 'unknown':
      return kinds.length === 0 ? null : 'E3.unknown';
    default:
      return null;
  }
}

/** E3: an explicit quote has a source in the text, an implicit one points at an Entity, one of unknown source has none. */
export const source: SetRule = {
  needs: {
    labels: ['SPEAKER'],
    relations: [relation],
    values: [{ label: 'QUOTE', attribute: 'source_status', values: ['explicit', 'implicit', 'unknown'] }],
  },
  find: (task) =>
    task.labelled('QUOTE').flatMap((quote) => {
      const code = broken(task, quote);
      return code === null ? [] : [finding(code, [quote.id], { relation })];
    }),
};
