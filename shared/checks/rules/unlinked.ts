import { labelDef } from '../../model/schema.ts';
import { type LabelId } from '../../model/id.ts';
import { finding, type FindingCode } from '../finding.ts';
import { type SetRule } from '../rule.ts';

/** Annotations of a Label that no relation points at. */
const unpointed = (label: string, code: FindingCode): SetRule => ({
  needs: { labels: [label] },
  find: ({ schema, labelled, to }) => {
    const name = labelDef(schema, label as LabelId)?.name ?? label;
    return labelled(label)
      .filter(({ id }) => to(id).length === 0)
      .map(({ id }) => finding(code, [id], { values: { label: name } }));
  },
});

/** E8: a cue serves a quote. */
export const servingCue: SetRule = {
  needs: { labels: ['QUOTE', 'CUE'], relations: ['CUED_BY'] },
  find: ({ labelled, to }) =>
    labelled('CUE')
      .filter(({ id }) => !to(id).some(({ type }) => type === 'CUED_BY'))
      .map(({ id }) => finding('E8.quote', [id])),
};

/** W8: a source mention, deadline or condition that belongs to nothing. */
export const unlinked: readonly SetRule[] = ['SPEAKER', 'DEADLINE', 'CONDITION'].map((label) => unpointed(label, 'W8.unlinked'));
