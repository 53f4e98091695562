import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

/** E7: a source mention stands for one Entity that the project has. More than one it cannot have: the model holds a single one. */
export const speakerEntity: SetRule = {
  needs: { labels: ['SPEAKER'] },
  find: ({ labelled, entities }) =>
    labelled('SPEAKER')
      .filter(({ entity }) => entity === null || !entities.has(entity))
      .map(({ id }) => finding('E7.entity', [id])),
};
