import { checkCrossing } from '../../model/check-crossing.ts';
import { type AnnotationId, type LabelId } from '../../model/id.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

const nameOf = (schema: Schema, label: unknown) => labelDef(schema, label as LabelId)?.name ?? String(label);

/** E2, crossing: no Span partly overlaps another where the Schema says that the two Labels may not. */
export const crossing: SetRule = {
  needs: {},
  find: ({ schema, annotations }) =>
    checkCrossing(schema, annotations).map(({ place, values }) =>
      finding('E2.crossing', [place.record, values['other']] as AnnotationId[], { values: { other: nameOf(schema, values['otherLabel']) } }),
    ),
};
